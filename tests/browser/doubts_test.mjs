// What a person ruled and what is doubtful can be seen to be so.
import assert from "node:assert/strict";
import {test} from "node:test";

import {encoded, open, report, useBrowser} from "./browser.mjs";

useBrowser();

const CASES = [
  ["plain", "", "confidence: 0.9", [], ""],
  ["human", "", "confidence: 1 human: true", ["ruled by a reader"], ".by-human"],
  ["speaker", "human_speaker: true", "confidence: 0.9",
   ["speaker by a reader"], ".by-human"],
  ["doubt", "", "confidence: 0.4", ["low confidence"], ".doubtful"],
  ["opinion", "", "confidence: 0.9 second_opinion: true", ["second opinion"],
   ".by-model"],
  ["private", "channel: CHANNEL_PRIVATE", "confidence: 0.9", ["in private"],
   ".private"],
];

// `where` says where the context stands in the article.
function history(observation, stance, where = "context_begin: 98") {
  return `header { format: "onrecord.history.v1" }
    targets { name: "q" question: "Should it be so?" }
    speakers { id: "s" name: "Ana Lopez" }
    timelines { target: "q" speaker_id: "s" speaker_name: "Ana Lopez"
      observations { id: "1" said: "2024-02-01" form: FORM_QUOTED
        ${observation || "channel: CHANNEL_PUBLIC"}
        stance { target: "q" label: STANCE_LABEL_FAVOR ${stance}
          evidence { span { begin: 101 end: 104 } rule: "target:yes" } }
        text: "Yes" context: "“Yes,” Ana Lopez said." ${where}
        sources { article_id: "a" } } }
    counts { observations: 1 }`;
}

for (const [name, observation, stance, flags, mark] of CASES) {
  test(`marks what is ${name}`, async () => {
    const page = await open(
        report(encoded(name, history(observation, stance))));
    const marks = page.locator(
        ".drawing :is(.by-human, .by-model, .doubtful, .private)");
    assert.equal(await marks.count(), mark ? 1 : 0);
    if (mark) assert.equal(await page.locator(`.drawing ${mark}`).count(), 1);
    await page.getByRole("link", {name: /^Ana Lopez: now/}).click();
    await page.waitForSelector("article.card");
    assert.deepEqual(await page.locator("article .flag").allTextContents(),
                     flags);
    assert.equal(await page.locator("mark").textContent(), "Yes");
    assert.deepEqual(page.errors, []);
  });
}

test("the table says who or what decided", async () => {
  const page = await open(report(encoded("read", history(
      "human_speaker: true", "confidence: 0.4 second_opinion: true"))));
  await page.getByText(/^The same as a/).click();
  assert.deepEqual(
      await page.locator(".table tbody td").nth(3).textContent(),
      "by a reader, second opinion, low confidence");
});

test("an identity that a reader ruled is said to be so", async () => {
  const file = report(encoded("identity", history("", "confidence: 0.9")
      .replace('name: "Ana Lopez" }', 'name: "Ana Lopez" human: true }')));
  for (const hash of ["#/speaker/s", "#/compare?ids=s"]) {
    const page = await open(file, hash);
    assert.deepEqual(await page.locator("main > .flag, .head .flag, .sides > " +
        "div > .flag").allTextContents(), ["identity by a reader"]);
  }
});

const TIERS = [["CANDIDATE", 0.4, "candidate", 1],
               ["CONFIRMED", 0.9, "shown", 0], ["REPORTED", 0.9, "shown", 0]];
for (const [tier, confidence, mark, flagged] of TIERS) {
  test(`a change that is ${tier.toLowerCase()}`, async () => {
    const text = history("", "confidence: 0.9")
        .replace("counts { observations: 1", `counts { observations: 1
            shifts: 1`)
        .replace(/\}\s*counts/, `shifts { kind: SHIFT_KIND_REVERSAL
            tier: SHIFT_TIER_${tier} from: STANCE_LABEL_AGAINST
            to: STANCE_LABEL_FAVOR by: "2024-02-01" after_ids: "1"
            strength: 0.5 confidence: ${confidence} } } counts`);
    const page = await open(report(encoded("tier", text)));
    assert.equal(await page.locator(`.drawing .shift.${mark}`).count(), 1);
    await page.getByRole("link", {name: /^Ana Lopez: now/}).click();
    const change = page.locator(".change");
    await change.waitFor();
    assert.match(await change.textContent(),
                 new RegExp(`confidence ${confidence}`));
    assert.equal(await change.locator(".summary .flag").count(), flagged);
  });
}

// The text of the article is "“É.” " and the context: 10 bytes before it.
const EVIDENCE = [
  ["words", "We leave, he said, in May.", [[13, 18]], ["leave"]],
  ["words behind letters of two bytes", "“Çà, leave,” he said.",
   [[19, 24]], ["leave"]],
  ["the second of two equal words", "Leave, leave now.", [[17, 22]],
   ["leave"]],
  ["letters of four bytes", "𝕎𝕖 go, 😀 he said.", [[10, 18], [23, 27]],
   ["𝕎𝕖", "😀"]],
  ["words of another sentence", "He knows.", [[2, 6]], []],
  ["words that stand on the edge", "He knows.", [[4, 12], [13, 40]],
   ["He", "knows."]],
];

for (const [what, context, spans, marked] of EVIDENCE) {
  test(`evidence: ${what}`, async () => {
    const evidence = spans.map(([begin, end]) => "evidence { span { begin: " +
        `${begin} end: ${end} } rule: "target:it" }`).join(" ");
    const text = history("", "confidence: 0.9", "context_begin: 10")
        .replace(/context: "[^"]*"/, `context: "${context}"`)
        .replace(/evidence \{.*? \} rule: "[^"]*" \}/, evidence);
    const page = await open(report(encoded("evidence", text)), "#/speaker/s");
    assert.deepEqual(await page.locator("mark").allTextContents(), marked);
    assert.equal(await page.locator("article .context").textContent(),
                 context);
  });
}

test("evidence is not searched for where its place is not known", async () => {
  const page = await open(
      report(encoded("old", history("", "confidence: 0.9", ""))), "#/speaker/s");
  assert.equal(await page.locator("article .context").textContent(),
               "“Yes,” Ana Lopez said.");
  assert.equal(await page.locator("mark").count(), 0);
  assert.match(await page.locator(".rules").textContent(), /target:yes/);
});

test("the speaker's words stand out from the reporter's", async () => {
  const page = await open(report(encoded("content", history(
      "content { begin: 101 end: 104 }", "confidence: 0.9"))), "#/speaker/s");
  assert.deepEqual(await page.locator(".context .said").allTextContents(),
                   ["Yes"]);
});

const LONGEST = "Nobody shall go, and we shan’t be told when";
// An outlet's words -> what it alone has, and what it left out.
const VERSIONS = [
  ["one word", "Nobody will go, and we shan't be told when", ["will"],
   ["shall"]],
  ["a fragment", "“we shan’t be told”", [], ["Nobody shall go, and", "when"]],
  ["nothing but marks", "Nobody shall go – and we shan't be told when!", [], []],
  ["no word in common", "Never", ["Never"], [LONGEST]],
];

for (const [what, printed, added, leftOut] of VERSIONS) {
  test(`versions differ in ${what}`, async () => {
    const text = history("", "confidence: 0.9")
        .replace('text: "Yes"', `text: "${LONGEST}"`)
        .replace('sources {', `sources { article_id: "b" } sources {
            outlet: "The Post" text: "${printed}"`);
    const page = await open(report(encoded("versions", text)), "#/statement/1");
    const second = page.locator(".versions > li").nth(1);
    const told = async (tag, name) => (await second.locator(tag)
        .allTextContents()).map(x => x.replace(`${name}: `, "")
            .replace(/;$/, ""));
    assert.deepEqual(await told("ins", "only here"), added);
    assert.deepEqual(await told("del", "left out"), leftOut);
    assert.equal(await page.getByText("other punctuation").count(),
                 added.length + leftOut.length === 0 ? 1 : 0);
    assert.equal(await page.locator(".key").count(),
                 added.length + leftOut.length > 0 ? 1 : 0);
  });
}

test("the words that date a statement and show its channel", async () => {
  const page = await open(report(encoded("dated", history(
      `said_words: "on Tuesday" channel: CHANNEL_PRIVATE
       channel_words: "a leaked cable" country: "Qadara"`,
      "confidence: 0.9"))), "#/statement/1");
  const why = await page.locator(".why").textContent();
  assert.match(why, /“on Tuesday”.*in private: “a leaked cable”.*Qadara/s);
  assert.match(await page.locator("article header").first().textContent(),
               /“on Tuesday”/);
});

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
   ""],
  ["private", "channel: CHANNEL_PRIVATE", "confidence: 0.9", ["in private"],
   ".private"],
];

function history(observation, stance) {
  return `header { format: "onrecord.history.v1" }
    targets { name: "q" question: "Should it be so?" }
    speakers { id: "s" name: "Ana Lopez" }
    timelines { target: "q" speaker_id: "s" speaker_name: "Ana Lopez"
      observations { id: "1" said: "2024-02-01" form: FORM_QUOTED
        ${observation || "channel: CHANNEL_PUBLIC"}
        stance { target: "q" label: STANCE_LABEL_FAVOR ${stance}
          evidence { span { begin: 101 end: 104 } rule: "target:yes" } }
        text: "Yes" context: "“Yes,” Ana Lopez said."
        sources { article_id: "a" } } }
    counts { observations: 1 }`;
}

for (const [name, observation, stance, flags, mark] of CASES) {
  test(`marks what is ${name}`, async () => {
    const page = await open(
        report(encoded(name, history(observation, stance))));
    const marks = page.locator(".drawing :is(.by-human, .doubtful, .private)");
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

const EVIDENCE = [
  ["one place", "We leave, he said, in May.", "102 107", "target:leave",
   ["leave"]],
  ["a place behind letters of two bytes", "“Çà, leave,” he said.", "102 107",
   "target:leave", ["leave"]],
  ["no whole word", "We are leaving in May.", "102 107", "target:leave", []],
  ["two places", "Leave, leave now.", "102 107", "target:leave", []],
  ["other words than the rule's", "He knows.", "102 107", "target:leave", []],
];

for (const [what, context, span, rule, marked] of EVIDENCE) {
  test(`evidence: ${what}`, async () => {
    const [begin, end] = span.split(" ");
    const text = history("", "confidence: 0.9")
        .replace(/context: "[^"]*"/, `context: "${context}"`)
        .replace(/span \{[^}]*\} rule: "[^"]*"/,
                 `span { begin: ${begin} end: ${end} } rule: "${rule}"`);
    const page = await open(report(encoded("evidence", text)), "#/speaker/s");
    assert.deepEqual(await page.locator("mark").allTextContents(), marked);
    assert.equal(await page.locator("article .context").textContent(), context);
  });
}

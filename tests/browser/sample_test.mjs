// The sample world's story in every view: what is shown, filtered, linked and
// downloaded, from the single file and from a server.
import assert from "node:assert/strict";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {before, describe, test} from "node:test";

import {PLACES, ROOT, asksNobodyElse, download, folder, onrecord, open,
        trackFiles, useBrowser} from "./browser.mjs";

const SAMPLE = join(ROOT, "data/sample");

let history, story;
useBrowser();

before(() => {
  history = trackFiles("sample", SAMPLE);
  story = JSON.parse(onrecord("track", "--format=json", SAMPLE));
});

const onTroops = () =>
    story.timelines.filter(t => t.target === "troop_withdrawal");
const claire = () =>
    onTroops().find(t => t.speakerName === "Claire Whitcombe");
const NAMES = {STANCE_LABEL_FAVOR: "In favour", STANCE_LABEL_MIXED: "Mixed",
               STANCE_LABEL_AGAINST: "Against"};
const sum = numbers => numbers.reduce((a, b) => a + b, 0);

for (const [place, show] of Object.entries(PLACES)) describe(place, () => {
  let file;
  before(async () => { file = await show(history); });

  test("the overview has every speaker, statement and change", async () => {
    const page = await open(file);
    const lines = onTroops();
    assert.equal(await page.locator("h1").textContent(),
                 "Should foreign troops leave the country that hosts them?");
    assert.equal(await page.locator("svg .row").count(), lines.length);
    assert.equal(await page.locator(".drawing .dot").count(),
                 sum(lines.map(t => t.observations.length)));
    assert.equal(await page.locator(".drawing .shift").count(),
                 sum(lines.map(t => (t.shifts ?? []).length)));
    assert.equal(await page.locator(".drawing .split").count(),
                 sum(lines.map(t => (t.splits ?? []).length)));
    assert.deepEqual(page.errors, []);
    assert.ok(asksNobodyElse(page), page.asked.join());
  });

  test("sorting by name is in the address and restored by it", async () => {
    const page = await open(file);
    await page.locator("select[name=sort]").selectOption("name");
    const names = await page.locator(".row .speaker").allTextContents();
    assert.deepEqual(names, [...names].sort((a, b) => a.localeCompare(b)));
    const again = await open(file, new URL(page.url()).hash);
    assert.deepEqual(await again.locator(".row .speaker").allTextContents(),
                     names);
  });

  const FILTERS = [
    ["a position", "labels=against",
     o => o.stance.label === "STANCE_LABEL_AGAINST"],
    ["an outlet", "outlet=The+Ledger",
     o => o.sources.some(s => s.outlet === "The Ledger")],
    ["dates", "from=2022-09&to=2022-11",
     o => /^2022-(09|10|11)/.test(o.said)],
    ["a country", "country=Qadara", o => o.country === "Qadara"],
    ["an organisation", "organization=Sovereign",
     o => o.organization === "Sovereign"],
    ["confidence", "confidence=0.9", o => (o.stance.confidence ?? 0) >= 0.9],
    ["words", "text=folly", o => o.text.includes("folly")],
  ];
  for (const [what, query, passes] of FILTERS) {
    test(`a filter by ${what} keeps what it should`, async () => {
      const page = await open(file, `#/overview?${query}`);
      const want = sum(onTroops().map(
          t => t.observations.filter(passes).length));
      assert.ok(want > 0);
      assert.equal(await page.locator(".drawing .dot").count(), want);
    });
  }

  test("whom speakers spoke for is chosen from a list", async () => {
    const page = await open(file, "#/overview?country=Qadara");
    const list = page.locator("select[name=spoke_for]");
    assert.equal(await list.inputValue(), "country:Qadara");
    await list.selectOption("organization:Sovereign");
    await page.waitForURL(/\?organization=Sovereign$/);
    await list.selectOption({label: "anybody"});
    await page.waitForURL(/overview$/);
  });

  test("typing filters without losing the focus", async () => {
    const page = await open(file);
    await page.locator("input[name=text]").pressSequentially("FOLLY");
    await page.waitForURL(/text=FOLLY/);
    assert.equal(await page.locator(".drawing .dot").count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement.name),
                 "text");
    await page.getByRole("button", {name: "Clear filters"}).click();
    assert.equal(await page.locator("input[name=text]").inputValue(), "");
    assert.ok(await page.locator(".drawing .dot").count() > 1);
  });

  test("a filter that nothing passes says so", async () => {
    const page = await open(file, "#/overview?text=zzzz");
    assert.match(await page.locator(".notice").textContent(), /No statement/);
  });

  test("a speaker's page has position, words, evidence, changes", async () => {
    const page = await open(file);
    await page.getByRole("link", {name: /^Claire Whitcombe: now/}).click();
    await page.waitForURL(/#\/speaker\//);
    const text = await page.locator("main").textContent();
    const {label, n} = claire().current;
    assert.match(text, new RegExp(
        `Now ${NAMES[label]} score [+−]\\d\\.\\d\\d, from ${n} public`));
    for (const {text: words} of claire().observations) {
      assert.ok(text.includes(words), words);
    }
    const sides = page.locator(".change .sides > div");
    const {shifts: [shift]} = claire();
    assert.equal(await sides.nth(0).locator(".card").count(),
                 shift.beforeIds.length);
    assert.equal(await sides.nth(1).locator(".card").count(),
                 shift.afterIds.length);
    const marked = page.locator("mark", {hasText: "walk out on"}).first();
    assert.match(await marked.getAttribute("title"), /^target:walk out on/);
    assert.match(await page.locator(".sources a").first().getAttribute("href"),
                 /^https:\/\/\w+\.example\//);
    assert.deepEqual(page.errors, []);
  });

  test("a statement's page has every outlet's words", async () => {
    const two = onTroops().flatMap(t => t.observations)
        .find(o => o.sources[1]?.text?.includes("organising"));
    const page = await open(file, `#/statement/${two.id}`);
    const items = page.locator(".versions > li");
    assert.equal(await items.count(), two.sources.length);
    for (const [i, source] of two.sources.entries()) {
      const text = await items.nth(i).textContent();
      for (const said of [source.outlet, source.quoteId]) {
        assert.ok(text.includes(said), said);
      }
    }
    const visible = await items.nth(1).locator("blockquote").innerText();
    assert.match(visible, /we are .*organizing.*organising.* its departure/s);
    const told = async tag =>
        await items.nth(1).locator(tag).allTextContents();
    assert.deepEqual(await told("ins"), ["only here: organising;"]);
    assert.deepEqual(await told("del"), ["left out: organizing;"]);
    assert.equal(await page.locator(".key").count(), 1);
  });

  test("speakers are compared side by side", async () => {
    const ids = onTroops().slice(0, 2).map(t => t.speakerId);
    const page = await open(file, `#/compare?ids=${ids[0]}`);
    await page.locator("main select").selectOption(ids[1]);
    await page.waitForURL(new RegExp(`${ids[0]}(,|%2C)${ids[1]}`));
    assert.equal(await page.locator("svg .row").count(), 2);
    assert.equal(await page.locator("main > .sides > div").count(), 2);
  });

  test("an address that leads nowhere says so", async () => {
    for (const hash of ["#/speaker/nobody", "#/statement/0", "#/speaker/%"]) {
      const page = await open(file, hash);
      assert.match(await page.locator("h1").textContent(), /^No such/);
      assert.deepEqual(page.errors, []);
    }
  });

  test("the arrow keys go through the dots of a row", async () => {
    const page = await open(file);
    await page.getByRole("link", {name: /^Claire Whitcombe: now/}).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(claire().observations[1].id));
  });

  test("the table behind the picture has its statements", async () => {
    const page = await open(file);
    await page.getByText("The same as a table").click();
    await page.waitForSelector(".table tbody tr");
    assert.equal(await page.locator(".table tbody tr").count(),
                 sum(onTroops().map(t => t.observations.length)));
  });

  test("the protobuf of everything is the file itself", async () => {
    const page = await open(file);
    assert.equal(story.timelines.length, onTroops().length);
    assert.deepEqual(await download(page, "Protobuf"), readFileSync(history));
  });

  test("the protobuf of a filtered view is a good history", async () => {
    const page = await open(file, "#/overview?labels=against");
    const part = join(folder, "part.binpb");
    writeFileSync(part, await download(page, "Protobuf"));
    const against = sum(onTroops().map(t => t.observations.filter(
        o => o.stance.label === "STANCE_LABEL_AGAINST").length));
    assert.match(onrecord("verify", part).toString(),
                 new RegExp(`ok: history: \\d+ timelines, ${against} obs`));
  });

  test("filters that leave nothing of a speaker say so", async () => {
    const page = await open(file, `#/speaker/${claire().speakerId}?from=2100`);
    assert.match(await page.locator(".notice").first().textContent(),
                 /No statement passes these filters/);
    assert.equal(await page.locator("svg.picture, .downloads").count(), 0);
    assert.deepEqual(page.errors, []);
  });

  test("no score is a negative zero", async () => {
    for (const {speakerId} of story.timelines) {
      const page = await open(file, `#/speaker/${speakerId}`);
      assert.doesNotMatch(await page.locator("main").textContent(), /[−-]0\.00/);
      await page.close();
    }
  });

  test("CSV, JSON, SVG and PNG hold what is shown", async () => {
    const id = claire().speakerId;
    const page = await open(file, `#/speaker/${id}`);
    const csv = (await download(page, "CSV")).toString();
    assert.ok(csv.startsWith("\ufefftarget,speaker_id,speaker,said,"));
    assert.equal(csv.trim().split("\r\n").length,
                 1 + claire().observations.length);
    assert.ok(csv.includes("\"The Night Banner isn’t beaten, and"));
    for (const [i, {id, said, country}] of claire().observations.entries()) {
      const row = csv.split("\r\n")[i + 1];
      assert.ok(row.includes(`,${said},`) && row.endsWith(`,${id}`), row);
      assert.ok(row.includes(`,${country ?? ""},`), row);
    }
    const json = JSON.parse(await download(page, "JSON"));
    assert.deepEqual(json.timelines, [claire()]);
    const svg = (await download(page, "SVG")).toString();
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.equal(svg.match(/class="dot /g).length,
                 claire().observations.length);
    assert.ok(!svg.includes("href="));
    assert.equal(await page.evaluate(
        text => new DOMParser().parseFromString(text, "image/svg+xml")
            .querySelectorAll("parsererror").length, svg), 0);
    const png = await download(page, "PNG");
    assert.equal(png.toString("latin1", 1, 4), "PNG");
    const box = await page.locator("svg.picture").boundingBox();
    assert.equal(png.readUInt32BE(16), 2 * box.width);
  });

  for (const width of [380, 1200]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`nothing is wider than ${width} pixels, ${colorScheme}`, async () => {
        const first = claire();
        for (const hash of [
          "", `#/speaker/${first.speakerId}`,
          `#/compare?ids=${first.speakerId}`,
          `#/statement/${first.observations[0].id}`]) {
          const page = await open(file, hash, {
            viewport: {width, height: 800}, colorScheme});
          assert.ok(await page.evaluate(
              () => document.documentElement.scrollWidth <= innerWidth), hash);
          await page.close();
        }
      });
    }
  }
});

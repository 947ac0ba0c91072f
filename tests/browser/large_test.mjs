// Many observations: the page opens in time and stays smooth.
import assert from "node:assert/strict";
import {test} from "node:test";

import {encoded, open, report, useBrowser} from "./browser.mjs";

const LABELS = ["FAVOR", "AGAINST", "MIXED"];

useBrowser();

// A history of `speakers` with `each` statements over twenty years.
function many(speakers, each) {
  const lines = [
    'header { format: "onrecord.history.v1" generator: "0" }',
    'targets { name: "q" question: "Should it be so?" }'];
  for (let i = 0; i < speakers; ++i) {
    lines.push(`speakers { id: "s${i}" name: "Speaker ${i}" }`);
  }
  for (let i = 0; i < speakers; ++i) {
    lines.push(`timelines { target: "q" speaker_id: "s${i}"`,
               `speaker_name: "Speaker ${i}"`);
    for (let n = 0; n < each; ++n) lines.push(observation(i, n, each));
    lines.push("}");
  }
  lines.push(`counts { observations: ${speakers * each} }`);
  return encoded(`many${speakers}x${each}`, lines.join("\n"));
}

function observation(i, n, each) {
  const day = new Date(Date.UTC(2004, 0, 1 + Math.floor(7300 * n / each)));
  const said = day.toISOString().slice(0, 10);
  const label = LABELS[(i + Math.floor(n * 7 / each) + n % 3 % 2) % 3];
  return `observations { id: "${i}x${n}" said: "${said}" said_precision:
    DATE_PRECISION_DAY published: "${said}" channel: CHANNEL_PUBLIC
    form: FORM_QUOTED stance { target: "q" label: STANCE_LABEL_${label}
    score: 0.5 confidence: 0.8 evidence { span { begin: 0 end: 2 }
    rule: "target:it" } } text: "It is so, number ${n}, and not otherwise"
    sources { article_id: "a" outlet: "Post ${n % 40}" } }`;
}

const seconds = async act => {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
};

test("10,000 observations open in under two seconds", async t => {
  const file = report(many(100, 100));
  await (await open(file)).close();  // The browser itself is warm.
  let page;
  const opening = await seconds(async () => { page = await open(file); });
  t.diagnostic(`opened in ${opening.toFixed(2)} s`);
  assert.ok(opening < 2, `${opening} s`);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("200,000 observations are counted, not all drawn", async t => {
  const file = report(many(1000, 200));
  let page;
  const opening = await seconds(async () => { page = await open(file); });
  const elements = await page.locator(".drawing *").count();
  const filtering = await seconds(async () => {
    await page.evaluate(() => { location.hash = "#/overview?labels=mixed"; });
    await page.waitForFunction(() => location.hash.includes("mixed"));
    await page.waitForSelector(".drawing .bin");
  });
  t.diagnostic(`opened in ${opening.toFixed(2)} s, filtered in ` +
      `${filtering.toFixed(2)} s, ${elements} elements`);
  assert.ok(opening < 15, `${opening} s`);
  assert.ok(filtering < 2, `${filtering} s`);
  assert.ok(elements < 20_000, `${elements} elements`);
  await page.locator(".name a").first().click();
  await page.waitForSelector("article.card");
  assert.deepEqual(page.errors, []);
  await page.close();
});

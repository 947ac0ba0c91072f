// Many observations: the page draws no more than it can.
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

// Seconds until something has been done and drawn.
async function seconds(page, act) {
  const start = performance.now();
  await act();
  await page().evaluate(() => new Promise(
      drawn => requestAnimationFrame(() => setTimeout(drawn))));
  return (performance.now() - start) / 1000;
}

// Seconds that the processor works for the page while it opens again: what a
// busy machine does not change.
async function work(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", {timeDomain: "threadTicks"});
  await page.reload();
  await page.waitForSelector(".drawing .dot");
  const {metrics} = await session.send("Performance.getMetrics");
  return metrics.find(metric => metric.name === "TaskDuration").value;
}

// The longest time between two frames while the page is scrolled, in ms.
function longestFrame(page) {
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    let last = await frame(), longest = 0;
    for (let i = 0; i < 60; ++i) {
      scrollBy(0, 40);
      const now = await frame();
      [longest, last] = [Math.max(longest, now - last), now];
    }
    return Math.round(longest);
  });
}

// What docs/dashboard.md tells; times depend on the machine, so they are
// printed and not asserted. What makes them is: how much is drawn.
for (const [speakers, each] of [[100, 100], [1000, 200]]) {
  const total = (speakers * each).toLocaleString("en");
  test(`${total} observations are counted, not all drawn`, async t => {
    const file = report(many(speakers, each));
    await (await open(file)).close();  // The browser itself is warm.
    let page;
    const opened = await seconds(() => page, async () => {
      page = await open(file);
    });
    const times = {opened, "processor busy": await work(page)};
    const acts = {filtered: "labels=mixed", searched: "text=number+77",
                  sorted: "sort=name"};
    for (const [act, query] of Object.entries(acts)) {
      times[act] = await seconds(() => page, () => page.evaluate(
          hash => { location.hash = hash; }, `#/overview?${query}`));
      await page.waitForSelector(".drawing .dot");
    }
    const frame = await longestFrame(page);
    const elements = await page.locator("#app *").count();
    t.diagnostic(`${total} observations: ` + Object.entries(times).map(
        ([act, time]) => `${act} in ${time.toFixed(2)} s`).join(", ") +
        `; longest frame ${frame} ms; ${elements} elements`);
    assert.ok(elements > 1000 && elements < 25_000, `${elements} elements`);
    await page.locator(".name a").first().click();
    await page.waitForSelector("article.card");
    assert.ok(await page.locator("article.card").count() <= each);
    assert.deepEqual(page.errors, []);
  });
}

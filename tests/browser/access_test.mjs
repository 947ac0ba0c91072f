// What axe-core finds in every view, light and dark, wide and narrow.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {before, describe, test} from "node:test";

import {PLACES, ROOT, onrecord, open, packages, trackFiles, useBrowser} from
    "./browser.mjs";

const SAMPLE = join(ROOT, "data/sample");
const AXE = readFileSync(packages.resolve("axe-core/axe.min.js"), "utf8");

let history, views;
useBrowser();

before(() => {
  history = trackFiles("access", SAMPLE);
  const {timelines} = JSON.parse(onrecord("track", "--format=json", SAMPLE));
  const changed = timelines.find(t => t.shifts?.length);
  const ids = [changed, timelines[1]].map(t => t.speakerId).join(",");
  views = ["#/overview", `#/speaker/${changed.speakerId}`,
           `#/statement/${changed.observations[0].id}`, `#/compare?ids=${ids}`];
});

for (const [place, show] of Object.entries(PLACES)) describe(place, () => {
  let file;
  before(async () => { file = await show(history); });

  for (const colorScheme of ["light", "dark"]) {
    for (const width of [380, 1200]) {
      test(`no serious fault, ${colorScheme}, ${width} pixels`, async () => {
        for (const view of views) {
          const page = await open(file, view, {
            viewport: {width, height: 900}, colorScheme});
          for (const table of await page.getByText(/^The same as a/).all()) {
            await table.click();
          }
          await page.evaluate(AXE);
          const {passes, violations} =
              await page.evaluate(() => window.axe.run());
          assert.ok(passes.length > 10);
          const serious = violations.filter(
              v => ["serious", "critical"].includes(v.impact));
          assert.deepEqual(serious.map(
              v => `${view} ${v.id}: ${v.nodes[0].html.slice(0, 200)}`), []);
          await page.close();
        }
      });
    }
  }
});

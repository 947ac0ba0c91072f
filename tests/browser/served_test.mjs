// What only a server does: live refresh, the token, answers that are no history.
import assert from "node:assert/strict";
import {readFileSync, renameSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import {join} from "node:path";
import {test} from "node:test";

import {ARTICLE, ROOT, folder, open, serve, track, useBrowser} from
    "./browser.mjs";

const PAGE = readFileSync(join(ROOT, "dashboard/dist/page.html"));
const LATER = {...ARTICLE, id: "two", published: "2024-03-01",
               text: "“The foreign troops must stay,” Mara Silva said."};

useBrowser();

test("another history on the server is shown where one is looking", async () => {
  const history = track("before", [ARTICLE]);
  const page = await open(await serve(history), "#/overview?sort=name");
  assert.equal(await page.locator(".drawing .row").count(), 1);
  renameSync(track("after", [ARTICLE, LATER]), history);
  await page.getByRole("link", {name: /^Mara Silva: now/}).waitFor();
  assert.equal(await page.locator(".drawing .row").count(), 2);
  assert.match(page.url(), /sort=name/);
  assert.deepEqual(page.errors, []);
});

test("a reader with the token sees the page", async () => {
  const token = join(folder, "token");
  writeFileSync(token, "pears-and-plums\n");
  const address = await serve(track("token", [ARTICLE]),
                              `--token_file=${token}`);
  assert.equal((await fetch(address)).status, 401);
  const page = await open(address, "", {httpCredentials: {
    username: "reader", password: "pears-and-plums"}});
  assert.equal(await page.locator(".drawing .row").count(), 1);
  assert.deepEqual(page.errors, []);
});

const ANSWERS = [
  ["is missing", 404, "", /no history to show/, /server says 404/],
  ["is forbidden", 401, "", /no history to show/, /server says 401/],
  ["is cut", 200, readFileSync(track("cut", [ARTICLE])).subarray(0, 80),
   /cut short or damaged/, /onrecord verify/],
  ["is a page of the server", 200, "<!doctype html><p>Log in</p>",
   /not a history|damaged/, /onrecord verify/],
];

for (const [what, status, bytes, title, text] of ANSWERS) {
  test(`what is served as the history ${what}`, async () => {
    const server = createServer((request, response) => {
      const isPage = request.url === "/";
      response.statusCode = isPage ? 200 : status;
      response.end(isPage ? PAGE : bytes);
    });
    await new Promise(ready => server.listen(0, "127.0.0.1", ready));
    try {
      const page = await open(`http://127.0.0.1:${server.address().port}/`);
      assert.match(await page.locator("h1").textContent(), title);
      assert.match(await page.locator("[role=alert]").textContent(), text);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}

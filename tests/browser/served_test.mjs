// The page of a server: it fetches v1/history and follows v1/events.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import {join} from "node:path";
import {test} from "node:test";

import {ARTICLE, ROOT, open, track, useBrowser} from "./browser.mjs";

const PAGE = readFileSync(join(ROOT, "dashboard/dist/page.html"));

useBrowser();

test("another history on the server is shown where one is looking", async () => {
  const more = {...ARTICLE, id: "two", published: "2024-03-01",
                text: "“The foreign troops must stay,” Mara Silva said."};
  let bytes = readFileSync(track("before", [ARTICLE]));
  let stream;
  const server = createServer((request, response) => {
    if (request.url === "/v1/history") {
      assert.equal(request.headers.accept, "application/x-protobuf");
      response.end(bytes);
    } else if (request.url === "/v1/events") {
      response.writeHead(200, {"Content-Type": "text/event-stream"});
      stream = response;
      stream.write("event: history\nid: one\ndata: {}\n\n");
    } else {
      response.end(PAGE);
    }
  });
  await new Promise(ready => server.listen(0, "127.0.0.1", ready));
  try {
    const page = await open(`http://127.0.0.1:${server.address().port}/`,
                            "#/overview?sort=name");
    await page.waitForSelector(".drawing .row");
    assert.equal(await page.locator(".drawing .row").count(), 1);
    bytes = readFileSync(track("after", [ARTICLE, more]));
    stream.write("event: history\nid: two\ndata: {}\n\n");
    await page.getByRole("link", {name: /^Mara Silva: now/}).waitFor();
    assert.equal(await page.locator(".drawing .row").count(), 2);
    assert.match(page.url(), /sort=name/);
    assert.deepEqual(page.errors, []);
    await page.close();
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

// Histories that are cut, too new, empty, undated, hostile or huge.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import {join} from "node:path";
import {describe, test} from "node:test";

import {ARTICLE, PLACES, asksNobodyElse, encoded, folder, onrecord, open,
        pageOf, report, track, useBrowser} from "./browser.mjs";

useBrowser();

const alert = async page => [
  await page.locator("h1").textContent(),
  await page.locator("[role=alert]").textContent(),
];

test("a history that is cut short", async () => {
  const bytes = readFileSync(track("good", [ARTICLE]));
  for (const cut of [bytes.length - 1, bytes.length - 10, 60]) {
    const [title, text] =
        await alert(await open(pageOf("cut", bytes.subarray(0, cut))));
    assert.match(title, /cut short or damaged/);
    assert.match(text, /onrecord verify/);
  }
});

test("a history with a hole", async () => {
  const bytes = readFileSync(track("whole", [ARTICLE]));
  const middle = bytes.length >> 1;
  const [title, text] = await alert(await open(pageOf("hole", Buffer.concat(
      [bytes.subarray(0, middle), bytes.subarray(middle + 7)]))));
  assert.match(title, /cut short or damaged/);
  assert.match(text, /onrecord verify/);
});

test("bytes that are no history", async () => {
  const [title] = await alert(await open(pageOf("none", "\x0a\x03\x0a\x01x")));
  assert.match(title, /not a history|damaged/);
});

test("a history of a newer format", async () => {
  const bytes = Buffer.from(readFileSync(track("newer", [ARTICLE]))
      .toString("latin1").replace("onrecord.history.v1", "onrecord.history.v2"),
                            "latin1");
  const [title, text] = await alert(await open(pageOf("newer", bytes)));
  assert.match(title, /newer format/);
  assert.match(text, /onrecord\.history\.v2.*newer one/);
});

test("a history without statements", async () => {
  const page = report(track("empty", [
    {...ARTICLE, text: "“It rained all day,” Ana Lopez said."}]));
  const [title, text] = await alert(await open(page));
  assert.match(title, /nothing to show/);
  assert.match(text, /1 article with 1 quotation/);
});

test("statements without dates", async () => {
  const {published, ...undated} = ARTICLE;
  const page = await open(report(track("undated", [undated])));
  assert.match(await page.locator(".notice").first().textContent(),
               /No statement has a date/);
  await page.getByRole("link", {name: /Lopez/}).first().click();
  await page.waitForSelector("article.card");
  assert.match(await page.locator("article.card").textContent(), /no date/);
  assert.deepEqual(page.errors, []);
});

test("a folder is read through a web server", async () => {
  const site = join(folder, "site");
  onrecord("report", track("served", [ARTICLE]), "-o", `${site}/`);
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "/index.html" : request.url;
    response.end(readFileSync(site + name.split("?")[0]));
  });
  await new Promise(ready => server.listen(0, "127.0.0.1", ready));
  try {
    const page = await open(`http://127.0.0.1:${server.address().port}/`);
    assert.equal(await page.locator(".drawing .dot").count(), 1);
    await page.close();
  } finally {
    server.close();
    server.closeAllConnections();
  }
  const page = await open(join(site, "index.html"));
  assert.match((await alert(page))[1], /onrecord report HISTORY -o FILE\.html/);
});

test("no script but the page's own runs", async () => {
  const page = await open(report(track("policy", [ARTICLE])));
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
  });
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.match(page.errors.join(), /Content Security Policy/);
});

for (const [place, show] of Object.entries(PLACES)) describe(place, () => {
  test("hostile words are only shown", async () => {
    const words = "The foreign troops must leave our country " +
        "<script>alert(1)</script><img src=x onerror=alert(2)> \u202e</bdi> now";
    const page = await open(await show(track("hostile", [{
      ...ARTICLE, url: "javascript:alert(3)", title: "<svg onload=alert(4)>",
      outlet: "<b onmouseover=alert(5)>Post</b>",
      text: `“${words},” Ana Lopez said.`}])));
    const dot = page.locator(".drawing .dot");
    assert.equal(await dot.count(), 1);
    await page.getByRole("link", {name: /Lopez/}).first().click();
    const quote = page.locator("article.card blockquote");
    await quote.waitFor();
    assert.ok((await quote.textContent()).includes(
        "<script>alert(1)</script><img src=x onerror=alert(2)>"));
    await page.locator("article.card .date").click();
    await page.waitForSelector(".versions");
    assert.equal(await page.locator("main img, main script, main b").count(), 0);
    assert.equal(await page.locator("a[href^=javascript]").count(), 0);
    assert.match(await page.locator(".versions").textContent(), /<b onmouseover/);
    assert.deepEqual(page.errors, []);
    assert.ok(asksNobodyElse(page), page.asked.join());
  });

  test("every word of a history may be hostile", async () => {
    const evil = "<img src=x onerror=alert(1)>\u202e";
    const page = await open(await show(encoded("evil", `
      header { format: "onrecord.history.v1" generator: "${evil}" }
      targets { name: "${evil}" question: "${evil}" }
      speakers { id: "${evil}" name: "${evil}" aliases: "A ${evil}"
        external_id: "${evil}" roles { title: "${evil}" first_seen: "${evil}" } }
      timelines { target: "${evil}" speaker_id: "${evil}"
        speaker_name: "${evil}" current { label: STANCE_LABEL_FAVOR n: 1
          first: "${evil}" last: "${evil}" }
        observations { id: "${evil}" text: "${evil}" context: "${evil}"
          context_begin: 0 said_words: "${evil}" channel_words: "${evil}"
          country: "${evil}" organization: "${evil}" published: "2024-02-01"
          stance { label: STANCE_LABEL_FAVOR condition: "${evil}"
            evidence { span { end: 4 } rule: "${evil}" } }
          sources { article_id: "${evil}" url: "${evil}" }
          sources { outlet: "${evil}" url: "data:text/html,${evil}"
            published: "${evil}" quote_id: "${evil}" text: "B ${evil}" } }
        shifts { from: STANCE_LABEL_AGAINST to: STANCE_LABEL_FAVOR
          after: "${evil}" by: "2024-02-01" reported_by: "${evil}"
          after_ids: "${evil}" } }
      articles { id: "${evil}" title: "${evil}" outlet: "${evil}" }
      warnings: "${evil}" counts { articles: 1 observations: 1 shifts: 1 }`)));
    const follow = async link => {
      await page.locator(link).first().click();
      for (const closed of await page.locator("summary").all()) {
        await closed.click();
      }
      assert.equal(await page.locator("#app img, #app script").count(), 0);
      assert.match(await page.locator("main").textContent(), /<img src=x/);
    };
    await follow(".name a");
    await follow("article .date");
    assert.equal(await page.locator("main a[href^=data]").count(), 0);
    assert.deepEqual(page.errors, []);
    assert.ok(asksNobodyElse(page), page.asked.join());
  });

  test("a quotation of nearly a megabyte", async () => {
    // Of few words: a paragraph of many thousand is cut.
    const long = "The foreign troops must leave our country, " +
        `so${"o".repeat(50_000)}, `.repeat(19) + "now";
    const page = await open(await show(track("long", [
      {...ARTICLE, text: `“${long},” Ana Lopez said.`}])));
    await page.getByRole("link", {name: /Lopez/}).first().click();
    const card = page.locator("article.card");
    await card.waitFor();
    assert.ok((await card.boundingBox()).height < 800);
    await card.getByText(/all [\d,]+ characters/).click();
    assert.ok((await card.textContent()).includes(long));
    await card.locator(".date").click();
    await page.waitForSelector(".versions");
    assert.deepEqual(page.errors, []);
  });
});

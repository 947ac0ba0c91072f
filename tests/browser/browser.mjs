// The page in a browser, for the tests here: histories, pages, one Chromium.
import {execFileSync, spawn} from "node:child_process";
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync}
    from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, afterEach, before} from "node:test";
import {fileURLToPath, pathToFileURL} from "node:url";

export const packages = createRequire(
    new URL("../../dashboard/package.json", import.meta.url));
const {chromium} = packages("playwright-core");

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), "onrecord-browser-"));
const pages = [];
let browser;

// To be called once by each test file.
export function useBrowser() {
  before(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
  });
  afterEach(() => Promise.all(pages.splice(0).map(page => page.close())));
  after(async () => {
    await browser?.close();
    rmSync(folder, {recursive: true});
  });
}

// Runs the program; what it writes to its standard output.
export function onrecord(...words) {
  return execFileSync(process.env.ONRECORD, words,
                      {maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"]});
}

// True where a page has asked nobody but the one that it came from.
export function asksNobodyElse(page) {
  const origin = address => new URL(address).origin;
  return page.asked.length > 0 && (page.url().startsWith("file:") ?
      page.asked.length === 1 :
      page.asked.every(x => origin(x) === origin(page.url())));
}

// A history of these articles, each {id, text, ...}.
export function track(name, articles) {
  const input = join(folder, `${name}.jsonl`);
  writeFileSync(input, articles.map(a => JSON.stringify(a)).join("\n"));
  return trackFiles(name, input);
}

export function trackFiles(name, input) {
  const history = join(folder, `${name}.binpb`);
  onrecord("track", "--format=binpb", "-o", history, input);
  return history;
}

// A history out of protobuf's text format.
export function encoded(name, text) {
  const [input, output] = ["txtpb", "binpb"].map(
      ending => join(folder, `${name}.${ending}`));
  writeFileSync(input, text);
  const stdio = [openSync(input, "r"), openSync(output, "w"), "inherit"];
  execFileSync("protoc", ["--encode=onrecord.v1.History", "-I", ROOT,
                          "proto/history.proto"], {cwd: ROOT, stdio});
  stdio.slice(0, 2).forEach(closeSync);
  onrecord("verify", output);
  return output;
}

// The page with this history inside.
export function report(history) {
  const page = `${history}.html`;
  onrecord("report", history, "-o", page);
  return page;
}

// The address of `onrecord serve` with this history, until the tests end.
export async function serve(history, ...flags) {
  const server = spawn(process.env.ONRECORD,
                       ["serve", history, "--port=0", ...flags],
                       {stdio: ["ignore", "ignore", "pipe"]});
  process.on("exit", () => server.kill());
  server.unref();
  server.stderr.unref();
  let said = "";
  return new Promise((ready, fail) => {
    server.stderr.on("data", piece => {
      said += piece;
      const [address] = /http:\S+/.exec(said) ?? [];
      if (address) ready(address);
    });
    server.on("exit", () => fail(new Error(`onrecord serve: ${said}`)));
  });
}

// The two ways to the page of a history.
export const PLACES = {
  "the single file": async history => report(history),
  "onrecord serve": serve,
};

// The page with any bytes inside, good or not.
export function pageOf(name, bytes) {
  const empty = onrecord("report", track("any", [ARTICLE])).toString();
  const page = join(folder, `${name}.html`);
  writeFileSync(page, empty.replace(
      /(id="history-data">)[^<]*/,
      (_, place) => place + Buffer.from(bytes).toString("base64")));
  return page;
}

// Opens a file or address at a view, until the test ends; `errors` of the
// returned page are what went wrong in it, `asked` the addresses it wanted.
export async function open(file, hash = "", options = {}) {
  const page = await browser.newPage(
      {viewport: {width: 1200, height: 900}, ...options});
  pages.push(page);
  page.errors = [];
  page.asked = [];
  page.on("pageerror", error => page.errors.push(error.message));
  page.on("console", message => {
    if (message.type() === "error") page.errors.push(message.text());
  });
  page.on("dialog", async dialog => {
    page.errors.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", request => page.asked.push(request.url()));
  const address = file.startsWith("http") ? file : pathToFileURL(file).href;
  await page.goto(address + hash);
  await page.waitForSelector("main h1");
  return page;
}

// The bytes that a click on a download button gives.
export async function download(page, name) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name, exact: true}).click(),
  ]);
  return readFileSync(await file.path());
}

export const ARTICLE = {
  id: "one", outlet: "The Harbour Post", published: "2024-02-01",
  url: "https://harbourpost.example/one", title: "Lopez on the troops",
  text: "“The foreign troops must leave our country,” Ana Lopez said.",
};

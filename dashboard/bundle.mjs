// Makes dist/page.html: one file with the style, the code and their hashes in
// its Content-Security-Policy.
//
//   node bundle.mjs SOURCES_SHA256
import {createHash} from "node:crypto";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {build} from "esbuild";

const read = name => readFileSync(new URL(name, import.meta.url), "utf8");
const hash = text =>
    `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const result = await build({
  entryPoints: ["src/main.ts"], bundle: true, minify: true, write: false,
  format: "iife", target: "es2022", charset: "ascii",
  loader: {".css": "text"}, legalComments: "none",
});
// "</script" in a string would end the element.
const script = result.outputFiles[0].text.trim().replaceAll("</script",
                                                            "<\\/script");
const style = read("src/picture.css") + read("src/page.css");
const parts = {
  script, style, sources: process.argv[2],
  policy: `default-src 'none'; script-src ${hash(script)}; style-src ` +
      `${hash(style)}; connect-src 'self'; img-src data:; base-uri 'none'; ` +
      "form-action 'none'",
};
const page = read("src/page.html")
    .replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
mkdirSync(new URL("dist", import.meta.url), {recursive: true});
writeFileSync(new URL("dist/page.html", import.meta.url), page);

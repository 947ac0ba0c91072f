// What is shown, as files.
import {toJsonString} from "@bufbuild/protobuf";
import {HistorySchema} from "../../gen/proto/history_pb";
import {h} from "../dom";
import {csvOf} from "../model/csv";
import {bytesOf, historyOf} from "../model/shown";
import type {Line, World} from "../model/world";
import pictureStyle from "../picture.css";

export function downloads(world: World, lines: Line[],
                          picture: SVGSVGElement | null): HTMLElement {
  const button = (name: string, title: string, make: () => void) =>
      h("button", {type: "button", title, click: make}, name);
  return h("p", {class: "downloads"}, "Download what is shown: ",
    button("CSV", "one line a statement", () => save(
        "statements.csv", "text/csv", "\ufeff" + csvOf(lines))),
    button("JSON", "the history as protobuf’s JSON", () => save(
        "history.json", "application/json",
        toJsonString(HistorySchema, historyOf(world, lines),
                     {prettySpaces: 1}))),
    button("Protobuf", "the history as onrecord reads it", () => save(
        "history.binpb", "application/x-protobuf", bytesOf(world, lines))),
    picture && button("SVG", "the picture", () => save(
        "picture.svg", "image/svg+xml", standalone(picture))),
    picture && button("PNG", "the picture as pixels", () => void pixels(
        picture).then(blob => save("picture.png", "image/png", blob))));
}

function save(name: string, type: string,
              content: string | Blob | Uint8Array<ArrayBuffer>) {
  const url = URL.createObjectURL(new Blob([content], {type}));
  h("a", {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const PIXELS = 2;  // A side of a pixel of the page, for sharp print.

async function pixels(picture: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(standalone(picture));
  await image.decode();
  const canvas = h("canvas", {width: image.width * PIXELS,
                              height: image.height * PIXELS});
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob(
      blob => blob ? done(blob) : fail(new Error("The picture is too large"))));
}

// The picture with its colours inside; its links lead nowhere and are removed.
function standalone(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const style = document.createElementNS(copy.namespaceURI, "style");
  style.textContent = pictureStyle;
  copy.prepend(style);
  copy.removeAttribute("role");
  for (const link of copy.querySelectorAll("a")) link.removeAttribute("href");
  return new XMLSerializer().serializeToString(copy);
}

// Bytes -> a History that keeps its promises, or a sentence on what is wrong
// with them and what to do.
import {fromBinary} from "@bufbuild/protobuf";
import {base64Decode} from "@bufbuild/protobuf/wire";
import {type History, HistorySchema} from "../../gen/proto/history_pb";

const FORMAT = "onrecord.history.v1";
const AGAIN = "Make it again with “onrecord track … -o history.binpb”; " +
    "“onrecord verify FILE” checks a file from end to end.";

// What a page that cannot show its history says.
export class UnusableHistory extends Error {
  constructor(readonly title: string, message: string) { super(message); }
}

// The history inside the page; undefined where the page was built without one.
export function embeddedBytes(): Uint8Array | undefined {
  const text = document.getElementById("history-data")?.textContent?.trim();
  if (!text) return undefined;
  try {
    return base64Decode(text);
  } catch {
    throw damaged("The data inside this page is no base64.");
  }
}

// The history beside the page.
export async function fetchedBytes(address: string): Promise<Uint8Array> {
  const answer = await fetch(address, {
    cache: "no-cache", headers: {Accept: "application/x-protobuf"},
  }).catch(() => {
    throw missing(address, location.protocol === "file:" ?
        "A browser does not let a page from disk read its neighbours: use " +
            "“onrecord report HISTORY -o FILE.html” for one file with " +
            "everything, or show the folder by a web server." :
        "The server does not answer.");
  });
  if (!answer.ok) throw missing(address, `The server says ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}

export function readHistory(bytes: Uint8Array): History {
  if (bytes.length === 0) throw damaged("It holds no bytes at all.");
  let history: History;
  try {
    history = fromBinary(HistorySchema, bytes);
  } catch {
    throw damaged("Its bytes end too early or are no protobuf.");
  }
  checkFormat(history);
  checkCounts(history);
  return history;
}

function checkFormat(history: History) {
  const format = history.header?.format ?? "";
  if (format === FORMAT) return;
  if (format.startsWith("onrecord.history.v")) {
    throw new UnusableHistory(
        "This history is of a newer format",
        `It is “${format}”, this page reads “${FORMAT}”. Make the page with ` +
            "the program that made the history, or a newer one.");
  }
  throw new UnusableHistory(
      "This is not a history",
      `Want a file that begins with “${FORMAT}”, found ` +
          `“${format.slice(0, 40)}”. ${AGAIN}`);
}

function checkCounts(history: History) {
  const promised = history.counts;
  if (!promised) throw damaged("Its end is missing: it has no counts.");
  const found = history.timelines.reduce((n, t) => n + t.observations.length, 0);
  if (promised.observations !== found) {
    throw damaged(
        `It promises ${promised.observations} statements and holds ${found}.`);
  }
}

function damaged(what: string): UnusableHistory {
  return new UnusableHistory("This history is cut short or damaged",
                             `${what} ${AGAIN}`);
}

function missing(address: string, what: string): UnusableHistory {
  return new UnusableHistory("There is no history to show",
                             `Want one at ${address}. ${what}`);
}

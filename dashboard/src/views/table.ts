// The table behind a picture: the same statements for the eye and the ear.
import {count, h, shorten, words} from "../dom";
import {CHANNELS, FORMS, look} from "../labels";
import type {Line} from "../model/world";
import {doubtsOf} from "../picture/marks";
import {whenSaid} from "./card";
import {type Context, statementLink} from "./context";

const MOST_ROWS = 1000;
const HEADS = ["Speaker", "Said", "Position", "How", "Read", "Sources", "Words"];

// Made when it is opened first: a picture may stand for 200,000 rows.
export function tableBehind(context: Context, lines: Line[]): HTMLElement {
  const total = lines.reduce((n, line) => n + line.statements.length, 0);
  const details = h("details", {class: "table", toggle: () => {
    if (details.open && details.children.length === 1) {
      details.append(tableOf(context, lines, total));
    }
  }}, h("summary", {}, `The same as a table (${count(total, "statement")})`));
  return details;
}

function tableOf(context: Context, lines: Line[],
                 total: number): HTMLElement {
  const rows = h("tbody");
  for (const statement of first(lines)) {
    const o = statement.observation;
    rows.append(h("tr", {},
        h("th", {scope: "row"}, words(statement.timeline.speakerName)),
        h("td", {}, h("a", {href: statementLink(context, statement)},
                      whenSaid(o))),
        h("td", {}, look(o.stance?.label).name),
        h("td", {}, `${CHANNELS[o.channel]}, ${FORMS[o.form]}`),
        h("td", {}, doubtsOf(o).join(", ") || "by the rules"),
        h("td", {}, o.sources.length),
        h("td", {}, words(shorten(o.text, 200)))));
  }
  return h("div", {class: "scroll", tabindex: 0, role: "region",
                   "aria-label": "Statements"},
           h("table", {},
             h("caption", {}, total > MOST_ROWS ?
                 `The first ${MOST_ROWS} of ${total}; the CSV file has all.` :
                 count(total, "statement")),
             h("thead", {}, h("tr", {}, ...HEADS.map(
                 name => h("th", {scope: "col"}, name)))),
             rows));
}

function* first(lines: Line[]) {
  let n = 0;
  for (const line of lines) {
    for (const statement of line.statements) {
      if (n++ === MOST_ROWS) return;
      yield statement;
    }
  }
}

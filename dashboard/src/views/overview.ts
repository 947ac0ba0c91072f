// All speakers on one question.
import {count, h, s} from "../dom";
import {Form} from "../../gen/proto/quote_pb";
import {LOW_CONFIDENCE, POSITIONS, look} from "../labels";
import {sorted} from "../model/filter";
import type {Line} from "../model/world";
import {shape, slit} from "../picture/marks";
import {rowsPicture} from "../picture/rows";
import {address} from "../route";
import {type Context, type View, linksOf, shownLines} from "./context";
import {tableBehind} from "./table";

const FIRST_ROWS = 40;

export function overview(context: Context): View {
  const {world, route, target} = context;
  const lines = sorted(shownLines(context), route.query.get("sort") ?? "shift");
  const rows = Number(route.query.get("rows")) || FIRST_ROWS;
  const question = world.question(target);
  const nodes: Node[] = [summary(lines)];
  if (lines.length === 0) {
    nodes.push(h("p", {class: "notice"}, "No statement passes these filters. ",
                 h("a", {href: address(
        {...route, query: new URLSearchParams()}, "overview", "",
        {target: route.query.get("target") ?? ""})}, "Show all")));
    return {title: question, nodes, lines};
  }
  nodes.push(legend(),
             h("div", {class: "drawing"},
               rowsPicture(lines, lines.slice(0, rows), context.width,
                           linksOf(context))));
  if (lines.length > rows) {
    nodes.push(h("p", {}, h("a", {class: "button", href: address(
        route, "overview", "", {rows: String(rows + 200)})},
        `Show more of the ${count(lines.length, "speaker")}`)));
  }
  nodes.push(undatedNotice(lines), tableBehind(context, lines));
  return {title: question, nodes, lines};
}

function summary(lines: Line[]): HTMLElement {
  const sum = (of: (line: Line) => number) =>
      lines.reduce((n, line) => n + of(line), 0);
  return h("p", {class: "summary"}, [
    count(lines.length, "speaker"),
    count(sum(l => l.statements.length), "statement"),
    count(sum(l => l.timeline.shifts.length), "change"),
    count(sum(l => l.timeline.splits.length), "public/private split"),
  ].join(" · "));
}

export function undatedNotice(lines: Line[]): HTMLElement | Text {
  let undated = 0, all = 0;
  for (const line of lines) {
    all += line.statements.length;
    undated += line.statements.filter(x => x.day === undefined).length;
  }
  if (undated === 0) return document.createTextNode("");
  const which = undated === all ?
      "No statement has a date, so the picture is empty" :
      `${count(undated, "statement")} without a date cannot be drawn`;
  return h("p", {class: "notice"}, `${which}; the table and the speakers’ ` +
      "pages list them. Dates come from the articles: give “published” in " +
      "their JSON, or --published.");
}

// What the shapes and colours mean.
function legend(): HTMLElement {
  const item = (text: string, ...marks: SVGElement[]) => h("li", {},
      s("svg", {class: "picture", width: 18, height: 18, "aria-hidden": "true"}, ...marks), text);
  const sample = (form: Form, classes = "dot neutral") =>
      s("g", {class: classes}, shape(form, 9, 9, 5.5));
  const change = (tier: string) => s("g", {class: `shift ${tier} against`},
      s("line", {x1: 0, x2: 12, y1: 6, y2: 6}),
      s("path", {d: "M6 5L12 13L17 5Z"}));
  return h("ul", {class: "legend", "aria-label": "Legend"},
    ...POSITIONS.map(p => item(look(p).name, s("g", {class: `dot ${look(p).key}`},
                                               shape(Form.QUOTED, 9, 9, 5.5)))),
    item("in quotation marks", sample(Form.QUOTED)),
    item("reported speech", sample(Form.INDIRECT)),
    item("the reporter’s words", sample(Form.REPORTED)),
    item("in private", sample(Form.QUOTED, "dot neutral private")),
    item(`confidence below ${LOW_CONFIDENCE}`,
         sample(Form.QUOTED, "dot neutral doubtful")),
    item("ruled by a reader", sample(Form.QUOTED),
         s("circle", {class: "by-human", cx: 9, cy: 9, r: 8})),
    item("second opinion", sample(Form.QUOTED),
         slit(9, 9, 5.5)),
    item("change", change("shown")), item("candidate", change("candidate")),
    item("public/private split",
         s("g", {class: "split"},
           s("path", {class: "favor", d: "M9 2A7 7 0 0 0 9 16Z"}),
           s("path", {class: "against", d: "M9 2A7 7 0 0 1 9 16Z"}))));
}

// One speaker on one question.
import type {Position, Shift, Speaker, Split} from
    "../../gen/proto/history_pb";
import {Channel} from "../../gen/proto/quote_pb";
import {type Child, count, h, signed, words} from "../dom";
import {LOW_CONFIDENCE, look} from "../labels";
import {longDate} from "../model/dates";
import {filtered, isOpen, readFilter} from "../model/filter";
import type {Line, Statement} from "../model/world";
import {largePicture} from "../picture/large";
import {describeShift, describeSplit} from "../picture/marks";
import {address} from "../route";
import {badge, card, speakerFlag} from "./card";
import {type Context, type View, linksOf, statementLink} from "./context";
import {notFound} from "./not_found";
import {undatedNotice} from "./overview";
import {tableBehind} from "./table";

const FIRST_CARDS = 100;

export function speaker(context: Context): View {
  const {world, route, target} = context;
  const whole = world.line(target, route.id);
  if (!whole) return notFound(context, "speaker");
  const filter = readFilter(route.query);
  const [line = {...whole, statements: []}] = filtered([whole], filter);
  const {timeline} = whole;
  const open = isOpen(filter);
  const nodes: Node[] = [
    head(context, whole),
    ...shown(context, line),
    ...section("Changes", timeline.shifts.map(x => shift(context, whole, x))),
    ...section("Public and private",
               timeline.splits.map(x => split(context, whole, x))),
    h("h2", {}, open ? "Statements" : `Statements that pass the filters: ` +
        `${line.statements.length} of ${whole.statements.length}`),
    ...cards(context, line),
  ];
  return {title: timeline.speakerName, nodes, lines: line.statements.length > 0 ? [line] : []};
}

// The picture of the statements that the filters leave, and its table.
function shown(context: Context, line: Line): Node[] {
  if (line.statements.length === 0) {
    return [h("p", {class: "notice"}, "No statement passes these filters.")];
  }
  return [
    h("div", {class: "drawing"},
      largePicture(line, context.width, linksOf(context))),
    undatedNotice([line]), tableBehind(context, [line]),
  ];
}

function head(context: Context, line: Line): HTMLElement {
  const {timeline, speaker} = line;
  return h("div", {class: "head"},
           h("p", {class: "question"}, context.world.question(context.target)),
           speakerFlag(speaker), position(timeline.current),
           ...known(speaker),
           h("p", {}, ...otherQuestions(context, timeline.speakerId),
             h("a", {href: address(context.route, "compare", "",
                                   {ids: timeline.speakerId})},
               "Compare with others")));
}

export function position(current: Position | undefined): HTMLElement {
  if (!current || current.n === 0) {
    return h("p", {class: "position"}, "No public position.");
  }
  return h("p", {class: "position"}, "Now ", badge(current.label),
           ` score ${signed(current.score)}, from ` +
               `${count(current.n, "public statement")}, ` +
               (current.first === current.last ? longDate(current.last) :
                    `${longDate(current.first)} to ${longDate(current.last)}`));
}

function known(speaker: Speaker | undefined): HTMLElement[] {
  if (!speaker) return [];
  const seen = (first: string, last: string) => first === "" ? "" :
      first === last ? ` (${longDate(first)})` :
                       ` (${longDate(first)} to ${longDate(last)})`;
  const roles = speaker.roles.map(r => r.title + seen(r.firstSeen, r.lastSeen));
  const facts: [string, string][] = [
    ["Offices", roles.join("; ")],
    ["Also", speaker.aliases.filter(a => a !== speaker.name).join(", ")],
    ["Elsewhere", speaker.externalId],
  ];
  const rows = facts.filter(([, value]) => value).flatMap(
      ([name, value]) => [h("dt", {}, name), h("dd", {}, words(value))]);
  return rows.length > 0 ? [h("dl", {}, ...rows)] : [];
}

function otherQuestions(context: Context, id: string): Child[] {
  return context.world.lines
      .filter(l => l.timeline.speakerId === id &&
              l.timeline.target !== context.target)
      .flatMap(l => [h("a", {href: address(context.route, "speaker", id,
                                           {target: l.timeline.target})},
                       context.world.question(l.timeline.target)), " · "]);
}

function section(title: string, parts: HTMLElement[]): HTMLElement[] {
  return parts.length > 0 ? [h("h2", {}, title), ...parts] : [];
}

// Before and after side by side.
function shift(context: Context, line: Line, x: Shift): HTMLElement {
  return h("section", {class: "change"},
           h("h3", {}, describeShift(x)),
           h("p", {class: "summary"}, `Strength ${x.strength.toFixed(2)}, ` +
               `confidence ${x.confidence.toFixed(2)}`,
             x.confidence < LOW_CONFIDENCE && h("span", {class: "flag"},
                                                "low confidence")),
           x.reportedBy && h("p", {class: "reporter", dir: "auto"},
                             "A reporter writes: ", words(x.reportedBy)),
           sides(context, [
             [`Before: ${look(x.from).name}`, cited(line, x.beforeIds)],
             [`After: ${look(x.to).name}`, cited(line, x.afterIds)]]));
}

function split(context: Context, line: Line, x: Split): HTMLElement {
  const all = cited(line, x.observationIds);
  const isPrivate = (s: Statement) =>
      s.observation.channel === Channel.PRIVATE;
  return h("section", {class: "change"}, h("h3", {}, describeSplit(x)),
           sides(context, [["In public", all.filter(s => !isPrivate(s))],
                           ["In private", all.filter(isPrivate)]]));
}

function cited(line: Line, ids: string[]): Statement[] {
  const wanted = new Set(ids);
  return line.statements.filter(s => wanted.has(s.observation.id));
}

function sides(context: Context,
               columns: [string, Statement[]][]): HTMLElement {
  return h("div", {class: "sides"}, ...columns.map(([title, statements]) =>
      h("div", {}, h("h4", {}, title),
        ...statements.slice(0, 20).map(
            s => card(s, statementLink(context, s))),
        statements.length === 0 && h("p", {}, "Nothing is cited."))));
}

// The latest first.
function cards(context: Context, line: Line): HTMLElement[] {
  const {route} = context;
  const most = Number(route.query.get("rows")) || FIRST_CARDS;
  const latest = [...line.statements].reverse();
  const nodes: HTMLElement[] = latest.slice(0, most).map(
      s => card(s, statementLink(context, s)));
  if (latest.length > most) {
    nodes.push(h("p", {}, h("a", {class: "button", href: address(
        route, "speaker", route.id, {rows: String(most + 300)})},
        `Show more of ${count(latest.length, "statement")}`)));
  }
  return nodes;
}

// One row a speaker on a common time axis, the months' totals above.
import {s, shorten} from "../dom";
import {POSITIONS, look} from "../labels";
import {isoDay} from "../model/dates";
import type {Line, Statement} from "../model/world";
import {type Axis, axisOver, ticks} from "./axis";
import {describeShift, describeSplit, dot, isShown, shiftMark, splitMark} from
    "./marks";
import {totals} from "./totals";

export interface Links {
  speaker(line: Line): string;
  statement(statement: Statement): string;
  // The statements of a line between two dates.
  between(line: Line, from: string, to: string): string;
}

// More dots than these are drawn as counts: a page stays smooth with some
// thousands of elements.
const MOST_DOTS = 2500;
const BIN_PIXELS = 12;
const NARROW = 560;
const TOTALS_HEIGHT = 56, TICKS_HEIGHT = 16;
const MARKS_BELOW = 18;  // The middle of a row, in pixels.

interface Frame {
  axis: Axis;
  narrow: boolean;
  rowHeight: number;
  names: number;  // Width of the names' column; 0: above their rows.
}

// `all` decides the axis and the totals, `shown` are the rows.
export function rowsPicture(all: readonly Line[], shown: readonly Line[],
                            width: number, links: Links): SVGSVGElement {
  const narrow = width < NARROW;
  const names = narrow ? 0 : Math.min(210, Math.round(width * 0.22));
  const frame: Frame = {axis: axisOver(all, names + 8, width - 6), narrow,
                        names, rowHeight: narrow ? 64 : 48};
  const top = TOTALS_HEIGHT + TICKS_HEIGHT;
  const height = top + shown.length * frame.rowHeight + 4;
  const svg = s("svg", {
    class: "picture", width, height, viewBox: `0 0 ${width} ${height}`,
    role: "group", keydown: moveBetweenDots,
    "aria-label": "Statements by speaker and time; the arrow keys move " +
        "between them, the table below has the same",
  });
  svg.append(totals(all, frame.axis, TOTALS_HEIGHT),
             ticks(frame.axis, TOTALS_HEIGHT, height));
  const dots = shown.reduce((n, line) => n + line.statements.length, 0);
  shown.forEach((line, i) => svg.append(
      row(line, top + i * frame.rowHeight, frame, dots > MOST_DOTS, links)));
  return svg;
}

function row(line: Line, top: number, frame: Frame, binned: boolean,
             links: Links): SVGGElement {
  const {axis, narrow, rowHeight} = frame;
  const middle = top + (narrow ? 38 : rowHeight / 2 - 2);
  const group = s("g", {class: "row"});
  group.append(
      s("line", {class: "edge", x1: 0, x2: axis.right, y1: top, y2: top}),
      s("line", {class: "middle", x1: axis.left, x2: axis.right, y1: middle,
                 y2: middle}),
      name(line, narrow ? top + 16 : middle - 2, frame, links));
  const {shifts, splits} = line.timeline;
  for (const shift of shifts.filter(x => isShown(x.by, axis))) {
    group.append(shiftMark(shift, axis, middle + MARKS_BELOW));
  }
  for (const part of binned ? bins(line, middle, frame, links)
                            : dots(line, middle, frame, links)) {
    group.append(part);
  }
  for (const split of splits.filter(x => isShown(x.around, axis))) {
    group.append(splitMark(split, axis, middle + MARKS_BELOW));
  }
  return group;
}

function name(line: Line, y: number, frame: Frame, links: Links): SVGGElement {
  const {current, shifts, splits} = line.timeline;
  const now = look(current?.label);
  const length = frame.names ? Math.floor(frame.names / 7.6) : 34;
  const says = [`${line.timeline.speakerName}: now ${now.name}`,
                ...line.speaker?.human ? ["Identity by a reader"] : [],
                ...shifts.map(describeShift), ...splits.map(describeSplit)];
  const position = `${current?.n ? "now " : ""}${now.name.toLowerCase()} · ` +
      line.statements.length;
  return s("g", {class: "name"},
           s("a", {href: links.speaker(line), "aria-label": says.join(". ")},
             s("title", {}, says.join(".\n")),
             s("text", {x: 2, y, class: "speaker"},
               shorten(line.timeline.speakerName, length))),
           s("text", {x: frame.narrow ? frame.axis.right : 2,
                      y: frame.narrow ? y : y + 15,
                      class: `now ${now.key}`,
                      "text-anchor": frame.narrow ? "end" : "start"},
             position));
}

// In favour above the middle, against below: the place tells what the colour
// tells.
function lane(key: string): number {
  return {favor: -8, against: 8}[key] ?? 0;
}

function* dots(line: Line, middle: number, {axis}: Frame, links: Links) {
  const taken = new Map<string, number>();  // Dots of one day and position.
  for (const statement of line.statements) {
    if (statement.day === undefined) continue;
    const key = look(statement.observation.stance?.label).key;
    const place = `${key} ${Math.round(axis.x(statement.day) / 4)}`;
    const before = taken.get(place) ?? 0;
    taken.set(place, before + 1);
    yield dot(statement, axis.x(statement.day) + Math.min(before, 6) * 6,
              middle + lane(key), links.statement(statement));
  }
}

function* bins(line: Line, middle: number, {axis}: Frame, links: Links) {
  const counts = new Map<string, number>();
  const days = (axis.last - axis.first) / (axis.right - axis.left) * BIN_PIXELS;
  for (const {day, observation} of line.statements) {
    if (day === undefined) continue;
    const bin = Math.floor((day - axis.first) / days);
    const key = `${bin} ${look(observation.stance?.label).key}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const label of POSITIONS.map(p => look(p))) {
    for (const [place, n] of counts) {
      const [bin, key] = place.split(" ");
      if (key !== label.key) continue;
      const from = axis.first + Number(bin) * days;
      const dates = [isoDay(Math.ceil(from)), isoDay(Math.ceil(from + days) - 1)];
      const size = Math.min(BIN_PIXELS - 1, 3 + 1.6 * Math.log2(n + 1));
      yield s("a", {class: `dot bin ${key}`, tabindex: -1,
                    href: links.between(line, dates[0], dates[1])},
              s("title", {}, `${line.timeline.speakerName}, ${dates[0]} to ` +
                  `${dates[1]}: ${n} × ${label.name}`),
              s("rect", {x: axis.x(from + days / 2) - size / 2,
                         y: middle + lane(key) * 1.4 - size / 2, width: size,
                         height: size, rx: 2}));
    }
  }
}

// Left and right go through the dots of a row, up and down through the rows.
export function moveBetweenDots(event: Event) {
  const key = (event as KeyboardEvent).key;
  const at = (event.target as Element).closest("a");
  const row = at?.closest(".row");
  if (!at || !row) return;
  const along = {ArrowLeft: -1, ArrowRight: 1}[key];
  if (along) {
    const links = [...row.querySelectorAll("a")];
    links[links.indexOf(at) + along]?.focus();
  } else if (key === "ArrowUp" || key === "ArrowDown") {
    const next = key === "ArrowUp" ? row.previousElementSibling
                                   : row.nextElementSibling;
    next?.querySelector("a")?.focus();
  } else {
    return;
  }
  event.preventDefault();
}

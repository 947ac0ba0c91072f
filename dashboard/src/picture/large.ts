// One speaker's statements by time and score.
import {StanceLabel} from "../../gen/proto/stance_pb";
import {s} from "../dom";
import {middleOf} from "../model/dates";
import {look} from "../labels";
import type {Line, Statement} from "../model/world";
import {type Axis, axisOver, ticks} from "./axis";
import {describeShift, dot, isShown, splitMark} from "./marks";
import {type Links, moveBetweenDots, rowsPicture} from "./rows";

const HEIGHT = 260, TOP = 8, BOTTOM = 236;
const MOST_DOTS = 1500;

// More statements than the picture can hold are drawn as in the overview.
export function largePicture(line: Line, width: number,
                             links: Links): SVGSVGElement {
  if (line.statements.length > MOST_DOTS) {
    return rowsPicture([line], [line], width, links);
  }
  const axis = axisOver([line], 78, width - 8);
  const svg = s("svg", {
    class: "picture large", width, height: HEIGHT,
    viewBox: `0 0 ${width} ${HEIGHT}`, role: "group", keydown: moveBetweenDots,
    "aria-label": `Statements of ${line.timeline.speakerName} by time and ` +
        "position; the arrow keys move between them, the list below has the same",
  });
  svg.append(ticks(axis, BOTTOM + 4, TOP), levels(axis));
  for (const shift of line.timeline.shifts.filter(x => isShown(x.by, axis))) {
    svg.append(band(shift, axis));
  }
  svg.append(dots(line, axis, links));
  for (const split of line.timeline.splits.filter(
           x => isShown(x.around, axis))) {
    svg.append(splitMark(split, axis, y(0)));
  }
  return svg;
}

// The score; what is mixed stays near the middle whatever its score.
function height({observation}: Statement): number {
  const {label, score} = observation.stance ?? {label: undefined, score: 0};
  return label === StanceLabel.MIXED ? Math.max(-.3, Math.min(.3, score)) :
                                       score;
}

// From a score to pixels.
function y(score: number): number {
  return TOP + 12 + (1 - score) / 2 * (BOTTOM - TOP - 24);
}

function levels(axis: Axis): SVGGElement {
  const group = s("g", {class: "levels", "aria-hidden": "true"});
  for (const [score, text] of [[1, "In favour"], [0, "Mixed"],
                               [-1, "Against"]] as const) {
    group.append(s("line", {x1: axis.left, x2: axis.right, y1: y(score),
                            y2: y(score)}),
                 s("text", {x: 2, y: y(score) + 4}, text));
  }
  return group;
}

// The time in which a change happened.
function band(shift: Line["timeline"]["shifts"][number],
              axis: Axis): SVGGElement {
  const by = axis.x(middleOf(shift.by)!);
  const after = middleOf(shift.after);
  const from = after === undefined ? by - 4 : axis.x(after);
  const left = Math.max(axis.left, Math.min(from, by));
  return s("g", {class: `band ${look(shift.to).key}`},
           s("title", {}, describeShift(shift)),
           s("rect", {x: left, y: TOP, width: Math.max(4, by - left),
                      height: BOTTOM - TOP}));
}

function dots(line: Line, axis: Axis, links: Links): SVGGElement {
  const group = s("g", {class: "row"});
  const taken = new Set<string>();
  for (const statement of line.statements) {
    if (statement.day === undefined) continue;
    const x = axis.x(statement.day);
    let at = y(height(statement));
    const place = () => `${Math.round(x / 6)} ${Math.round(at / 6)}`;
    // Dots in the same place stand beside one another, towards the middle.
    const step = at < y(0) ? 7 : -7;
    for (let i = 0; i < 12 && taken.has(place()); ++i) at += step;
    taken.add(place());
    group.append(dot(statement, x, at, links.statement(statement)));
  }
  if (group.firstElementChild) {
    group.firstElementChild.setAttribute("tabindex", "0");
  }
  return group;
}

// The time axis: days to pixels, and where its ticks stand.
import {type Line} from "../model/world";
import {dayOf, isoDay} from "../model/dates";
import {s} from "../dom";

export interface Axis {
  readonly first: number;  // Day at `left`.
  readonly last: number;   // Day at `right`.
  readonly left: number;   // Pixels.
  readonly right: number;
  readonly empty: boolean;  // No statement has a day.
  x(day: number): number;
}

export function axisOver(lines: readonly Line[], left: number,
                         right: number): Axis {
  let first = Infinity, last = -Infinity;
  for (const line of lines) {
    for (const {day} of line.statements) {
      if (day === undefined) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  const empty = first > last;
  if (empty) first = last = 0;
  const margin = Math.max(20, (last - first) * 0.025);
  first -= margin;
  last += margin;
  const scale = (right - left) / (last - first);
  return {first, last, left, right, empty, x: day => left + (day - first) * scale};
}

const STEPS_IN_MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const MONTH_DAYS = 30.44;
const TICK_PIXELS = 64, DIGIT_PIXELS = 7;

// Vertical lines with their dates below `top`, down to `bottom`.
export function ticks(axis: Axis, top: number, bottom: number): SVGGElement {
  const group = s("g", {class: "ticks", "aria-hidden": "true"});
  if (axis.empty) return group;
  const months = (axis.last - axis.first) / MONTH_DAYS;
  const most = Math.max(2, (axis.right - axis.left) / TICK_PIXELS);
  const step = STEPS_IN_MONTHS.find(n => months / n <= most) ?? 1200;
  const start = Number(isoDay(axis.first).slice(0, 4)) * 12;
  for (let month = Math.floor(start / step) * step;; month += step) {
    const year = Math.floor(month / 12), inYear = month % 12;
    const date = `${String(year).padStart(4, "0")}-` +
        String(inYear + 1).padStart(2, "0");
    const day = dayOf(date);
    if (day === undefined || day > axis.last) break;
    const x = axis.x(day);
    if (x < axis.left) continue;
    const text = inYear === 0 ? String(year) : date;
    group.append(s("line", {x1: x, x2: x, y1: top, y2: bottom}));
    if (x + text.length * DIGIT_PIXELS < axis.right) {
      group.append(s("text", {x: x + 3, y: top + 10}, text));
    }
  }
  return group;
}

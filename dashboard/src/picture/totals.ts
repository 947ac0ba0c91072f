// How many statements there are in each month, or year where months are too
// thin to see, by position.
import {s} from "../dom";
import {POSITIONS, look} from "../labels";
import {dayOf, isoDay} from "../model/dates";
import type {Line} from "../model/world";
import type {Axis} from "./axis";

const THINNEST = 3;  // Pixels of a month's bar.
const MONTH_DAYS = 30.44;

export function totals(lines: readonly Line[], axis: Axis,
                       height: number): SVGGElement {
  const months = (axis.last - axis.first) / MONTH_DAYS;
  const yearly = (axis.right - axis.left) / months < THINNEST;
  const sums = sumsBy(lines, yearly ? 4 : 7);
  let most = 1;
  for (const sum of sums.values()) {
    most = Math.max(most, [...sum.values()].reduce((a, b) => a + b, 0));
  }
  const group = s("g", {class: "totals"},
                  s("text", {x: 2, y: 12},
                    `statements a ${yearly ? "year" : "month"}, ` +
                        `at most ${most}`));
  const room = height - 20;
  for (const [date, sum] of sums) group.append(bar(date, sum));
  return group;

  function bar(date: string, sum: Map<string, number>): SVGGElement {
    const left = Math.max(axis.left, axis.x(dayOf(date)!));
    const right = Math.min(axis.right, axis.x(dayOf(date, true)! + 1));
    const parts = s("g", {}, s("title", {}, `${date}: ` + POSITIONS.map(p =>
        `${look(p).name} ${sum.get(look(p).key) ?? 0}`).join(", ")));
    let y = height;
    for (const {key} of [...POSITIONS].reverse().map(look)) {
      const part = (sum.get(key) ?? 0) / most * room;
      y -= part;
      if (part > 0) {
        parts.append(s("rect", {class: key, x: left, y, height: part,
                                width: Math.max(1, right - left - 1)}));
      }
    }
    return parts;
  }
}

// Date of so many characters -> LabelLook.key -> statements.
function sumsBy(lines: readonly Line[],
                  characters: number): Map<string, Map<string, number>> {
  const sums = new Map<string, Map<string, number>>();
  const dates = new Map<number, string>();  // Days repeat, dates are dear.
  for (const line of lines) {
    for (const {day, observation} of line.statements) {
      if (day === undefined) continue;
      let date = dates.get(day);
      if (date === undefined) {
        dates.set(day, date = isoDay(day).slice(0, characters));
      }
      let sum = sums.get(date);
      if (!sum) sums.set(date, sum = new Map());
      const {key} = look(observation.stance?.label);
      sum.set(key, (sum.get(key) ?? 0) + 1);
    }
  }
  return sums;
}

// The marks of a picture: a dot a statement, a bar a change, a sign a split.
import {Channel, Form} from "../../gen/proto/quote_pb";
import {type Observation, type Shift, ShiftTier, type Split} from
    "../../gen/proto/history_pb";
import {StanceLabel} from "../../gen/proto/stance_pb";
import {s, shorten} from "../dom";
import {CHANNELS, FORMS, LOW_CONFIDENCE, SHIFTS, TIERS, look} from "../labels";
import {dayOf, longDate, middleOf} from "../model/dates";
import type {Statement} from "../model/world";
import type {Axis} from "./axis";

// How large a dot of so many sources is, as its radius in pixels.
export function radius(sources: number): number {
  return Math.min(10, 3.5 + 1.5 * Math.sqrt(sources));
}

// What a screen reader and a pointer are told of a statement.
function describe({observation: o, timeline}: Statement): string {
  const doubts = doubtsOf(o).map(x => `, ${x}`).join("");
  return `${timeline.speakerName}, ${longDate(o.said || o.published)}: ` +
      `${look(o.stance?.label).name}, ${CHANNELS[o.channel]}, ` +
      `${FORMS[o.form]}, ${o.sources.length} source` +
      `${o.sources.length === 1 ? "" : "s"}${doubts}. ${shorten(o.text, 160)}`;
}

// Who or what else decided, and how sure it is; in words.
export function doubtsOf(o: Observation): string[] {
  const found: [boolean | undefined, string][] = [
    [isHuman(o), "by a reader"],
    [o.stance?.secondOpinion, "second opinion"],
    [isDoubtful(o), "low confidence"],
  ];
  return found.filter(([is]) => is).map(([, text]) => text);
}

export function isDoubtful(o: Observation): boolean {
  return !o.stance?.human && (o.stance?.confidence ?? 0) < LOW_CONFIDENCE;
}

function isHuman(o: Observation): boolean {
  return Boolean(o.stance?.human) || o.humanSpeaker;
}

// The shape tells the form, its filling the channel, its colour the position.
export function dot(statement: Statement, x: number, y: number,
                    href: string): SVGAElement {
  const o = statement.observation;
  const r = radius(o.sources.length);
  const classes = ["dot", look(o.stance?.label).key,
                   o.channel === Channel.PRIVATE && "private",
                   isDoubtful(o) && "doubtful"].filter(Boolean).join(" ");
  return s("a", {class: classes, href, tabindex: -1},
           s("title", {}, describe(statement)), shape(o.form, x, y, r),
           o.stance?.secondOpinion && slit(x, y, r),
           isHuman(o) && s("circle", {class: "by-human", cx: x, cy: y,
                                      r: r + 3}));
}

// Across a dot: a second opinion.
export function slit(x: number, y: number, r: number): SVGElement {
  return s("line", {class: "by-model", x1: x - r, x2: x + r, y1: y, y2: y});
}

export function shape(form: Form, x: number, y: number,
                      r: number): SVGElement {
  if (form === Form.INDIRECT) {
    const side = r * 1.75;
    return s("rect", {x: x - side / 2, y: y - side / 2, width: side,
                      height: side});
  }
  if (form === Form.REPORTED) {
    const d = r * 1.3;
    return s("path", {d: `M${x} ${y - d}L${x + d} ${y}L${x} ${y + d}` +
                         `L${x - d} ${y}Z`});
  }
  return s("circle", {cx: x, cy: y, r});
}

// The name of a position within a sentence.
function inText(label: Shift["from"]): string {
  return look(label).name.toLowerCase();
}

export function describeShift(shift: Shift): string {
  const when = shift.after ?
      `between ${longDate(shift.after)} and ${longDate(shift.by)}` :
      `by ${longDate(shift.by)}`;
  const tier = TIERS[shift.tier];
  return `${SHIFTS[shift.kind]} from ${inText(shift.from)} to ` +
      `${inText(shift.to)} ${when}${tier && ` (${tier})`}`;
}

export function describeSplit(split: Split): string {
  return `In public ${inText(split.publicLabel)}, in private ` +
      `${inText(split.privateLabel)}, around ${longDate(split.around)}`;
}

// A bar over the time in which the change happened, and an arrow at its end
// that points the new way.
export function shiftMark(shift: Shift, axis: Axis, y: number): SVGGElement {
  const by = middleOf(shift.by) ?? axis.last;
  const after = middleOf(shift.after) ?? by;
  const from = Math.max(axis.left, axis.x(after));
  const to = Math.min(axis.right, axis.x(by));
  const tip = {[StanceLabel.FAVOR]: -7, [StanceLabel.AGAINST]: 7} as
      Partial<Record<StanceLabel, number>>;
  const rise = tip[shift.to] ?? 0;
  const arrow = rise === 0 ?
      `M${to - 4} ${y - 5}L${to + 6} ${y}L${to - 4} ${y + 5}Z` :
      `M${to - 6} ${y - rise / 2}L${to} ${y + rise}L${to + 6} ${y - rise / 2}Z`;
  const tier = shift.tier === ShiftTier.CANDIDATE ? "candidate" : "shown";
  return s("g", {class: `shift ${tier} ${look(shift.to).key}`},
           s("title", {}, describeShift(shift)),
           s("line", {x1: from, x2: to, y1: y, y2: y}), s("path", {d: arrow}));
}

// Half in the colour of either position.
export function splitMark(split: Split, axis: Axis, y: number): SVGGElement {
  const x = axis.x(middleOf(split.around) ?? axis.last);
  const half = (key: string, sweep: number) => s("path", {
    class: key, d: `M${x} ${y - 6}A6 6 0 0 ${sweep} ${x} ${y + 6}Z`});
  return s("g", {class: "split"}, s("title", {}, describeSplit(split)),
           half(look(split.publicLabel).key, 0),
           half(look(split.privateLabel).key, 1),
           s("line", {x1: x, x2: x, y1: y - 7, y2: y + 7}));
}

// True where a shift or split lies inside the picture.
export function isShown(date: string, axis: Axis): boolean {
  const day = dayOf(date);
  return day !== undefined && day <= axis.last &&
      (dayOf(date, true) ?? day) >= axis.first;
}

// Which statements are shown, and in which order; as in the address.
import {look} from "../labels";
import {dayOf} from "./dates";
import {type Line, type Statement, lastDay} from "./world";

export interface Filter {
  labels: string[];      // LabelLook.key; empty: all.
  outlet: string;        // Empty: all.
  country: string;       // That the speaker spoke for then; empty: any.
  organization: string;  // The same.
  from: string;          // A date; empty: from the first.
  to: string;            // A date, included; empty: to the last.
  confidence: number;    // At least so much, 0 to 1.
  text: string;          // In words, context, name or office; empty: all.
}

export const SORTS: Record<string, string> = {
  shift: "last change", activity: "latest statement",
  statements: "most statements", position: "position", name: "name",
};

export function readFilter(query: URLSearchParams): Filter {
  const confidence = Number(query.get("confidence") ?? 0);
  return {
    labels: (query.get("labels") ?? "").split(",").filter(Boolean),
    outlet: query.get("outlet") ?? "",
    country: query.get("country") ?? "",
    organization: query.get("organization") ?? "",
    from: query.get("from") ?? "",
    to: query.get("to") ?? "",
    confidence: Number.isFinite(confidence) ? confidence : 0,
    text: query.get("text") ?? "",
  };
}

// True where the filter lets everything through.
export function isOpen(filter: Filter): boolean {
  return filter.labels.length === 0 && !filter.outlet &&
      !filter.country && !filter.organization && !filter.from && !filter.to &&
      filter.confidence <= 0 && !filter.text.trim();
}

function matcher(filter: Filter): (s: Statement, line: Line) => boolean {
  const from = dayOf(filter.from), to = dayOf(filter.to, true);
  const labels = new Set(filter.labels);
  const text = fold(filter.text.trim());
  return ({observation, day}, line) => {
    const stance = observation.stance;
    if (labels.size > 0 && !labels.has(look(stance?.label).key)) return false;
    if ((stance?.confidence ?? 0) < filter.confidence) return false;
    if (from !== undefined && (day === undefined || day < from)) return false;
    if (to !== undefined && (day === undefined || day > to)) return false;
    if (filter.outlet &&
        !observation.sources.some(s => s.outlet === filter.outlet)) return false;
    if (filter.country && observation.country !== filter.country) return false;
    if (filter.organization &&
        observation.organization !== filter.organization) return false;
    return text === "" || fold(observation.text).includes(text) ||
        fold(observation.context).includes(text) || nameHas(line, text);
  };
}

// The lines with the statements that pass, lines without any left out.
export function filtered(lines: readonly Line[], filter: Filter): Line[] {
  if (isOpen(filter)) return lines.filter(line => line.statements.length > 0);
  const passes = matcher(filter);
  return lines
      .map(line => ({...line,
                     statements: line.statements.filter(s => passes(s, line))}))
      .filter(line => line.statements.length > 0);
}

export function sorted(lines: readonly Line[], by: string): Line[] {
  const name = (a: Line, b: Line) =>
      a.timeline.speakerName.localeCompare(b.timeline.speakerName);
  const keys: Record<string, (line: Line) => number> = {
    activity: line => -lastDay(line),
    statements: line => -line.statements.length,
    position: line => -(line.timeline.current?.score ?? 0),
    name: () => 0,
    shift: line => -lastChange(line),
  };
  const keyed = lines.map(line => ({line, key: (keys[by] ?? keys.shift)(line)}));
  keyed.sort((a, b) => compare(a.key, b.key) || name(a.line, b.line));
  return keyed.map(k => k.line);
}

// Infinities are equal to themselves here.
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// The day of the last shift or split; -Infinity: there is none.
function lastChange(line: Line): number {
  const days = [...line.timeline.shifts.map(s => dayOf(s.by, true)),
                ...line.timeline.splits.map(s => dayOf(s.around, true))];
  return Math.max(-Infinity, ...days.map(d => d ?? -Infinity));
}

function nameHas(line: Line, text: string): boolean {
  return fold(line.timeline.speakerName).includes(text) ||
      (line.speaker?.roles ?? []).some(r => fold(r.title).includes(text));
}

// Case and accents do not count, nor do the shapes of apostrophes.
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'")
      .toLowerCase();
}

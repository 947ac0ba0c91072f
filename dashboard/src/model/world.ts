// A history with what the views ask of it, made once.
import type {History, Observation, Speaker, TargetInfo, Timeline} from
    "../../gen/proto/history_pb";
import {middleOf} from "./dates";

// One observation and where it belongs.
export interface Statement {
  readonly observation: Observation;
  readonly timeline: Timeline;
  // Days since 1970-01-01 at which it is drawn; undefined: no date at all.
  readonly day: number | undefined;
}

// One speaker on one target, all statements by date.
export interface Line {
  readonly timeline: Timeline;
  readonly speaker: Speaker | undefined;
  readonly statements: readonly Statement[];
}

export class World {
  readonly targets: readonly TargetInfo[];
  readonly lines: readonly Line[];
  // What the statements name, each sorted.
  readonly outlets: readonly string[];
  readonly countries: readonly string[];
  readonly organizations: readonly string[];
  private readonly byId = new Map<string, Statement>();

  constructor(readonly history: History, readonly bytes: Uint8Array) {
    const speakers = new Map(history.speakers.map(s => [s.id, s]));
    const outlets = new Set<string>();
    const countries = new Set<string>(), organizations = new Set<string>();
    this.lines = history.timelines.map(timeline => {
      const statements = timeline.observations.map(observation => {
        const statement = {
          observation, timeline,
          day: middleOf(observation.said) ?? middleOf(observation.published),
        };
        this.byId.set(observation.id, statement);
        for (const source of observation.sources) outlets.add(source.outlet);
        countries.add(observation.country);
        organizations.add(observation.organization);
        return statement;
      });
      return {timeline, speaker: speakers.get(timeline.speakerId), statements};
    });
    this.outlets = named(outlets);
    this.countries = named(countries);
    this.organizations = named(organizations);
    this.targets = byUse(history);
  }

  // The lines on one question.
  on(target: string): Line[] {
    return this.lines.filter(line => line.timeline.target === target);
  }

  line(target: string, speakerId: string): Line | undefined {
    return this.on(target).find(
        line => line.timeline.speakerId === speakerId ||
            line.speaker?.formerIds.includes(speakerId));
  }

  statement(id: string): Statement | undefined { return this.byId.get(id); }

  question(target: string): string {
    return this.targets.find(t => t.name === target)?.question || target;
  }
}

function named(names: Set<string>): string[] {
  return [...names].filter(Boolean).sort((a, b) => a.localeCompare(b));
}

// The questions, the one with most statements first.
function byUse(history: History): TargetInfo[] {
  const uses = new Map<string, number>();
  for (const t of history.timelines) {
    uses.set(t.target, (uses.get(t.target) ?? 0) + t.observations.length);
  }
  const use = (t: TargetInfo) => uses.get(t.name) ?? 0;
  return [...history.targets].sort(
      (a, b) => use(b) - use(a) || a.name.localeCompare(b.name));
}

// The last day of a line that anything is dated to; -Infinity: none.
export function lastDay(line: Line): number {
  return line.statements.reduce((day, s) => Math.max(day, s.day ?? -Infinity),
                                -Infinity);
}

// What is shown, as data of its own: a history of these lines only.
import {clone, create, toBinary} from "@bufbuild/protobuf";
import {type History, HistoryCountsSchema, HistorySchema, type TargetInfo,
        TargetInfoSchema, type Timeline, TimelineSchema} from "../../gen/proto/history_pb";
import type {Line, World} from "./world";

// A history that `onrecord verify` accepts: shifts and splits stay where
// everything that they cite is shown, articles where they are cited. Trends and
// totals of what is not all shown are left out. The current positions are those
// of the whole history, which is returned where all of it is shown.
export function historyOf(world: World, lines: readonly Line[]): History {
  const {history} = world;
  if (isWhole(world, lines)) return history;
  const kept = new Map(lines.map(line => [line.timeline, timelineOf(line)]));
  const timelines = history.timelines.flatMap(t => kept.get(t) ?? []);
  const targets = new Set(timelines.map(t => t.target));
  const speakers = new Set(timelines.map(t => t.speakerId));
  const cited = new Set(timelines.flatMap(t => t.observations.flatMap(
      o => o.sources.map(source => source.articleId))));
  const articles = history.articles.filter(a => cited.has(a.id));
  const sum = (of: (t: Timeline) => number) =>
      timelines.reduce((n, t) => n + of(t), 0);
  return create(HistorySchema, {
    header: history.header,
    targets: history.targets.filter(t => targets.has(t.name)).map(withoutTotals),
    speakers: history.speakers.filter(s => speakers.has(s.id)),
    timelines, articles, warnings: history.warnings,
    counts: create(HistoryCountsSchema, {
      articles: articles.length,
      quotes: history.counts?.quotes,
      attributedQuotes: history.counts?.attributedQuotes,
      observations: sum(t => t.observations.length),
      shifts: sum(t => t.shifts.length),
      splits: sum(t => t.splits.length),
    }),
  });
}

// The history as it came where all of it is shown.
export function bytesOf(world: World,
                        lines: readonly Line[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(isWhole(world, lines) ? world.bytes :
      toBinary(HistorySchema, historyOf(world, lines)));
}

function isWhole(world: World, lines: readonly Line[]): boolean {
  const shown = lines.reduce((n, line) => n + line.statements.length, 0);
  return world.lines.length === lines.length &&
      shown === world.history.counts?.observations;
}

function withoutTotals(target: TargetInfo): TargetInfo {
  const out = clone(TargetInfoSchema, target);
  out.aggregates = undefined;
  return out;
}

function timelineOf({timeline, statements}: Line): Timeline {
  if (statements.length === timeline.observations.length) return timeline;
  const ids = new Set(statements.map(x => x.observation.id));
  const all = (...lists: string[][]) => lists.flat().every(id => ids.has(id));
  const out = clone(TimelineSchema, timeline);
  out.observations = statements.map(x => x.observation);
  out.trend = [];
  out.reiterations =
      out.observations.filter(o => o.reiteratedBy !== "").length;
  out.shifts = out.shifts.filter(x => all(x.beforeIds, x.afterIds));
  out.splits = out.splits.filter(x => all(x.observationIds));
  return out;
}

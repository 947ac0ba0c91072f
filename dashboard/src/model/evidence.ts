// Finds the words of the evidence in the sentence around a statement.
//
// A history has the spans of the evidence in the article's text, but not the
// text. The context is a stretch of that text, so all spans lie in it at one
// offset: the one at which they are whole words that fit their rules. Where no
// offset fits, or the best two fit equally well, nothing is marked.
import type {Observation} from "../../gen/proto/history_pb";
import type {Evidence} from "../../gen/proto/stance_pb";

// A stretch of the context, in order; with the evidence that it shows.
export interface Piece {
  text: string;
  evidence?: Evidence;
}

const LONGEST = 20_000;  // Bytes of a context that is searched.
const WORD = /[\p{L}\p{N}]/u;

export function markEvidence(observation: Observation): Piece[] {
  const {context, stance} = observation;
  const evidence = [...stance?.evidence ?? []].filter(e => e.span)
      .sort((a, b) => a.span!.begin - b.span!.begin);
  const bytes = new TextEncoder().encode(context);
  if (evidence.length === 0 || bytes.length > LONGEST) return [{text: context}];
  const offset = bestOffset(bytes, evidence);
  return offset === undefined ? [{text: context}]
                              : cut(bytes, evidence, offset);
}

function bestOffset(bytes: Uint8Array,
                    evidence: Evidence[]): number | undefined {
  const first = evidence[0].span!.begin;
  const length = Math.max(...evidence.map(e => e.span!.end)) - first;
  let best: number | undefined, highest = 0, tie = false;
  for (let at = 0; at + length <= bytes.length; ++at) {
    const fit = fitAt(bytes, evidence, at - first);
    if (fit <= 0 || fit < highest) continue;
    tie = fit === highest;
    [best, highest] = [at - first, fit];
  }
  return tie ? undefined : best;
}

// How many letters of the rules the words at an offset begin with; 0 where one
// of them is no whole word.
function fitAt(bytes: Uint8Array, evidence: Evidence[],
               offset: number): number {
  let fit = 0;
  for (const {span, rule} of evidence) {
    const begin = span!.begin + offset, end = span!.end + offset;
    if (!isEdge(bytes, begin) || !isEdge(bytes, end)) return 0;
    fit += commonBeginning(plain(decode(bytes.subarray(begin, end))),
                           plain(detailOf(rule)));
  }
  return fit;
}

// True where a word begins or ends before this byte.
function isEdge(bytes: Uint8Array, at: number): boolean {
  if (at < bytes.length && (bytes[at] & 0xc0) === 0x80) return false;
  return isWord(bytes, at - 1) !== isWord(bytes, at);
}

function isWord(bytes: Uint8Array, at: number): boolean {
  if (at < 0 || at >= bytes.length) return false;
  if (bytes[at] < 0x80) return WORD.test(String.fromCharCode(bytes[at]));
  let begin = at;
  while (begin > 0 && (bytes[begin] & 0xc0) === 0x80) --begin;
  return WORD.test(decode(bytes.subarray(begin, begin + 4)).charAt(0));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

// "walk out on" of "target:walk out on", "for as" of "opinion:b=for_as".
function detailOf(rule: string): string {
  return rule.replace(/^.*[:=]/, "").replaceAll("_", " ");
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll("’", "'");
}

function commonBeginning(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) ++n;
  return n;
}

function cut(bytes: Uint8Array, evidence: Evidence[], offset: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const one of evidence) {
    const begin = one.span!.begin + offset, end = one.span!.end + offset;
    if (begin < at) continue;  // Inside the one before.
    if (begin > at) pieces.push({text: decode(bytes.subarray(at, begin))});
    pieces.push({text: decode(bytes.subarray(begin, end)), evidence: one});
    at = end;
  }
  if (at < bytes.length) pieces.push({text: decode(bytes.subarray(at))});
  return pieces;
}

// Cuts the sentences around a statement where its words and the evidence for
// its position begin and end. Spans of a history are UTF-8 bytes of the
// article's text; `contextBegin` says where in it the sentences stand.
import type {Observation} from "../../gen/proto/history_pb";
import type {TextSpan} from "../../gen/proto/article_pb";
import type {Evidence} from "../../gen/proto/stance_pb";

// A stretch of the context, in order.
export interface Piece {
  text: string;
  said: boolean;        // The speaker's words, not the reporter's.
  evidence?: Evidence;  // That it is part of.
}

interface Marked {
  span: TextSpan;
  evidence?: Evidence;
}

// All of the context; in one piece where the history does not say where the
// context stands, as histories of older programs do not.
export function piecesOf(observation: Observation): Piece[] {
  const {context, contextBegin: begin, content, stance} = observation;
  if (begin === undefined) return [{text: context, said: false}];
  const bytes = new TextEncoder().encode(context);
  const said = content.map(span => ({span}));
  const evidence: Marked[] = (stance?.evidence ?? []).flatMap(
      e => e.span ? {span: e.span, evidence: e} : []);
  const saidAt = coverer(said), evidenceAt = coverer(evidence);
  const edges = edgesOf([...said, ...evidence], begin, begin + bytes.length);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < edges.length; ++i) {
    const text = bytes.subarray(edges[i] - begin, edges[i + 1] - begin);
    pieces.push({text: new TextDecoder().decode(text),
                 said: saidAt(edges[i]) !== undefined,
                 evidence: evidenceAt(edges[i])?.evidence});
  }
  return pieces;
}

// Gives the words of some evidence; empty where the context lacks them.
export function evidenceWords({context, contextBegin: begin}: Observation):
    (evidence: Evidence) => string {
  const bytes = new TextEncoder().encode(context);
  return ({span}) => {
    if (begin === undefined || !span || span.begin < begin) return "";
    const text = bytes.subarray(span.begin - begin, span.end - begin);
    return text.length < span.end - span.begin ? "" :
                                                 new TextDecoder().decode(text);
  };
}

// Tells which of the spans has the byte at an offset; asked from left to right.
// Of spans inside one another the outer one.
function coverer(marked: Marked[]): (at: number) => Marked | undefined {
  const sorted = [...marked].sort(
      (a, b) => a.span.begin - b.span.begin || b.span.end - a.span.end);
  let next = 0;
  return at => {
    while (next < sorted.length && sorted[next].span.end <= at) ++next;
    return next < sorted.length && sorted[next].span.begin <= at ?
        sorted[next] : undefined;
  };
}

// Where spans begin and end between two bytes, and the two themselves, sorted.
function edgesOf(marked: Marked[], first: number, last: number): number[] {
  const edges = new Set([first, last]);
  for (const {span} of marked) {
    for (const edge of [span.begin, span.end]) {
      if (edge > first && edge < last) edges.add(edge);
    }
  }
  return [...edges].sort((a, b) => a - b);
}

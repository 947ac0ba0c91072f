// One statement with everything that speaks for its label.
import {type Observation, type Source} from "../../gen/proto/history_pb";
import {Channel} from "../../gen/proto/quote_pb";
import type {Evidence, Stance} from "../../gen/proto/stance_pb";
import {type Child, count, h, outsideLink, shorten, signed, words} from "../dom";
import {CHANNELS, FORMS, PRECISIONS, actName, look, modalityName} from
    "../labels";
import {longDate} from "../model/dates";
import {markEvidence} from "../model/evidence";
import type {Statement} from "../model/world";
import {isDoubtful} from "../picture/marks";

const LONG_WORDS = 1200;  // Characters; what is longer opens on demand.

// A label with its name in its colour.
export function badge(label: Stance["label"] | undefined): HTMLElement {
  const {key, name, meaning} = look(label);
  return h("span", {class: `badge ${key}`, title: meaning}, name);
}

// `href` leads to all sources; `whole` shows long words in full.
export function card(statement: Statement, href: string,
                     whole = false): HTMLElement {
  const o = statement.observation;
  return h("article", {class: `card ${look(o.stance?.label).key}`},
           h("header", {}, h("a", {href, class: "date"}, whenSaid(o)),
             badge(o.stance?.label), ...flags(o)),
           h("blockquote", {dir: "auto"}, quotation(o.text, whole)),
           contextOf(o, whole),
           h("p", {class: "sources"}, ...sourcesLine(o.sources)),
           h("details", {class: "why"},
             h("summary", {}, "Why this label"), ...why(o)));
}

// "17 January 2024"; where only the printing is dated, that date.
export function whenSaid(o: Observation): string {
  if (o.said) return longDate(o.said);
  return o.published ? `printed ${longDate(o.published)}` : "no date";
}

function flags(o: Observation): HTMLElement[] {
  const found: [boolean, string, string][] = [
    [o.channel === Channel.PRIVATE, "in private", "said behind closed doors"],
    [Boolean(o.stance?.human), "ruled by a reader",
     "a person decided the position"],
    [o.humanSpeaker, "speaker by a reader", "a person decided who said it"],
    [Boolean(o.stance?.secondOpinion), "second opinion",
     "the rules were silent or said something else: a model of words decided"],
    [isDoubtful(o), "low confidence", "read it before you rely on it"],
  ];
  return found.filter(([is]) => is).map(
      ([, text, title]) => h("span", {class: "flag", title}, text));
}

function quotation(text: string, whole: boolean): Child {
  if (whole || text.length <= LONG_WORDS) return words(text);
  return h("details", {class: "long"},
           h("summary", {}, words(shorten(text, 400)), " ",
             h("span", {class: "more"}, `all ${count(text.length,
                                                     "character")}`)),
           words(text));
}

function contextOf(o: Observation, whole: boolean): HTMLElement {
  const pieces = !whole && o.context.length > LONG_WORDS ?
      [{text: shorten(o.context, 400)}] : markEvidence(o);
  return h("p", {class: "context", dir: "auto"},
           ...pieces.map(piece => "evidence" in piece && piece.evidence ?
               h("mark", {title: `${piece.evidence.rule}: ` +
                                 leaning(piece.evidence)},
                 piece.text) :
               piece.text));
}

function leaning({weight}: Evidence): string {
  if (weight === 0) return "takes no side";
  return weight > 0 ? "speaks in favour" : "speaks against or turns round";
}

function sourcesLine(sources: Source[]): Child[] {
  const first = sources.slice(0, 3).flatMap((source, i) =>
      [i > 0 && ", ", outsideLink(source.url, source.outlet || "unnamed outlet")]);
  return sources.length > 3 ? [...first, ` and ${sources.length - 3} more`] :
                              first;
}

function why(o: Observation): Child[] {
  const stance = o.stance;
  const facts: [string, string][] = [
    ["Said", o.said ? `${longDate(o.said)} (${PRECISIONS[o.saidPrecision]})` :
                      "not known"],
    ["Printed first", longDate(o.published)],
    ["How", `${CHANNELS[o.channel]}, ${FORMS[o.form]}`],
    ["Score", `${signed(stance?.score ?? 0)} of −1 to +1, confidence ` +
        (stance?.confidence ?? 0).toFixed(2)],
    ["Act", actName(stance?.act ?? 0)],
    ["Put", modalityName(stance?.modality ?? 0)],
    ["Condition", stance?.condition ?? ""],
  ];
  const marked = markEvidence(o).filter(piece => piece.evidence);
  const evidence = (stance?.evidence ?? []).map(e => h("li", {},
      h("code", {}, e.rule), " ",
      words(marked.find(piece => piece.evidence === e)?.text ?? ""),
      h("small", {}, ` ${leaning(e)}`)));
  return [
    h("dl", {}, ...facts.filter(([, value]) => value).flatMap(
        ([name, value]) => [h("dt", {}, name), h("dd", {}, words(value))])),
    evidence.length > 0 && h("ul", {class: "rules"}, ...evidence),
  ];
}

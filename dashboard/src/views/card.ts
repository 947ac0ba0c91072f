// One statement with everything that speaks for its label.
import {type Observation, type Source, type Speaker} from "../../gen/proto/history_pb";
import {Channel} from "../../gen/proto/quote_pb";
import type {Evidence, Stance} from "../../gen/proto/stance_pb";
import {type Child, count, h, outsideLink, shorten, signed, words} from "../dom";
import {CHANNELS, FORMS, PRECISIONS, actName, look, modalityName} from
    "../labels";
import {longDate} from "../model/dates";
import {type Piece, evidenceWords, piecesOf} from "../model/evidence";
import type {Statement} from "../model/world";
import {isDoubtful} from "../picture/marks";

const MOST_RULES = 40, MOST_PIECES = 1000;
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
             h("small", {class: "dated"}, words(howDated(o))),
             badge(o.stance?.label), ...flags(o)),
           h("blockquote", {dir: "auto"}, quotation(shownWords(o.text), whole)),
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

// What tells the date: "“on Tuesday”"; empty where the history does not say.
function howDated(o: Observation): string {
  if (o.saidWords) return `“${o.saidWords}”`;
  return o.said !== "" && o.said === o.published ? "the day of printing" : "";
}

function flag(text: string, title: string): HTMLElement {
  return h("span", {class: "flag", title}, text);
}

// What a person decided of the speaker.
export function speakerFlag(speaker: Speaker | undefined): Child {
  return speaker?.human && flag("identity by a reader",
                                "a person decided who this is");
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
  return found.filter(([is]) => is).map(([, text, title]) => flag(text, title));
}

// A comma before the closing mark belongs to the reporter's sentence.
function shownWords(text: string): string {
  return text.replace(/,$/, "");
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
      [{text: shorten(o.context, 400), said: false}] : piecesOf(o);
  const rest = pieces.slice(MOST_PIECES).map(piece => piece.text).join("");
  return h("p", {class: "context", dir: "auto"},
           ...pieces.slice(0, MOST_PIECES).map(pieceShown), rest);
}

function pieceShown({text, said, evidence}: Piece): Child {
  const classes = said && "said";
  if (!evidence) return said ? h("span", {class: classes}, text) : text;
  return h("mark", {class: classes, title: `${evidence.rule}: ` +
                                           leaning(evidence)}, text);
}

function leaning({weight}: Evidence): string {
  if (weight === 0) return "takes no side";
  return weight > 0 ? "speaks in favour" : "speaks against or turns round";
}

// Where one outlet printed it in several articles, the dates tell them apart.
function sourcesLine(sources: Source[]): Child[] {
  const several = (outlet: string) =>
      sources.filter(source => source.outlet === outlet).length > 1;
  const name = ({outlet, published}: Source) =>
      (outlet || "unnamed outlet") +
      (several(outlet) ? ` (${longDate(published)})` : "");
  const first = sources.slice(0, 3).flatMap((source, i) =>
      [i > 0 && ", ", outsideLink(source.url, name(source))]);
  return sources.length > 3 ? [...first, ` and ${sources.length - 3} more`] :
                              first;
}

function why(o: Observation): Child[] {
  const stance = o.stance;
  const facts: [string, string][] = [
    ["Said", [longDate(o.said), o.said && PRECISIONS[o.saidPrecision],
              howDated(o)].filter(Boolean).join(", ")],
    ["Printed first", longDate(o.published)],
    ["How", [CHANNELS[o.channel] + (o.channelWords && `: “${o.channelWords}”`),
             FORMS[o.form]].join(", ")],
    ["Spoke for", [o.organization, o.country].filter(Boolean).join(", ")],
    ["Score", `${signed(stance?.score ?? 0)} of −1 to +1, confidence ` +
        (stance?.confidence ?? 0).toFixed(2)],
    ["Act", actName(stance?.act ?? 0)],
    ["Put", modalityName(stance?.modality ?? 0)],
    ["Condition", stance?.condition ?? ""],
  ];
  const all = stance?.evidence ?? [], wordsOf = evidenceWords(o);
  const evidence = all.slice(0, MOST_RULES).map(e => h("li", {},
      h("code", {}, e.rule), " ", words(wordsOf(e)),
      h("small", {}, ` ${leaning(e)}`)));
  if (all.length > MOST_RULES) {
    evidence.push(h("li", {}, `and ${all.length - MOST_RULES} more`));
  }
  return [
    h("dl", {}, ...facts.filter(([, value]) => value).flatMap(
        ([name, value]) => [h("dt", {}, name), h("dd", {}, words(value))])),
    evidence.length > 0 && h("ul", {class: "rules"}, ...evidence),
  ];
}

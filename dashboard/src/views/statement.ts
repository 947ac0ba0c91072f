// One statement and everywhere it was printed.
import type {Observation} from "../../gen/proto/history_pb";
import {type Child, count, h, outsideLink, words} from "../dom";
import {longDate} from "../model/dates";
import {type Change, changesFrom} from "../model/versions";
import {address} from "../route";
import {card, whenSaid} from "./card";
import {type Context, type View, statementLink} from "./context";
import {notFound} from "./not_found";

export function statement(context: Context): View {
  const found = context.world.statement(context.route.id);
  if (!found) return notFound(context, "statement");
  const {timeline, observation} = found;
  const line = context.world.line(timeline.target, timeline.speakerId)!;
  const detail = card(found, statementLink(context, found), true);
  detail.querySelector<HTMLDetailsElement>("details.why")!.open = true;
  return {
    title: `${timeline.speakerName}, ${whenSaid(observation)}`,
    nodes: [
      h("p", {class: "question"}, context.world.question(timeline.target)),
      h("p", {}, h("a", {href: address(context.route, "speaker",
                                       timeline.speakerId,
                                       {target: timeline.target})},
                   "Everything by ", words(timeline.speakerName))),
      detail,
      h("h2", {}, `Printed in ${count(observation.sources.length, "article")}`),
      ...sources(context, observation),
    ],
    lines: [{...line, statements: [found]}],
  };
}

// Every article with its own words; the first is the one shown above.
function sources(context: Context, {text, sources}: Observation): Node[] {
  const titles = new Map(
      context.world.history.articles.map(a => [a.id, a.title]));
  const items = sources.map((source, i) => {
    const title = titles.get(source.articleId) || source.url ||
        source.articleId;
    return h("li", {class: "card"},
             h("header", {}, h("strong", {}, words(source.outlet ||
                                                   "unnamed outlet")),
               longDate(source.published), outsideLink(source.url, title),
               h("code", {}, words(source.quoteId))),
             i === 0 ? h("p", {class: "context"}, "The words shown above.") :
                       version(text, source.text));
  });
  const differ = items.some(item => item.querySelector("ins, del"));
  return [differ && differenceKey(), h("ol", {class: "versions"}, ...items)]
      .filter(node => node !== false);
}

function differenceKey(): HTMLElement {
  return h("p", {class: "key"}, "Against the words above: ",
           h("ins", {}, "only in this outlet"), ", ",
           h("del", {}, "left out by this outlet"), ".");
}

// One outlet's words, `printed`, beside the longest version of them.
function version(longest: string, printed: string): HTMLElement {
  if (printed === "") return h("p", {class: "context"}, "The same words.");
  const changes = changesFrom(longest, printed);
  if (!changes) return h("blockquote", {dir: "auto"}, words(printed));
  const same = changes.every(change => change.kind === "same");
  return h("blockquote", {dir: "auto"},
           h("bdi", {}, ...changes.flatMap(c => [changeShown(c), " "])),
           same && h("small", {class: "dated"},
                     " the same words, other punctuation"));
}

// What a reader's ear misses, an underline and a line through, is told in words
// that only it gets.
function changeShown({kind, text}: Change): Child {
  if (kind === "same") return text;
  const told = (name: string) => h("span", {class: "unseen"}, name);
  return kind === "added" ?
      h("ins", {}, told("only here: "), text, told(";")) :
      h("del", {}, told("left out: "), shortMiddle(text), told(";"));
}

const EDGE_WORDS = 6;

// The first and the last words of what is long.
function shortMiddle(text: string): string {
  const all = text.split(/\s+/);
  if (all.length <= 4 * EDGE_WORDS) return text;
  return [...all.slice(0, EDGE_WORDS),
          `[${all.length - 2 * EDGE_WORDS} words]`,
          ...all.slice(-EDGE_WORDS)].join(" ");
}

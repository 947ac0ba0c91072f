// One statement and everywhere it was printed.
import type {Source} from "../../gen/proto/history_pb";
import {count, h, outsideLink, words} from "../dom";
import {longDate} from "../model/dates";
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
      sources(context, observation.sources),
    ],
    lines: [{...line, statements: [found]}],
  };
}

// The first is the article whose words are shown.
function sources(context: Context, list: Source[]): HTMLElement {
  const titles = new Map(context.world.history.articles.map(a => [a.id, a]));
  return h("div", {class: "scroll", tabindex: 0, role: "region",
                   "aria-label": "Sources"},
    h("table", {},
      h("thead", {}, h("tr", {}, ...["Outlet", "Printed", "Article", "Quotation",
                                     ""].map(x => h("th", {scope: "col"}, x)))),
      h("tbody", {}, ...list.map((source, i) => h("tr", {},
        h("th", {scope: "row"}, words(source.outlet || "unnamed outlet")),
        h("td", {}, longDate(source.published)),
        h("td", {}, outsideLink(
            source.url, titles.get(source.articleId)?.title || source.url ||
                source.articleId)),
        h("td", {}, h("code", {}, words(source.quoteId))),
        h("td", {}, i === 0 ? "the words shown above" : ""))))));
}

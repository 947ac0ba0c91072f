// Two or more speakers on the same axis, their words side by side.
import {h, words} from "../dom";
import type {Line} from "../model/world";
import {rowsPicture} from "../picture/rows";
import {address} from "../route";
import {card, speakerFlag} from "./card";
import {type Context, type View, linksOf, shownLines, statementLink} from
    "./context";
import {undatedNotice} from "./overview";
import {position} from "./speaker";
import {tableBehind} from "./table";

const MOST_CARDS = 30;

export function compare(context: Context): View {
  const {route} = context;
  const ids = (route.query.get("ids") ?? "").split(",").filter(Boolean);
  const all = shownLines(context);
  const chosen = ids.flatMap(
      id => all.find(line => line.timeline.speakerId === id) ?? []);
  const nodes: Node[] = [
    h("p", {class: "question"}, context.world.question(context.target)),
    chooser(context, all, ids),
  ];
  if (chosen.length === 0) {
    nodes.push(h("p", {class: "notice"},
                 "Choose two or more speakers to see them side by side."));
  } else {
    nodes.push(
        h("div", {class: "drawing"},
          rowsPicture(chosen, chosen, context.width, linksOf(context))),
        undatedNotice(chosen), tableBehind(context, chosen),
        h("div", {class: "sides"}, ...chosen.map(l => column(context, l, ids))));
  }
  return {title: "Compare", nodes, lines: chosen};
}

function chooser(context: Context, all: Line[], ids: string[]): HTMLElement {
  const others = all.filter(line => !ids.includes(line.timeline.speakerId))
      .sort((a, b) => a.timeline.speakerName.localeCompare(
          b.timeline.speakerName));
  const select = h("select", {change: () => {
    location.hash = address(context.route, "compare", "",
                            {ids: [...ids, select.value].join(",")});
  }}, h("option", {value: ""}, "choose…"), ...others.map(
      line => h("option", {value: line.timeline.speakerId},
                line.timeline.speakerName)));
  return h("p", {}, h("label", {}, "Add a speaker ", select));
}

function column(context: Context, line: Line, ids: string[]): HTMLElement {
  const {speakerId, speakerName, current} = line.timeline;
  const rest = ids.filter(id => id !== speakerId).join(",");
  const latest = [...line.statements].reverse().slice(0, MOST_CARDS);
  return h("div", {},
           h("h2", {}, h("a", {href: linksOf(context).speaker(line)},
                         words(speakerName))),
           speakerFlag(line.speaker), position(current),
           h("p", {}, h("a", {href: address(context.route, "compare", "",
                                            {ids: rest})},
                        "Take out ", words(speakerName))),
           ...latest.map(s => card(s, statementLink(context, s))));
}

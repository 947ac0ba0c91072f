// An address that leads to nothing in this history.
import {h} from "../dom";
import {address} from "../route";
import type {Context, View} from "./context";

export function notFound({route}: Context, what: string): View {
  return {
    title: `No such ${what}`,
    nodes: [h("p", {class: "notice"},
              `This history has no ${what} “${route.id}” on this question; it ` +
                  "may be of other articles. ",
              h("a", {href: address(route, "overview")}, "All speakers"))],
    lines: [],
  };
}

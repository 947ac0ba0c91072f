// What every view is given.
import {filtered, readFilter} from "../model/filter";
import type {Line, Statement, World} from "../model/world";
import type {Links} from "../picture/rows";
import {type Route, address} from "../route";

export interface Context {
  world: World;
  route: Route;
  target: string;
  width: number;  // Pixels that a picture may use.
}

// What a view shows: elements, and the lines that a download holds.
export interface View {
  title: string;
  nodes: Node[];
  lines: Line[];
}

// The lines on the question that the filter lets through.
export function shownLines({world, route, target}: Context): Line[] {
  return filtered(world.on(target), readFilter(route.query));
}

export function linksOf({route}: Context): Links {
  return {
    speaker: line => address(route, "speaker", line.timeline.speakerId),
    statement: statement =>
        address(route, "statement", statement.observation.id),
    between: (line, from, to) =>
        address(route, "speaker", line.timeline.speakerId, {from, to}),
  };
}

export function statementLink(context: Context, statement: Statement): string {
  return linksOf(context).statement(statement);
}

// The page: reads the history, then shows the view that the address names.
import {count, h} from "./dom";
import {UnusableHistory, embeddedBytes, fetchedBytes, readHistory} from
    "./model/read_history";
import {World} from "./model/world";
import {type Route, address, readRoute} from "./route";
import {compare} from "./views/compare";
import type {Context, View} from "./views/context";
import {downloads} from "./views/downloads";
import {filterForm} from "./views/filters";
import {overview} from "./views/overview";
import {speaker} from "./views/speaker";
import {statement} from "./views/statement";

const VIEWS: Record<string, (context: Context) => View> =
    {overview, speaker, statement, compare};

const app = document.getElementById("app")!;

function contextOf(world: World, route: Route): Context {
  const wanted = route.query.get("target") ?? "";
  const target = world.targets.some(t => t.name === wanted) ? wanted :
      world.targets[0].name;
  return {world, route, target, width: Math.max(280, app.clientWidth)};
}

// The parts of the page that stay when a filter changes.
class Page {
  private world!: World;
  private readonly filters = h("div");
  private readonly main = h("main", {id: "main", tabindex: -1});
  private route = readRoute(location.hash);

  constructor(world: World) {
    this.renew(world);
    window.addEventListener("hashchange", () => this.follow());
    let width = app.clientWidth;
    new ResizeObserver(() => {
      if (app.clientWidth === width) return;
      width = app.clientWidth;
      this.show();
    }).observe(app);
  }

  // Shows another history in the same view.
  renew(world: World) {
    this.world = world;
    app.replaceChildren(skipLink(this.main), this.filters, this.main,
                        footer(world));
    this.follow();
  }

  // A new address: another view, or other filters.
  private follow() {
    const before = this.route;
    this.route = readRoute(location.hash);
    this.showFilters();
    this.show();
    if (before.view !== this.route.view || before.id !== this.route.id) {
      scrollTo(0, 0);
      this.main.focus();
    }
  }

  private showFilters() {
    const {target} = contextOf(this.world, this.route);
    this.filters.replaceChildren(
        nav(this.route),
        h("details", {class: "filter-box", open: app.clientWidth >= 700 ||
                          this.filters.querySelector("details")?.open},
          h("summary", {}, "Filters"),
          filterForm(this.world, this.route, target, c => this.change(c))));
  }

  // The form keeps the focus: it is not made anew.
  private change(changes: Record<string, string>) {
    const {view, id} = this.route;
    const cleared = Object.values(changes).every(value => value === "");
    history.replaceState(null, "", address(this.route, view, id, changes));
    this.route = readRoute(location.hash);
    if (cleared) this.showFilters();
    this.show();
    this.filters.querySelector("nav")!.replaceWith(nav(this.route));
  }

  private show() {
    const context = contextOf(this.world, this.route);
    const {title, nodes, lines} =
        (VIEWS[this.route.view] ?? VIEWS.overview)(context);
    document.title = `${title} · Onrecord`;
    this.main.replaceChildren(h("h1", {}, h("bdi", {}, title)), ...nodes);
    if (lines.length > 0) {
      this.main.append(downloads(this.world, lines,
                                 this.main.querySelector("svg.picture")));
    }
  }
}

function skipLink(main: HTMLElement): HTMLElement {
  return h("button", {class: "skip", type: "button",
                      click: () => main.focus()}, "To the content");
}

function nav(route: Route): HTMLElement {
  const link = (view: string, text: string) => h("a", {
    href: address(route, view),
    "aria-current": route.view === view && "page"}, text);
  return h("nav", {"aria-label": "Views"}, h("strong", {}, "Onrecord"),
           link("overview", "Overview"), link("compare", "Compare"));
}

function footer({history}: World): HTMLElement {
  const c = history.counts;
  return h("footer", {},
    h("p", {}, `From ${count(c?.articles ?? 0, "article")} with ` +
        `${count(c?.quotes ?? 0, "quotation")}, ` +
        `${(c?.attributedQuotes ?? 0).toLocaleString("en")} with a named ` +
        `speaker; made by onrecord ${history.header?.generator ?? ""}. Labels ` +
        "are found by rules and, where these are unsure, by a model of " +
        "words: read what was said before you rely on one."),
    history.warnings.length > 0 && h("details", {},
      h("summary", {}, count(history.warnings.length, "warning")),
      h("ul", {}, ...history.warnings.map(w => h("li", {}, w)))));
}

function explain(title: string, message: string) {
  app.replaceChildren(h("main", {}, h("h1", {}, title),
                        h("p", {class: "notice", role: "alert"}, message)));
}

function setting(name: string): string {
  return document.querySelector<HTMLMetaElement>(
      `meta[name=onrecord-${name}]`)!.content;
}

// The history to show; undefined, and explained, where nothing is in it.
async function load(): Promise<World | undefined> {
  const bytes = embeddedBytes() ?? await fetchedBytes(setting("history"));
  const world = new World(readHistory(bytes), bytes);
  const {counts} = world.history;
  if (world.targets.length > 0 && counts?.observations) return world;
  explain("There is nothing to show yet", "This history holds " +
      `${count(counts?.articles ?? 0, "article")} with ` +
      `${count(counts?.quotes ?? 0, "quotation")}, and no statement that ` +
      "takes a side on its questions. “onrecord explain ARTICLES” shows what " +
      "was read in them, “onrecord targets” the questions that can be asked.");
  return undefined;
}

async function show(page: Page | undefined): Promise<Page | undefined> {
  try {
    const world = await load();
    if (!world) return undefined;
    if (!page) return new Page(world);
    page.renew(world);
    return page;
  } catch (error) {
    const [title, message] = error instanceof UnusableHistory ?
        [error.title, error.message] :
        ["The page failed", `${error}. The history may be fine: “onrecord ` +
            "verify FILE” tells, and “onrecord track --format=text” shows it."];
    explain(title, message);
    return page;
  }
}

// A server tells when its history is another one; its first event is about the
// one that is there.
async function start() {
  let page = await show(undefined);
  const address = setting("events");
  if (!address) return;
  let known = "";
  new EventSource(address).addEventListener("history", async event => {
    const {lastEventId} = event as MessageEvent;
    const first = known === "";
    if (known === lastEventId) return;
    known = lastEventId;
    if (!first) page = await show(page);
  });
}

void start();

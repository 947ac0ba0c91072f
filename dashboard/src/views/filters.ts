// The form above the views; what it says is in the address.
import {h} from "../dom";
import {POSITIONS, look} from "../labels";
import {SORTS, readFilter} from "../model/filter";
import type {World} from "../model/world";
import type {Route} from "../route";

// Called with the keys of the address that change; empty removes.
export type OnChange = (changes: Record<string, string>) => void;

const TYPING_MS = 200;

export function filterForm(world: World, route: Route, target: string,
                           onChange: OnChange): HTMLFormElement {
  const filter = readFilter(route.query);
  const labels = POSITIONS.map(p => look(p));
  const boxes = labels.map(({key, name}) => {
    const box = h("input", {
      type: "checkbox", value: key,
      checked: filter.labels.length === 0 || filter.labels.includes(key),
      change: () => onChange({labels: chosen(boxes.map(b => b.input))}),
    });
    return {input: box, label: h("label", {class: key}, box, ` ${name}`)};
  });
  const form = h("form", {class: "filters", role: "search",
                          "aria-label": "Filters",
                          submit: event => event.preventDefault()},
    field("Question", select("target", target, world.targets.map(
        t => [t.name, t.question || t.name]), onChange), "wide"),
    field("Search", input("text", "search", filter.text, onChange,
                          {placeholder: "words, names, offices"})),
    h("fieldset", {}, h("legend", {}, "Position"), ...boxes.map(b => b.label)),
    field("Outlet", select("outlet", filter.outlet,
                           [["", "all"], ...world.outlets.map(
                               o => [o, o] as [string, string])], onChange)),
    field("From", input("from", "text", filter.from, onChange, DATE)),
    field("To", input("to", "text", filter.to, onChange, DATE)),
    field("Confidence at least", select(
        "confidence", filter.confidence ? String(filter.confidence) : "",
        [["", "any"], ["0.3", "0.3"], ["0.5", "0.5"], ["0.7", "0.7"],
         ["0.9", "0.9"]], onChange)),
    route.view === "overview" && field("Sort by", select(
        "sort", route.query.get("sort") ?? "shift", Object.entries(SORTS),
        onChange)),
    h("button", {type: "button", click: () => onChange(
        {labels: "", outlet: "", from: "", to: "", confidence: "", text: "",
         rows: ""})}, "Clear filters"));
  return form;
}

const DATE = {placeholder: "YYYY-MM-DD", size: 10, maxlength: 10,
              pattern: "\\d{4}(-\\d\\d(-\\d\\d)?)?",
              title: "YYYY, YYYY-MM or YYYY-MM-DD"};

// The labels to keep; empty where that is all or none of them.
function chosen(boxes: HTMLInputElement[]): string {
  const on = boxes.filter(b => b.checked).map(b => b.value);
  return on.length === boxes.length ? "" : on.join(",");
}

function field(name: string, control: HTMLElement,
               classes = ""): HTMLLabelElement {
  return h("label", {class: `field ${classes}`}, h("span", {}, name), control);
}

function input(key: string, type: string, value: string, onChange: OnChange,
               attributes: Record<string, string | number>): HTMLInputElement {
  let timer = 0;
  const element = h("input", {type, name: key, value, ...attributes, input: () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (element.checkValidity()) onChange({[key]: element.value});
    }, TYPING_MS);
  }});
  return element;
}

function select(key: string, value: string, options: [string, string][],
                onChange: OnChange): HTMLSelectElement {
  const element = h("select", {name: key, change: () => {
    onChange({[key]: element.value});
  }}, ...options.map(([v, name]) =>
      h("option", {value: v, selected: v === value}, name)));
  return element;
}

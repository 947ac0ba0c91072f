// The form above the views; what it says is in the address.
import {h} from "../dom";
import {POSITIONS, look} from "../labels";
import {type Filter, SORTS, readFilter} from "../model/filter";
import type {World} from "../model/world";
import {type Route, split} from "../route";

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
    ...spokeFor(world, filter, onChange),
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
        {labels: "", outlet: "", country: "", organization: "", from: "", to: "", confidence: "", text: "",
         rows: ""})}, "Clear filters"));
  return form;
}

// Countries and organisations in one list, which sets one of two keys.
function spokeFor(world: World, {country, organization}: Filter,
                  onChange: OnChange): HTMLElement[] {
  const groups: [string, string, readonly string[], string][] = [
    ["Countries", "country", world.countries, country],
    ["Organisations", "organization", world.organizations, organization],
  ];
  const listed = groups.filter(([, , names]) => names.length > 0);
  if (listed.length === 0) return [];
  const element = h("select", {name: "spoke_for", change: () => {
    const [key, name] = split(element.value, ":");
    onChange({country: "", organization: "", [key]: name});
  }}, h("option", {value: "country:"}, "anybody"),
      ...listed.map(([title, key, names, chosen]) =>
          h("optgroup", {label: title}, ...names.map(name => h("option", {
            value: `${key}:${name}`, selected: name === chosen}, name)))));
  return [field("Spoke for", element)];
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

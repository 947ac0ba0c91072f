// Makes elements. Text becomes text nodes and nothing here parses markup, so
// that words of articles can only ever be shown.

export type Child = Node | string | number | undefined | null | false;
type Handler = (event: Event) => void;
type Attribute = string | number | boolean | undefined | Handler;
export type Attributes = Record<string, Attribute>;

const SVG = "http://www.w3.org/2000/svg";

function fill<E extends Element>(element: E, attributes: Attributes,
                                 children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child === undefined || child === null || child === false) continue;
    element.append(typeof child === "number" ? String(child) : child);
  }
  return element;
}

// An HTML element; a function as attribute value listens to that event.
export function h<K extends keyof HTMLElementTagNameMap>(
    tag: K, attributes: Attributes = {},
    ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

// An SVG element.
export function s<K extends keyof SVGElementTagNameMap>(
    tag: K, attributes: Attributes = {},
    ...children: Child[]): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

// A link to an address that an article gives; plain text unless it is http(s).
export function outsideLink(address: string, text: string): Child {
  if (!/^https?:\/\//i.test(address)) return text;
  return h("a", {href: address, rel: "noopener noreferrer", target: "_blank"},
           text);
}

// What reads right to left, or says it does, stays inside its own box.
export function words(text: string): HTMLElement {
  return h("bdi", {}, text);
}

// At most `length` characters, the last an ellipsis where something is cut.
export function shorten(text: string, length: number): string {
  const characters = Array.from(text.slice(0, 2 * length + 2));
  if (characters.length <= length) return text;
  return characters.slice(0, length - 1).join("").trimEnd() + "…";
}

// "1 source", "3 sources".
export function count(n: number, one: string, many = one + "s"): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

// "+0.25", "−0.27"; what rounds to nothing is "+0.00" from either side.
export function signed(score: number): string {
  const text = Math.abs(score).toFixed(2);
  return (score < 0 && text !== "0.00" ? "−" : "+") + text;
}

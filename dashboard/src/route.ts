// The address of a view: "#/speaker/a1b2?target=ceasefire&from=2022".

export interface Route {
  view: string;  // "overview", "speaker", "statement", "compare".
  id: string;    // Of the speaker or statement; empty: none.
  query: URLSearchParams;
}

export function readRoute(hash: string): Route {
  const [path, query] = split(hash.replace(/^#\/?/, ""), "?");
  const [view, id] = split(path, "/");
  return {view: view || "overview", id: decode(id),
          query: new URLSearchParams(query)};
}

// The address of a view. `changes` to the query of `from`; an empty value
// removes.
export function address(from: Route, view: string, id = "",
                        changes: Record<string, string> = {}): string {
  const query = new URLSearchParams(from.query);
  for (const [key, value] of Object.entries(changes)) {
    if (value) query.set(key, value); else query.delete(key);
  }
  const path = id ? `${view}/${encodeURIComponent(id)}` : view;
  const text = query.toString();
  return text ? `#/${path}?${text}` : `#/${path}`;
}

// "a", "b=c" of "a=b=c" and "=".
export function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

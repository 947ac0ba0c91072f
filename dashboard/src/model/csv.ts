// Statements as comma-separated values (RFC 4180), a line each.
import {CHANNELS, FORMS, look} from "../labels";
import type {Line, Statement} from "./world";

const COLUMNS: [string, (s: Statement) => string | number][] = [
  ["target", s => s.timeline.target],
  ["speaker_id", s => s.timeline.speakerId],
  ["speaker", s => s.timeline.speakerName],
  ["said", s => s.observation.said],
  ["published", s => s.observation.published],
  ["label", s => look(s.observation.stance?.label).key],
  ["score", s => s.observation.stance?.score ?? 0],
  ["confidence", s => s.observation.stance?.confidence ?? 0],
  ["channel", s => CHANNELS[s.observation.channel]],
  ["form", s => FORMS[s.observation.form]],
  ["country", s => s.observation.country],
  ["organization", s => s.observation.organization],
  ["human", s => String(Boolean(s.observation.stance?.human))],
  ["human_speaker", s => String(s.observation.humanSpeaker)],
  ["second_opinion",
   s => String(Boolean(s.observation.stance?.secondOpinion))],
  ["sources", s => s.observation.sources.length],
  ["outlets", s => s.observation.sources.map(x => x.outlet).join("; ")],
  ["url", s => s.observation.sources[0]?.url ?? ""],
  ["text", s => s.observation.text],
  ["observation_id", s => s.observation.id],
];

export function csvOf(lines: readonly Line[]): string {
  const rows = [COLUMNS.map(([name]) => name).join(",")];
  for (const line of lines) {
    for (const statement of line.statements) {
      rows.push(COLUMNS.map(([, value]) => cell(value(statement))).join(","));
    }
  }
  return rows.join("\r\n") + "\r\n";
}

// Words that a spreadsheet would take for a formula get an apostrophe.
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
}

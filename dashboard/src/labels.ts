// The words and classes that the schema's numbers are shown with.
import {Act, Modality, StanceLabel} from "../gen/proto/stance_pb";
import {Channel, Form} from "../gen/proto/quote_pb";
import {DatePrecision, ShiftKind, ShiftTier} from "../gen/proto/history_pb";

export interface LabelLook {
  key: string;     // In addresses and class names.
  name: string;
  meaning: string;
}

const NO_POSITION: LabelLook =
    {key: "none", name: "No position", meaning: "takes no side"};

const LABELS: Partial<Record<StanceLabel, LabelLook>> = {
  [StanceLabel.FAVOR]: {key: "favor", name: "In favour", meaning: "yes"},
  [StanceLabel.AGAINST]: {key: "against", name: "Against", meaning: "no"},
  [StanceLabel.MIXED]:
      {key: "mixed", name: "Mixed", meaning: "both, or it depends"},
};

// The positions that a statement can take, as shown from top to bottom.
export const POSITIONS =
    [StanceLabel.FAVOR, StanceLabel.MIXED, StanceLabel.AGAINST];

export function look(label: StanceLabel | undefined): LabelLook {
  return (label !== undefined && LABELS[label]) || NO_POSITION;
}

export const FORMS: Record<Form, string> = {
  [Form.UNSPECIFIED]: "unknown",
  [Form.QUOTED]: "in quotation marks",
  [Form.INDIRECT]: "reported speech",
  [Form.REPORTED]: "the reporter’s words",
};

export const CHANNELS: Record<Channel, string> = {
  [Channel.UNSPECIFIED]: "unknown",
  [Channel.PUBLIC]: "in public",
  [Channel.PRIVATE]: "in private",
};

export const PRECISIONS: Record<DatePrecision, string> = {
  [DatePrecision.UNSPECIFIED]: "day not known",
  [DatePrecision.YEAR]: "known to the year",
  [DatePrecision.MONTH]: "known to the month",
  [DatePrecision.DAY]: "known to the day",
};

export const SHIFTS: Record<ShiftKind, string> = {
  [ShiftKind.UNSPECIFIED]: "Changed",
  [ShiftKind.REVERSAL]: "Reversed",
  [ShiftKind.SOFTENING]: "Softened",
  [ShiftKind.HARDENING]: "Hardened",
};

export const TIERS: Record<ShiftTier, string> = {
  [ShiftTier.UNSPECIFIED]: "",
  [ShiftTier.CANDIDATE]:
      "candidate: not yet two statements in a row on each side",
  [ShiftTier.CONFIRMED]: "confirmed: two in a row on each side",
  [ShiftTier.REPORTED]: "a reporter says so",
};

// "no longer needed" from NO_LONGER_NEEDED.
function plain(name: string | undefined): string {
  return name === undefined ? "" : name.toLowerCase().replaceAll("_", " ");
}

export function actName(act: Act): string {
  return act === Act.UNSPECIFIED ? "" : plain(Act[act]);
}

export function modalityName(modality: Modality): string {
  return modality === Modality.UNSPECIFIED ? "" : plain(Modality[modality]);
}

// A statement below this confidence is drawn faint and said to be doubtful.
export const LOW_CONFIDENCE = 0.5;

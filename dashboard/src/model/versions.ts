// What an outlet's version of a statement has other than the longest one, word
// by word.
import {diffArrays} from "diff";

export interface Change {
  kind: "same" | "added" | "left out";
  text: string;
}

// Words that differ at most; past that the versions are not compared.
const MOST_CHANGES = 2000;

// A word with the marks on it.
const WORD = /[^\p{L}\p{N}]*[\p{L}\p{N}]\S*(?:\s+[^\p{L}\p{N}\s]+(?=\s|$))*/gu;

// Case, punctuation and the shapes of apostrophes count for nothing. Undefined
// where the two have too little in common.
export function changesFrom(longest: string,
                            version: string): Change[] | undefined {
  const parts = diffArrays(
      longest.match(WORD) ?? [], version.match(WORD) ?? [],
      {comparator: (a, b) => plain(a) === plain(b),
       maxEditLength: MOST_CHANGES});
  return parts?.map(({added, removed, value}) => ({
    kind: added ? "added" : removed ? "left out" : "same",
    text: value.join("").trim(),
  }));
}

function plain(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

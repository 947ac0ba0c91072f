#include "text/word_scanner.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace onrecord::text {
namespace {

// The endings by which "Example.com" is one word.
constexpr absl::string_view kDomains[] = {
    "biz", "ca",  "co",   "com",  "de",  "edu", "eu", "fm",
    "fr",  "gov", "info", "int",  "io",  "ir",  "iq", "ly",
    "me",  "mil", "net",  "news", "org", "ru",  "tv", "uk",
};

constexpr absl::string_view kSchemes[] = {"ftp", "http", "https"};

template <size_t n>
bool Lists(const absl::string_view (&sorted)[n], absl::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

}  // namespace

struct WordScanner::State {
  size_t begin = 0;     // Of the token.
  size_t part = 0;      // Of the part after the last hyphen.
  size_t run = 0;       // Of the letters after the last joining mark.
  uint8_t seen = 0;     // Bits of all bytes so far.
  bool dotted = false;  // Has a full stop between letters: "U.S".
  bool closed = false;  // The last byte is the word's own full stop.
  bool domain = false;  // "example.com" so far.
  bool done = false;
  bool hyphen = false;
  size_t clitic = 0;
  const Token* previous = nullptr;
};

bool IsAllCaps(absl::string_view word) {
  int letters = 0;
  for (size_t i = 0; i < word.size();) {
    const CodePoint c = DecodeAt(word, i);
    i += c.length;
    if (!IsWordCharacter(c.value) || (c.value >= '0' && c.value <= '9')) {
      continue;
    }
    if (!IsUpper(c.value)) return false;
    ++letters;
  }
  return letters >= 2;
}

ScannedWord WordScanner::Scan(size_t begin, const Token* previous) const {
  State state;
  state.begin = begin;
  state.previous = previous;
  size_t at = begin;
  if (!chars_.WordCharacterAt(at)) at += chars_.LengthAt(at);
  state.part = state.run = at;
  while (!state.done) {
    if (!state.closed) at = ScanRun(at, &state);
    const size_t next = Extend(at, &state);
    if (next == at) break;
    at = next;
  }
  return ScannedWord{at, ShapeOf(at, state), state.clitic};
}

size_t WordScanner::ScanRun(size_t at, State* state) const {
  for (;;) {
    uint8_t bits = chars_.Bits(at);
    while (bits & kWordByte) {
      state->seen |= bits;
      bits = chars_.Bits(++at);
    }
    if (!(bits & kHighByte) || !chars_.WordCharacterAt(at)) return at;
    state->seen |= chars_.UpperAt(at) ? kUpperByte : kLowerByte;
    at += chars_.LengthAt(at);
  }
}

// The position after the mark at `at` if that mark, between its neighbours,
// belongs to the word; `at` if the word ends here.
size_t WordScanner::Extend(size_t at, State* state) const {
  if (const size_t length = chars_.ApostropheAt(at)) {
    return ExtendApostrophe(at, length, state);
  }
  if (const size_t length = chars_.HyphenAt(at)) {
    return ExtendHyphen(at, length, state);
  }
  if (state->closed || at == state->begin) return at;
  switch (chars_.Byte(at)) {
    case '.':
      return ExtendFullStop(at, state);
    case '@':
      if (!chars_.WordCharacterAt(at + 1)) return at;
      return ExtendAddress(at, state);
    case '&':
      return chars_.UpperAt(at - 1) && chars_.UpperAt(at + 1) ? at + 1 : at;
    case '$':
      return !(state->seen & ~kUpperByte) && chars_.DigitAt(at + 1) ? at + 1
                                                                    : at;
    case ':':
      if (chars_.Byte(at + 1) == '/' && chars_.Byte(at + 2) == '/' &&
          Lists(kSchemes, absl::AsciiStrToLower(Bytes(state->begin, at)))) {
        return ExtendAddress(at, state);
      }
      return ExtendNumber(at, state);
    case '/':
      if (state->domain) return ExtendAddress(at, state);
      return ExtendNumber(at, state);
    case ',':
    case '%':
      return ExtendNumber(at, state);
    default:
      return at;
  }
}

size_t WordScanner::ExtendApostrophe(size_t at, size_t length,
                                     State* state) const {
  const size_t next = at + length;
  if (!chars_.WordCharacterAt(next)) return at;
  const size_t run_end = chars_.RunEnd(next);
  const bool possessive =
      run_end == next + 1 && (chars_.Byte(next) | 0x20) == 's';
  if (!possessive) {
    if (state->closed) return at;
    state->run = next;
    return next;
  }
  if (lexicon_.Look(Bytes(state->begin, run_end)).id == 0) {
    state->clitic = run_end;
    state->done = true;
  }
  return state->clitic != 0 ? at : run_end;
}

size_t WordScanner::ExtendHyphen(size_t at, size_t length, State* state) const {
  const size_t next = at + length;
  size_t joined = next;
  if (at - state->part <= 3) {  // "al-'Abadi"
    const size_t apostrophe = chars_.ApostropheAt(next);
    const bool particle =
        (lexicon_.Look(Bytes(state->part, at)).classes & kParticle) != 0;
    if (particle) joined += apostrophe;
  }
  if (!chars_.WordCharacterAt(joined)) return at;
  state->hyphen = true;
  state->dotted = state->closed = false;
  state->part = state->run = joined;
  return joined;
}

size_t WordScanner::ExtendFullStop(size_t at, State* state) const {
  const size_t next = at + 1;
  if (chars_.Byte(next) == '.') return at;  // An ellipsis follows.
  if (chars_.DigitAt(at - 1) && chars_.DigitAt(next)) return next;
  if (absl::EqualsIgnoreCase(Bytes(state->begin, at), "www") &&
      chars_.WordCharacterAt(next)) {
    return ExtendAddress(at, state);
  }
  if (chars_.LetterAt(next)) {
    if (const size_t end = ListedDottedEnd(at, *state)) {
      state->dotted = state->closed = true;
      state->seen |= kLowerByte;
      return end;
    }
    if (IsAcronymDot(at, *state)) {
      state->dotted = true;
      state->run = next;
      return next;
    }
    if (IsMailDot(at)) return next;
    if (IsDomainDot(at)) {
      state->domain = true;
      state->run = next;
      return next;
    }
  }
  if (!KeepsFullStop(at, *state)) return at;
  state->closed = true;
  return next;
}

size_t WordScanner::ExtendNumber(size_t at, State* state) const {
  if (!chars_.DigitAt(at - 1)) return at;
  if (chars_.Byte(at) == '%') {
    state->closed = true;
    return at + 1;
  }
  if (!chars_.DigitAt(at + 1)) return at;
  if (chars_.Byte(at) != ',') return at + 1;
  const bool thousands = chars_.DigitAt(at + 2) && chars_.DigitAt(at + 3) &&
                         !chars_.DigitAt(at + 4);
  return thousands ? at + 1 : at;
}

// The rest of a URL or e-mail address: up to white space or a quotation mark,
// without the punctuation of the sentence around it.
size_t WordScanner::ExtendAddress(size_t at, State* state) const {
  size_t end = at;
  while (!chars_.BlankAt(end)) {
    const char c = chars_.Byte(end);
    if (c == '"' || c == '<' || c == '>') break;
    const CodePoint point = DecodeAt(chars_.text(), end);
    if (point.value > 0x7F && !IsWordCharacter(point.value)) break;
    end += point.length;
  }
  constexpr absl::string_view kClosing = ".,;:!?)]}'`*-";
  while (end > at + 1 && absl::StrContains(kClosing, chars_.Byte(end - 1))) {
    --end;
  }
  state->done = true;
  return end;
}

// The end of a listed abbreviation that goes on after this full stop ("ph.d.",
// "w.va."); 0 if there is none.
size_t WordScanner::ListedDottedEnd(size_t at, const State& state) const {
  const size_t end = chars_.RunEnd(at + 1);
  if (at - state.run > 4 || end - at > 5 || chars_.Byte(end) != '.') return 0;
  if (chars_.WordCharacterAt(end + 1)) return 0;
  return lexicon_.Look(Bytes(state.begin, end + 1)).id != 0 ? end + 1 : 0;
}

// Between two single letters: "U.S", "a.m".
bool WordScanner::IsAcronymDot(size_t at, const State& state) const {
  const size_t first = state.run;
  const size_t next = at + 1;
  if (!chars_.LetterAt(first) ||
      first + static_cast<size_t>(chars_.LengthAt(first)) != at) {
    return false;
  }
  const size_t after = next + static_cast<size_t>(chars_.LengthAt(next));
  return !chars_.WordCharacterAt(after);
}

// Before the last part of a host name: "example.com".
bool WordScanner::IsDomainDot(size_t at) const {
  if ((chars_.Bits(at + 1) & kLowerByte) == 0) return false;
  const size_t end = chars_.RunEnd(at + 1);
  return end - at <= 5 && Lists(kDomains, Bytes(at + 1, end));
}

// Inside the first part of an e-mail address: "ana.lima@example.org".
bool WordScanner::IsMailDot(size_t at) const {
  constexpr size_t kMaxBytes = 64;
  size_t i = at + 1;
  while (i < at + kMaxBytes &&
         ((chars_.Bits(i) & kWordByte) || chars_.Byte(i) == '.' ||
          chars_.Byte(i) == '-')) {
    ++i;
  }
  return chars_.Byte(i) == '@' && chars_.WordCharacterAt(i + 1);
}

bool WordScanner::KeepsFullStop(size_t at, const State& state) const {
  if (state.domain) return false;
  if (state.dotted) return true;
  const size_t part = state.part;
  const bool initial = chars_.UpperAt(part) &&
                       part + static_cast<size_t>(chars_.LengthAt(part)) == at;
  if (initial) {
    return chars_.Byte(part) != 'I' || part != state.begin ||
           IsInitialI(at, state);
  }
  return IsAbbreviation(at, state);
}

// Whether "I." is an initial and not a pronoun or numeral at a sentence's end:
// next to another initial, or between a given name and a name.
bool WordScanner::IsInitialI(size_t at, const State& state) const {
  const size_t next = chars_.SkipBlanks(at + 1);
  if (chars_.UpperAt(next) && chars_.Byte(next + 1) == '.') return true;
  const Token* previous = state.previous;
  if (previous == nullptr || !chars_.UpperAt(next)) return false;
  const bool after_initial =
      previous->length == 2 && chars_.Byte(previous->begin + 1) == '.';
  return after_initial ||
         (previous->HasShape(kCapitalized) && previous->Has(kGivenName));
}

// Whether the part before the full stop at `at` is listed with it. Where the
// part is a word without it too ("no", "sat", "mass"), the context decides.
bool WordScanner::IsAbbreviation(size_t at, const State& state) const {
  if (at - state.begin > 20) return false;
  Lexicon::Listed listed = lexicon_.Look(Bytes(state.begin, at + 1));
  if (listed.id == 0 && state.part != state.begin) {
    listed = lexicon_.Look(Bytes(state.part, at + 1));
  }
  if (listed.id == 0) return false;
  const Lexicon::Listed bare = lexicon_.Look(Bytes(state.part, at));
  const WordClasses other =
      bare.classes & ~(listed.classes | kPhraseStart | kGivenName | kPlural);
  if (bare.id == 0 || other == 0) return true;
  const char after = chars_.Byte(at + 1);
  if (after == ',' || chars_.DigitAt(at + 1)) return true;
  const size_t next = chars_.SkipBlanks(at + 1);
  if (chars_.DigitAt(next) || (chars_.Bits(next) & kLowerByte)) return true;
  if (!chars_.UpperAt(state.part) || !chars_.UpperAt(next)) return false;
  if (listed.classes & kWeekday) {  // "Sat. Jan. 6"
    const size_t end = chars_.RunEnd(next);
    const WordClasses classes =
        lexicon_.Look(Bytes(next, end)).classes |
        lexicon_.Look(Bytes(next, std::min(end + 1, chars_.size()))).classes;
    if (classes & kMonth) return true;
  }
  const bool after_comma =
      state.previous != nullptr && state.previous->Is(Punct::kComma);
  return after_comma || (listed.classes & (kTitle | kHonorific)) != 0;
}

Shape WordScanner::ShapeOf(size_t end, const State& state) const {
  Shape shape = state.hyphen ? kHasHyphen : 0;
  if (state.seen & kDigitByte) shape |= kHasDigit;
  const char sign = chars_.Byte(state.begin);
  const size_t first =
      sign == '@' || sign == '#' ? state.begin + 1 : state.begin;
  if (chars_.UpperAt(first)) shape |= kCapitalized;
  if ((state.seen & kUpperByte) && IsAllCaps(Bytes(state.begin, end))) {
    shape |= kAllCaps;
  }
  return shape;
}

}  // namespace onrecord::text

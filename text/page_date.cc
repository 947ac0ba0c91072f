#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "text/dates.h"

namespace onrecord::text {
namespace {

// How many paragraphs at each end of a page can hold its date line.
constexpr size_t kEdgeParagraphs = 12;
// A longer line is text.
constexpr int32_t kMaxLineBytes = 160;
// Words beside the date that a line may have: an outlet, an author, a label.
constexpr int kMaxOtherWords = 10;
// A dateline's date and its dash are within the first words of a paragraph.
constexpr int32_t kMaxDatelineTokens = 16;

// Words that say what a date line's date is; not verbs of running text.
enum class Label { kNone, kPublished, kUpdated };
struct LabelWord {
  absl::string_view word;
  Label label;
};
constexpr LabelWord kLabels[] = {
    {"created", Label::kPublished},  {"date", Label::kPublished},
    {"dated", Label::kPublished},    {"issued", Label::kPublished},
    {"posted", Label::kPublished},   {"published", Label::kPublished},
    {"released", Label::kPublished}, {"sent", Label::kPublished},
    {"changed", Label::kUpdated},    {"edited", Label::kUpdated},
    {"modified", Label::kUpdated},   {"revised", Label::kUpdated},
    {"updated", Label::kUpdated},
};

// How good a date is: the lower the better. A line at the top wins over the
// same kind of line at the bottom.
enum class Rank { kPublished, kBare, kUpdated, kNone };

struct Candidate {
  Rank rank = Rank::kNone;
  bool at_bottom = false;
  absl::CivilDay day;

  bool BetterThan(const Candidate& other) const {
    if (rank != other.rank) return rank < other.rank;
    return !at_bottom && other.at_bottom;
  }
};

Label LabelOf(absl::string_view word) {
  for (const LabelWord& label : kLabels) {
    if (absl::EqualsIgnoreCase(label.word, word)) return label.label;
  }
  return Label::kNone;
}

bool IsFullDate(const DateExpression& expression) {
  return expression.anchor == DateAnchor::kAbsolute && expression.date.day != 0;
}

// What the short line `range` is if its date is `date`.
Rank RankLine(const Document& document, TokenRange range, TokenRange date) {
  Rank rank = Rank::kBare;
  // Text or a caption: no date line without a label.
  bool tells = document.token(range.end - 1).Is(Punct::kPeriod) ||
               (date.begin > range.begin &&
                document.token(date.begin - 1).Has(kPreposition | kDeterminer));
  int words = 0;
  for (int32_t i = range.begin; i < range.end; ++i) {
    if (date.Contains(i)) continue;
    const Token& token = document.token(i);
    if (token.is_word()) ++words;
    if (token.Is(Punct::kMark)) tells = true;
    const Label label = LabelOf(document.Text(i));
    if (label != Label::kNone) {
      if (i > date.begin || date.begin - i > 5) continue;
      rank = label == Label::kUpdated ? Rank::kUpdated : Rank::kPublished;
    } else if (token.HasShape(kAllCaps)) {
      continue;
    } else if (token.Has(kPronoun) ||
               (token.Has(kAuxiliary) && !token.HasShape(kCapitalized))) {
      return Rank::kNone;  // A sentence.
    } else if (token.Has(kPast) && !token.Has(kGivenName)) {
      tells = true;
    }
  }
  const bool labelled = rank != Rank::kBare;
  return words > kMaxOtherWords || (tells && !labelled) ? Rank::kNone : rank;
}

// "BREZIN, Jan. 17, 2024 (Meridian) - The cabinet ..."
bool IsDateline(const Document& document, TokenRange range, TokenRange date) {
  if (!document.token(range.begin).HasShape(kAllCaps)) return false;
  const int32_t end = std::min(range.end, range.begin + kMaxDatelineTokens);
  for (int32_t i = range.begin; i < date.begin; ++i) {
    const Token& token = document.token(i);
    if (token.is_word() && !token.HasShape(kCapitalized)) return false;
  }
  for (int32_t i = date.end; i < end; ++i) {
    if (document.token(i).Is(Punct::kDash)) return true;
    if (document.token(i).Is(Punct::kPeriod)) return false;
  }
  return false;
}

}  // namespace

absl::optional<absl::CivilDay> FindPageDate(const Document& document) {
  Candidate best;
  const size_t count = document.paragraphs().size();
  for (const DateExpression& expression : FindDates(document)) {
    if (!IsFullDate(expression)) continue;
    const size_t index =
        static_cast<size_t>(document.ParagraphOf(expression.tokens.begin));
    const bool at_top = index < kEdgeParagraphs;
    if (!at_top && index + kEdgeParagraphs < count) continue;
    const Paragraph& line = document.paragraphs()[index];
    Candidate candidate;
    candidate.at_bottom = !at_top;
    candidate.day = expression.date.First();
    if (line.span.size() <= kMaxLineBytes) {
      candidate.rank = RankLine(document, line.tokens, expression.tokens);
    }
    if (candidate.rank == Rank::kNone && at_top &&
        IsDateline(document, line.tokens, expression.tokens)) {
      candidate.rank = Rank::kBare;
    }
    if (candidate.BetterThan(best)) best = candidate;
  }
  if (best.rank == Rank::kNone) return absl::nullopt;
  return best.day;
}

}  // namespace onrecord::text

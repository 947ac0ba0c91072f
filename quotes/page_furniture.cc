#include "quotes/page_furniture.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

// Lower case, by first words; a label may go on behind them ("related
// stories", "photo by").
constexpr absl::string_view kPageLabels[] = {
    "advertisement",
    "also read",
    "also see",
    "also watch",
    "breaking",
    "caption",
    "click",
    "contact",
    "copyright",
    "correction",
    "credit",
    "editor's note",
    "editors' note",
    "editor’s note",
    "editors’ note",
    "fact box",
    "file photo",
    "follow us",
    "further reading",
    "go deeper",
    "graphic",
    "illustration",
    "image",
    "images",
    "in pictures",
    "in this story",
    "interactive",
    "keep reading",
    "learn more",
    "listen",
    "live",
    "live updates",
    "map",
    "more from",
    "more on",
    "more",
    "most read",
    "must read",
    "must watch",
    "newsletter",
    "note",
    "now read",
    "now watch",
    "opinion",
    "photo",
    "photograph",
    "photos",
    "picture",
    "pictured",
    "pictures",
    "podcast",
    "promoted",
    "read",
    "read also",
    "read more",
    "read next",
    "recommended",
    "related",
    "see also",
    "sign up",
    "source",
    "sources",
    "spoiler",
    "spoilers",
    "sponsored",
    "subscribe",
    "tags",
    "topics",
    "trending",
    "up next",
    "update",
    "updated",
    "updates",
    "video",
    "warning",
    "watch",
};

// What stands before the name of a photographer.
constexpr absl::string_view kCredits[] = {
    "credit", "image", "images", "photo", "photograph", "photos", "picture",
};

constexpr int32_t kMaxLabelTokens = 5;
constexpr int32_t kMaxHeadlineTokens = 30;
constexpr int32_t kMaxCreditTokens = 10;

template <size_t n>
bool Lists(const absl::string_view (&words)[n], absl::string_view word) {
  return std::any_of(
      std::begin(words), std::end(words),
      [word](absl::string_view w) { return absl::EqualsIgnoreCase(w, word); });
}

// The paragraph's last token in front of closing marks and brackets.
const Token& LastToken(const Document& doc, TokenRange tokens) {
  int32_t i = tokens.end - 1;
  while (i > tokens.begin && doc.token(i).Is(Punct::kClose)) --i;
  return doc.token(i);
}

bool IsHeadline(const Document& doc, TokenRange tokens) {
  if (tokens.size() > kMaxHeadlineTokens) return false;
  const Token& last = LastToken(doc, tokens);
  return last.is_word() || IsTitleCase(doc, tokens);
}

// "Photo: ...", "RELATED | ...", "Advertisement".
bool OpensWithPageLabel(const Document& doc, TokenRange tokens) {
  for (int32_t i = tokens.begin;
       i <= std::min(tokens.end, tokens.begin + kMaxLabelTokens); ++i) {
    const bool ends = i == tokens.end || doc.token(i).Is(Punct::kColon) ||
                      doc.token(i).Is(Punct::kSlash) ||
                      doc.token(i).Is(Punct::kDash);
    if (!ends) {
      if (!doc.token(i).is_word()) return false;
      continue;
    }
    return i > tokens.begin && IsPageLabel(doc, TokenRange{tokens.begin, i});
  }
  return false;
}

bool EndsInCredit(const Document& doc, TokenRange tokens) {
  const int32_t from = std::max(tokens.begin, tokens.end - kMaxCreditTokens);
  for (int32_t i = from; i + 1 < tokens.end; ++i) {
    const bool sign = doc.token(i + 1).Is(Punct::kColon) ||
                      doc.token(i + 1).Is(Punct::kSlash);
    if (sign && doc.token(i).HasShape(text::kCapitalized) &&
        Lists(kCredits, doc.Text(i))) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool IsTitleCase(const Document& document, TokenRange tokens) {
  int words = 0, capitals = 0;
  for (int32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& t = document.token(i);
    if (!t.is_word() || t.length < 4) continue;
    ++words;
    capitals += t.HasShape(text::kCapitalized | text::kHasDigit);
  }
  return words >= 4 && 4 * capitals >= 3 * words;
}

bool IsPageLabel(const Document& document, TokenRange label) {
  if (label.empty()) return false;
  const absl::string_view text = document.Text(label);
  for (absl::string_view listed : kPageLabels) {
    if (!absl::StartsWithIgnoreCase(text, listed)) continue;
    if (text.size() == listed.size() || text[listed.size()] == ' ') return true;
  }
  return false;
}

bool IsPageFurniture(const Document& document, int32_t index) {
  const auto& paragraphs = document.paragraphs();
  const TokenRange tokens = paragraphs[index].tokens;
  if (tokens.empty()) return false;
  const bool first = index == 0 && paragraphs.size() > 1;
  return (first && IsHeadline(document, tokens)) ||
         OpensWithPageLabel(document, tokens) || EndsInCredit(document, tokens);
}

}  // namespace onrecord::quotes

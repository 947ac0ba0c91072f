#include "quotes/turn_finder.h"

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

constexpr int kMaxLabelTokens = 7;
constexpr int kMinTurns = 3;

// The label at the paragraph's start, empty if there is none.
TokenRange LabelOf(const Document& doc, TokenRange paragraph) {
  int capitals = 0;
  for (int32_t i = paragraph.begin;
       i < paragraph.end && i <= paragraph.begin + kMaxLabelTokens; ++i) {
    const Token& t = doc.token(i);
    if (t.Is(Punct::kColon)) {
      const bool content = i + 1 < paragraph.end && capitals > 0 &&
                           !doc.token(i + 1).Is(Punct::kMark);
      return content ? TokenRange{paragraph.begin, i} : TokenRange{};
    }
    if (!t.is_word() || t.HasShape(text::kClitic)) return TokenRange{};
    const bool capital = t.HasShape(text::kCapitalized);
    if (!capital &&
        !t.Has(text::kParticle | text::kPreposition | text::kDeterminer)) {
      return TokenRange{};
    }
    capitals += capital;
  }
  return TokenRange{};
}

bool EndsInQuestion(const Document& doc, TokenRange content) {
  for (int32_t i = content.end - 1; i >= content.begin; --i) {
    const Token& t = doc.token(i);
    if (t.Is(Punct::kQuestion)) return true;
    if (t.is_word()) return false;
  }
  return false;
}

// What is known of a label over all its turns.
struct Label {
  int turns = 0;
  int questions = 0;
};

}  // namespace

std::vector<Turn> FindTurns(const Document& document,
                            const ReporterView& view) {
  std::vector<Turn> turns;
  absl::flat_hash_map<absl::string_view, Label> labels;
  for (const text::Paragraph& paragraph : document.paragraphs()) {
    const TokenRange label = LabelOf(document, paragraph.tokens);
    if (label.empty()) continue;
    Turn turn;
    turn.label = label;
    turn.content = TokenRange{label.end + 1, paragraph.tokens.end};
    Label& known = labels[document.Text(label)];
    ++known.turns;
    known.questions += EndsInQuestion(document, turn.content);
    turns.push_back(turn);
  }
  if (static_cast<int>(turns.size()) < kMinTurns || labels.size() < 2) {
    return {};
  }
  size_t m = 0;
  for (Turn& turn : turns) {
    const Label& known = labels[document.Text(turn.label)];
    const absl::string_view text = document.Text(turn.label);
    turn.question =
        text == "Q" || (known.turns > 1 && 2 * known.questions >= known.turns);
    while (m < view.mentions.size() &&
           view.mentions[m].tokens.begin < turn.label.begin) {
      ++m;
    }
    for (size_t k = m; k < view.mentions.size() &&
                       view.mentions[k].tokens.end <= turn.label.end;
         ++k) {
      turn.mention = static_cast<int32_t>(k);
      break;
    }
  }
  return turns;
}

}  // namespace onrecord::quotes

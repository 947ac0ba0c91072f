#include "quotes/turn_finder.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "quotes/page_furniture.h"
#include "quotes/turn_label.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

constexpr int kMinTurns = 3;

// Labels of those who ask, in lower case.
constexpr absl::string_view kAskers[] = {
    "audience", "audience member", "host",       "interviewer", "moderator",
    "press",    "question",        "questioner", "reporter",
};

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
  absl::string_view text;
  int turns = 0;
  int questions = 0;
  bool capitals = false;
  bool dash = false;
  bool letter = false;  // "Q" or "A".
  bool asks = false;
  int32_t mention = -1;
};

// A paragraph that may be a turn.
struct Opening {
  int32_t paragraph = 0;
  TurnLabel label;
  size_t known = 0;  // Index into Transcript::labels_.
};

class Transcript {
 public:
  Transcript(const Document& doc, const ReporterView& view)
      : doc_(doc), view_(view) {}

  std::vector<Turn> Run() {
    Collect();
    if (openings_.size() < kMinTurns) return {};
    DropDoubtful();
    if (!IsTranscript()) return {};
    for (Label& label : labels_) label.asks = AsksByName(label);
    FindAsker();
    for (Label& label : labels_) label.mention = MentionOf(label);
    return MakeTurns();
  }

 private:
  void Collect() {
    const int32_t count = static_cast<int32_t>(doc_.paragraphs().size());
    for (int32_t p = 0; p < count; ++p) {
      Opening opening;
      opening.paragraph = p;
      opening.label = ReadTurnLabel(doc_, doc_.paragraphs()[p].tokens);
      if (opening.label.tokens.empty()) continue;
      opening.known = Known(opening.label);
      Label& label = labels_[opening.known];
      ++label.turns;
      label.questions += EndsInQuestion(doc_, opening.label.content);
      openings_.push_back(opening);
    }
  }

  size_t Known(const TurnLabel& found) {
    const absl::string_view text = doc_.Text(found.name);
    for (size_t k = 0; k < labels_.size(); ++k) {
      if (labels_[k].text == text) return k;
    }
    Label label;
    label.text = text;
    label.dash = found.dash;
    label.letter = found.letter;
    label.capitals = true;
    for (int32_t i = found.name.begin; i < found.name.end; ++i) {
      const Token& t = doc_.token(i);
      label.capitals &= !t.is_word() || t.length < 2 ||
                        t.HasShape(text::kAllCaps) || t.Has(text::kHonorific);
    }
    labels_.push_back(label);
    return labels_.size() - 1;
  }

  // A headline ("Lopez: we leave") is no turn, nor is what a dash alone tells
  // from the text, if the label does not come back.
  void DropDoubtful() {
    const auto doubtful = [this](const Opening& o) {
      const Label& label = labels_[o.known];
      return label.turns < 2 && (o.paragraph == 0 || label.dash);
    };
    for (const Opening& o : openings_) {
      if (doubtful(o)) labels_[o.known].turns = 0;
    }
    openings_.erase(std::remove_if(openings_.begin(), openings_.end(),
                                   [this](const Opening& o) {
                                     return labels_[o.known].turns == 0;
                                   }),
                    openings_.end());
  }

  bool IsTranscript() const {
    if (openings_.size() < kMinTurns) return false;
    int labels = 0;
    bool repeated = false, capitals = true, letter = false;
    for (const Label& label : labels_) {
      if (label.turns == 0) continue;
      ++labels;
      repeated |= label.turns > 1;
      capitals &= label.capitals;
      letter |= label.letter;
    }
    return (labels >= 2 || letter) && (repeated || capitals);
  }

  static bool AsksByName(const Label& label) {
    if (label.letter) return label.text[0] == 'Q';
    return std::any_of(std::begin(kAskers), std::end(kAskers),
                       [&label](absl::string_view asker) {
                         return absl::EqualsIgnoreCase(asker, label.text);
                       });
  }

  // The label that asks most of its turns, if no label asks by its name.
  void FindAsker() {
    Label* asker = nullptr;
    double most = 0.5;
    for (Label& label : labels_) {
      if (label.asks) return;
      if (label.turns < 2 || label.letter) continue;
      const double share = static_cast<double>(label.questions) / label.turns;
      if (share >= most && (asker == nullptr || share > most)) {
        asker = &label;
        most = share;
      }
    }
    if (asker != nullptr) asker->asks = true;
  }

  // --- who speaks ---

  int32_t MentionOf(const Label& label) const {
    if (label.letter) return label.asks ? -1 : Interviewed();
    for (const Opening& o : openings_) {
      if (labels_[o.known].text != label.text) continue;
      const int32_t m = MentionIn(o.label.name);
      if (m >= 0) return m;
    }
    return Namesake(label.text);
  }

  int32_t MentionIn(TokenRange name) const {
    for (size_t m = 0; m < view_.mentions.size(); ++m) {
      const TokenRange t = view_.mentions[m].tokens;
      if (t.begin >= name.end) break;
      if (t.begin >= name.begin && t.end <= name.end) {
        return static_cast<int32_t>(m);
      }
    }
    return -1;
  }

  // The name elsewhere in the text whose last word is the label's.
  int32_t Namesake(absl::string_view label) const {
    const absl::string_view last = label.substr(label.rfind(' ') + 1);
    for (size_t m = 0; m < view_.mentions.size(); ++m) {
      const Mention& mention = view_.mentions[m];
      if (mention.kind == MentionKind::kName &&
          absl::EqualsIgnoreCase(doc_.Text(mention.head), last)) {
        return static_cast<int32_t>(m);
      }
    }
    return -1;
  }

  // The person named most often before the first turn; of equals the first.
  int32_t Interviewed() const {
    const int32_t first =
        doc_.paragraphs()[openings_.front().paragraph].tokens.begin;
    int32_t best = -1;
    int most = 0;
    for (size_t m = 0; m < view_.mentions.size(); ++m) {
      const Mention& mention = view_.mentions[m];
      if (mention.tokens.begin >= first) break;
      if (mention.kind != MentionKind::kName || IsByline(mention)) continue;
      int named = 0;
      for (size_t k = m;
           k < view_.mentions.size() && view_.mentions[k].tokens.begin < first;
           ++k) {
        named += view_.mentions[k].kind == MentionKind::kName &&
                 doc_.Text(view_.mentions[k].head) == doc_.Text(mention.head);
      }
      if (named > most) {
        most = named;
        best = static_cast<int32_t>(m);
      }
    }
    return best;
  }

  bool IsByline(const Mention& mention) const {
    const int32_t before = mention.tokens.begin - 1;
    return before >= 0 && doc_.Form(before) == "by";
  }

  // --- results ---

  std::vector<Turn> MakeTurns() const {
    std::vector<Turn> turns;
    for (size_t k = 0; k < openings_.size(); ++k) {
      const Opening& o = openings_[k];
      const Label& label = labels_[o.known];
      Turn turn;
      turn.label = o.label.name;
      turn.content = o.label.content;
      turn.question = label.asks;
      const int32_t own = label.letter ? -1 : MentionIn(o.label.name);
      turn.mention = own >= 0 ? own : label.mention;
      turns.push_back(turn);
      if (k + 1 < openings_.size()) {
        AddContinuations(turn, o.paragraph + 1, openings_[k + 1].paragraph,
                         &turns);
      }
    }
    return turns;
  }

  // The paragraphs [begin, end) between two labels, as long as they read like
  // speech or stand in a text of hardly anything but turns.
  void AddContinuations(Turn turn, int32_t begin, int32_t end,
                        std::vector<Turn>* turns) const {
    const int32_t span =
        openings_.back().paragraph - openings_.front().paragraph + 1;
    const bool dense = 2 * static_cast<int32_t>(openings_.size()) >= span;
    for (int32_t p = begin; p < end; ++p) {
      const TokenRange tokens = doc_.paragraphs()[p].tokens;
      if (!GoesOn(tokens, dense) || IsPageFurniture(doc_, p)) return;
      turn.label = TokenRange{tokens.begin, tokens.begin};
      turn.content = tokens;
      turns->push_back(turn);
    }
  }

  bool GoesOn(TokenRange tokens, bool dense) const {
    if (tokens.empty() || !doc_.token(tokens.begin).is_word()) return false;
    bool person = false;
    for (int32_t i = tokens.begin; i < tokens.end; ++i) {
      const Token& t = doc_.token(i);
      if (t.Is(Punct::kMark)) return false;  // A reporter's paragraph.
      person |= t.Has(text::kFirstPerson | text::kSecondPerson);
      if (t.HasShape(text::kCapitalized) && NamesALabel(i)) return false;
    }
    return person || dense;
  }

  bool NamesALabel(int32_t i) const {
    for (const Label& label : labels_) {
      if (label.turns == 0 || label.letter) continue;
      const absl::string_view last =
          label.text.substr(label.text.rfind(' ') + 1);
      if (absl::EqualsIgnoreCase(last, doc_.Text(i))) return true;
    }
    return false;
  }

  const Document& doc_;
  const ReporterView& view_;
  std::vector<Label> labels_;
  std::vector<Opening> openings_;
};

}  // namespace

std::vector<Turn> FindTurns(const Document& document,
                            const ReporterView& view) {
  return Transcript(document, view).Run();
}

}  // namespace onrecord::quotes

#include "quotes/turn_finder.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
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

// The last word of a label, as words are compared.
std::string LastWord(absl::string_view label) {
  return absl::AsciiStrToLower(label.substr(label.rfind(' ') + 1));
}

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
    FindSpeakers();
    FindNames();
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
    const auto [known, is_new] = known_.try_emplace(text, labels_.size());
    if (!is_new) return known->second;
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

  void FindSpeakers() {
    for (const Opening& o : openings_) {
      Label& label = labels_[o.known];
      if (label.letter || label.mention >= 0) continue;
      label.mention = MentionIn(o.label.name);
    }
    const auto namesakes = Namesakes();
    for (Label& label : labels_) {
      if (label.letter) {
        label.mention = label.asks ? -1 : Interviewed();
      } else if (label.mention < 0) {
        const auto found = namesakes.find(LastWord(label.text));
        if (found != namesakes.end()) label.mention = found->second;
      }
    }
  }

  int32_t MentionIn(TokenRange name) const {
    const auto m =
        std::partition_point(view_.mentions.begin(), view_.mentions.end(),
                             [name](const Mention& mention) {
                               return mention.tokens.begin < name.begin;
                             });
    for (auto k = m; k != view_.mentions.end() && k->tokens.begin < name.end;
         ++k) {
      if (k->tokens.end <= name.end) {
        return static_cast<int32_t>(k - view_.mentions.begin());
      }
    }
    return -1;
  }

  // The first name in the text that ends in a word, for each such word.
  absl::flat_hash_map<std::string, int32_t> Namesakes() const {
    absl::flat_hash_map<std::string, int32_t> namesakes;
    for (size_t m = 0; m < view_.mentions.size(); ++m) {
      const Mention& mention = view_.mentions[m];
      if (mention.kind != MentionKind::kName) continue;
      namesakes.try_emplace(absl::AsciiStrToLower(doc_.Text(mention.head)),
                            static_cast<int32_t>(m));
    }
    return namesakes;
  }

  // The person named most often before the first turn; of equals the first.
  int32_t Interviewed() const {
    const int32_t first =
        doc_.paragraphs()[openings_.front().paragraph].tokens.begin;
    struct Named {
      int32_t mention = -1;  // The first that is no byline.
      int times = 0;         // From there on.
    };
    absl::flat_hash_map<absl::string_view, Named> by_word;
    for (size_t m = 0; m < view_.mentions.size(); ++m) {
      const Mention& mention = view_.mentions[m];
      if (mention.tokens.begin >= first) break;
      if (mention.kind != MentionKind::kName) continue;
      Named& named = by_word[doc_.Text(mention.head)];
      if (named.mention < 0 && IsByline(mention)) continue;
      if (named.mention < 0) named.mention = static_cast<int32_t>(m);
      ++named.times;
    }
    Named best;
    for (const auto& [word, named] : by_word) {
      if (named.times > best.times ||
          (named.times == best.times && named.mention < best.mention)) {
        best = named;
      }
    }
    return best.mention;
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

  void FindNames() {
    for (const Label& label : labels_) {
      if (label.turns > 0 && !label.letter) names_.insert(LastWord(label.text));
    }
  }

  bool NamesALabel(int32_t i) const {
    return names_.contains(absl::AsciiStrToLower(doc_.Text(i)));
  }

  const Document& doc_;
  const ReporterView& view_;
  std::vector<Label> labels_;
  absl::flat_hash_map<absl::string_view, size_t> known_;  // Label by its text.
  absl::flat_hash_set<std::string> names_;  // Last words of the labels.
  std::vector<Opening> openings_;
};

}  // namespace

std::vector<Turn> FindTurns(const Document& document,
                            const ReporterView& view) {
  return Transcript(document, view).Run();
}

}  // namespace onrecord::quotes

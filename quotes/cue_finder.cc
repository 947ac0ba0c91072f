#include "quotes/cue_finder.h"

#include <algorithm>
#include <vector>

#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Token;
using text::TokenRange;
using text::WordClasses;

struct ClassRow {
  WordClasses bit;
  CueClass cue_class;
};

// First match wins: the more telling class before the more general one.
constexpr ClassRow kClassRows[] = {
    {text::kCueUtterance, CueClass::kUtterance},
    {text::kCueWriting, CueClass::kWriting},
    {text::kCueQuestion, CueClass::kQuestion},
    {text::kCueJudgement, CueClass::kJudgement},
    {text::kCueDemand, CueClass::kDemand},
    {text::kCueThought, CueClass::kThought},
    {text::kCueGesture, CueClass::kGesture},
    {text::kCueWeak, CueClass::kWeak},
    {text::kVerb, CueClass::kVerb},
};

CueClass ClassOf(WordClasses classes) {
  for (const ClassRow& row : kClassRows) {
    if (classes & row.bit) return row.cue_class;
  }
  return CueClass::kNoun;
}

// Only words of these classes can be cues or begin one.
constexpr WordClasses kMayBeCue =
    text::kPhraseStart | text::kVerb | text::kCueVerb | text::kCueNoun;

constexpr text::WordId kTo = text::KnownWord("to");
constexpr text::WordSet kHave = {"have", "has", "had"};

class Finder {
 public:
  Finder(const Document& doc, const std::vector<QuotedStretch>& stretches,
         const std::vector<Mention>& mentions)
      : doc_(doc), stretches_(stretches), mentions_(mentions) {}

  std::vector<Cue> Run() {
    cues_.reserve(doc_.tokens().size() / 16);  // Few articles have more.
    int32_t i = 0;
    for (const QuotedStretch& stretch : stretches_) {
      i = std::max(ReadRun(i, stretch.tokens.begin), stretch.tokens.end);
    }
    ReadRun(i, static_cast<int32_t>(doc_.tokens().size()));
    return std::move(cues_);
  }

 private:
  // Reads the tokens [i, end); returns the first that it has not read.
  int32_t ReadRun(int32_t i, int32_t end) {
    const Token* const tokens = doc_.tokens().data();
    for (; i < end; ++i) {
      if (tokens[i].Has(kMayBeCue)) i = ReadCue(i);
    }
    return i;
  }

  // Adds the cue at token i, if any; returns the last token it looked at.
  int32_t ReadCue(int32_t i) {
    const Token& token = doc_.token(i);
    if (!token.is_word()) return i;
    if (token.Has(text::kPhraseStart)) {
      if (const text::PhraseMatch* match = doc_.PhraseAt(i)) {
        const WordClasses classes =
            doc_.lexicon().phrase(match->phrase).classes;
        if (classes & (text::kCueVerb | text::kCueNoun)) {
          return ReadPhrase(*match, classes);
        }
      }
    }
    if (token.Has(text::kVerb | text::kCueVerb) &&
        !token.Has(text::kModal | text::kAuxiliary | text::kBe) &&
        IsVerbHere(i)) {
      AddVerb(TokenRange{i, i + 1}, token.classes);
    } else if (token.Has(text::kCueNoun) &&
               !token.HasShape(text::kCapitalized)) {
      Cue cue;
      cue.tokens = TokenRange{i, i + 1};
      cue.group_begin = i;
      cue.cue_class = CueClass::kNoun;
      cues_.push_back(cue);
    }
    return i;
  }

  int32_t ReadPhrase(const text::PhraseMatch& match, WordClasses classes) {
    if (classes & text::kPreposition) {
      Cue cue;
      cue.tokens = match.tokens;
      cue.group_begin = match.tokens.begin;
      cue.cue_class = CueClass::kAccording;
      cues_.push_back(cue);
      return match.tokens.end - 1;
    }
    if (doc_.token(match.tokens.begin).Has(text::kVerb) &&
        !IsVerbHere(match.tokens.begin)) {
      return match.tokens.begin;
    }
    AddVerb(match.tokens, classes | doc_.token(match.tokens.begin).classes);
    cues_.back().cue_class = ClassOf(classes);
    return match.tokens.end - 1;
  }

  // A word that can be a verb is one unless it stands like a noun.
  bool IsVerbHere(int32_t i) {
    const Token& t = doc_.token(i);
    if (t.HasShape(text::kCapitalized) && !t.HasShape(text::kSentenceFirst) &&
        !t.HasShape(text::kAllCaps)) {
      return false;
    }
    if (InsideMention(i)) return false;
    if (i == 0) return true;
    const Token& left = doc_.token(i - 1);
    const bool noun_left = left.Has(text::kDeterminer | text::kPossessive) ||
                           left.HasShape(text::kClitic) ||
                           (left.Has(text::kPreposition) && !IsTo(i - 1));
    if (!noun_left) return true;
    // "had never before said", "since said"
    if (left.Has(text::kAdverb) && t.Has(text::kPast)) return true;
    if (left.Has(text::kPronoun) && !left.Has(text::kPossessive)) return true;
    // "in saying", "without naming": a gerund after a preposition.
    return t.Has(text::kGerund) && left.Has(text::kPreposition);
  }

  // In lower case: "To" opens a sentence or stands in a title.
  bool IsTo(int32_t i) const {
    return doc_.token(i).word == kTo && doc_.Text(i) == "to";
  }

  bool InsideMention(int32_t i) {
    while (next_mention_ < mentions_.size() &&
           mentions_[next_mention_].tokens.end <= i) {
      ++next_mention_;
    }
    for (size_t m = next_mention_; m < mentions_.size(); ++m) {
      if (mentions_[m].tokens.begin > i) break;
      if (mentions_[m].tokens.Contains(i)) return true;
    }
    return false;
  }

  void AddVerb(TokenRange tokens, WordClasses classes) {
    Cue cue;
    cue.tokens = tokens;
    cue.cue_class = ClassOf(classes);
    cue.group_begin = tokens.begin;
    bool be = false, have = false, modal = false;
    for (int32_t k = tokens.begin - 1; k >= 0 && k >= tokens.begin - 5; --k) {
      const Token& t = doc_.token(k);
      if (!t.Has(text::kAuxiliary | text::kModal | text::kBe | text::kNegation |
                 text::kAdverb) &&
          !IsTo(k)) {
        break;
      }
      if (t.Has(text::kPreposition) && !IsTo(k)) break;
      // "Theresa May said": a name, no modal.
      if (t.Has(text::kModal) && t.HasShape(text::kCapitalized) &&
          !t.HasShape(text::kSentenceFirst)) {
        break;
      }
      if (t.Has(text::kPronoun)) {  // "he's", "they'd"
        be |= t.Has(text::kBe);
        have |= t.Has(text::kAuxiliary) && !t.Has(text::kBe);
        break;
      }
      be |= t.Has(text::kBe);
      have |= kHave.Has(doc_.lexicon().word(t.word).lemma);
      modal |= t.Has(text::kModal) || IsTo(k);
      cue.group_begin = k;
    }
    cue.form = FormOf(doc_.token(tokens.begin), be, have, modal);
    cues_.push_back(cue);
  }

  static CueForm FormOf(const Token& verb, bool be, bool have, bool modal) {
    const bool gerund = verb.Has(text::kGerund);
    if (gerund) return be ? CueForm::kProgressive : CueForm::kGerund;
    if (be && verb.Has(text::kParticiple)) return CueForm::kPassive;
    if (have) return CueForm::kPerfect;
    if (modal) return CueForm::kModal;
    if (verb.Has(text::kPast)) return CueForm::kPast;
    if (verb.Has(text::kParticiple)) return CueForm::kPassive;
    return CueForm::kPresent;
  }

  const Document& doc_;
  const std::vector<QuotedStretch>& stretches_;
  const std::vector<Mention>& mentions_;
  std::vector<Cue> cues_;
  size_t next_mention_ = 0;
};

}  // namespace

std::vector<Cue> FindCues(const Document& document,
                          const std::vector<QuotedStretch>& stretches,
                          const std::vector<Mention>& mentions) {
  return Finder(document, stretches, mentions).Run();
}

}  // namespace onrecord::quotes

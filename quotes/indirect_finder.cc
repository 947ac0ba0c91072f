#include "quotes/indirect_finder.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "quotes/page_furniture.h"
#include "quotes/subject.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Span;
using text::Token;
using text::TokenRange;

// "that" may stand this far behind its cue: "told reporters after a meeting in
// the capital on Thursday that".
constexpr int kThatReach = 14;

constexpr text::WordId kOn = text::KnownWord("on");
constexpr text::WordId kThatWord = text::KnownWord("that");
constexpr text::WordId kTo = text::KnownWord("to");
constexpr text::WordSet kAskings = {"whether", "if", "why"};

// Verbs that name whom they tell: "told reporters that".
constexpr absl::string_view kAddressing[] = {
    "advise",   "assure",  "convince", "inform", "notify",
    "persuade", "promise", "remind",   "tell",   "warn"};

// Verbs that tell a position by a noun phrase: "rejected a timetable".
constexpr absl::string_view kTakingObjects[] = {
    "advocate",      "affirm",
    "announce",      "appeal for",
    "argue against", "argue for",
    "back",          "call for",
    "champion",      "defend",
    "demand",        "deny",
    "emphasise",     "emphasize",
    "endorse",       "express",
    "favor",         "favour",
    "insist on",     "oppose",
    "plead for",     "pledge",
    "press for",     "promise",
    "propose",       "push for",
    "reaffirm",      "recommend",
    "reiterate",     "reject",
    "request",       "rule out",
    "seek",          "speak out against",
    "stress",        "support",
    "underline",     "underscore",
    "urge",          "voice",
    "vow",           "want",
    "welcome"};

// Words of the same length are few: quicker than a search by order.
template <size_t n>
bool Lists(const absl::string_view (&words)[n], absl::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// What a cue's content looks like.
enum class Complement {
  kNone,
  kThat,    // said (that) + clause
  kObject,  // called for + noun phrase; urged + somebody to; vowed to
};

class Finder {
 public:
  Finder(const Document& doc, const ReporterView& view)
      : doc_(doc), view_(view) {}

  std::vector<IndirectQuote> Run() {
    for (const ReporterSentence& sentence : view_.sentences) {
      taken_ = sentence.tokens.begin;
      bool read = false;  // It is no headline; asked where somebody reports.
      for (int32_t c = sentence.cues.begin; c < sentence.cues.end; ++c) {
        if (!MayReport(view_.cues[c])) continue;
        const int32_t subject = SubjectOfCue(doc_, view_, sentence, c);
        if (subject < 0) continue;
        if (!read && IsHeadline(sentence)) break;
        read = true;
        ReadCue(sentence, c, subject);
      }
    }
    return std::move(out_);
  }

 private:
  // No full stop, or most words in capitals: a headline or a caption.
  bool IsHeadline(const ReporterSentence& sentence) const {
    if (doc_.token(sentence.tokens.end - 1).is_word()) return true;
    return IsTitleCase(doc_, sentence.tokens);
  }

  bool MayReport(const Cue& cue) const {
    return cue.tokens.begin >= taken_ &&  // Else inside reported speech.
           Reports(cue) != Complement::kNone && !IsSilent(cue);
  }

  // Reads what a cue reports that may do so; `subject`: the mention whose
  // words they are.
  void ReadCue(const ReporterSentence& sentence, int32_t c, int32_t subject) {
    const Cue& cue = view_.cues[c];
    const Mention& mention = view_.mentions[subject];
    if (doc_.token(mention.head)
            .Has(text::kFirstPerson | text::kSecondPerson)) {
      return;
    }
    if (cue.cue_class == CueClass::kAccording) {
      Accord(sentence, c, subject);
      return;
    }
    if (mention.head == mention.tokens.begin &&
        doc_.token(mention.head).Has(text::kRelative) &&
        cue.cue_class == CueClass::kThought) {
      return;  // "politicians who hope that": nobody in particular
    }
    const int32_t begin = ContentBegin(sentence, cue, mention);
    const int32_t end = TrimDangling(begin, ContentEnd(sentence, begin));
    if (HoldsContent(cue, begin, end)) {
      if (RelaysAnother(sentence, mention, begin, end)) return;
      Add(c, subject, {TokenRange{begin, end}}, "indirect");
      taken_ = end;
      return;
    }
    Tag(sentence, c, subject);
  }

  // "The Herald reported that Lopez told aides that ...": Lopez's words count,
  // so that the cue inside is read instead.
  bool RelaysAnother(const ReporterSentence& sentence, const Mention& subject,
                     int32_t begin, int32_t end) const {
    if (subject.kind != MentionKind::kOrganization &&
        subject.kind != MentionKind::kName) {
      return false;
    }
    for (int32_t c = sentence.cues.begin; c < sentence.cues.end; ++c) {
      const Cue& cue = view_.cues[c];
      if (cue.tokens.begin < begin || cue.tokens.begin >= end) continue;
      if (cue.cue_class != CueClass::kUtterance || IsSilent(cue) ||
          cue.form == CueForm::kGerund) {
        continue;
      }
      const int32_t inner = SubjectOfCue(doc_, view_, sentence, c);
      return inner >= 0 && view_.mentions[inner].tokens.begin >= begin &&
             subject.kind == MentionKind::kOrganization;
    }
    return false;
  }

  // The kind of content that a cue takes, by its class.
  Complement Reports(const Cue& cue) const {
    switch (cue.cue_class) {
      case CueClass::kUtterance:
      case CueClass::kQuestion:  // "asked that they stay"
      case CueClass::kWriting:
      case CueClass::kThought:
      case CueClass::kWeak:
      case CueClass::kAccording:
        return Complement::kThat;
      case CueClass::kDemand:
        return Complement::kObject;
      default:
        return Complement::kNone;
    }
  }

  // "did not say", "declined to say", "to say": nothing is reported.
  bool IsSilent(const Cue& cue) const {
    if (cue.form == CueForm::kPassive) return true;
    for (int32_t i = cue.group_begin; i < cue.tokens.begin; ++i) {
      if (doc_.token(i).Has(text::kNegation)) return true;
    }
    return cue.form == CueForm::kModal &&
           doc_.Text(cue.tokens.begin - 1) == "to";
  }

  // First token of what the cue reports.
  int32_t ContentBegin(const ReporterSentence& sentence, const Cue& cue,
                       const Mention& subject) const {
    int32_t i = cue.tokens.end;
    const bool addressee = TakesAddressee(cue);
    // Inverted: the speaker stands between.
    if (subject.tokens.begin >= i) i = subject.tokens.end;
    const int32_t limit = addressee || OpensAdjunct(sentence, i)
                              ? std::min(sentence.tokens.end, i + kThatReach)
                              : std::min(sentence.tokens.end, i + 1);
    bool relative = false;  // "told the troops who had come that"
    for (int32_t k = i; k < limit; ++k) {
      const Token& t = doc_.token(k);
      if (t.Is(Punct::kMark) || t.Is(Punct::kSemicolon)) break;
      relative |= t.Has(text::kRelative) && !t.Has(text::kThat);
      const bool that = t.word == kThatWord;
      if (that && !StartsNounPhrase(k)) return k + 1;
      if (!relative && t.Has(text::kVerb | text::kAuxiliary) &&
          !t.Has(text::kGerund | text::kParticiple) &&
          !InMention(sentence, k)) {
        break;
      }
    }
    return SkipAdjuncts(sentence, i, addressee);
  }

  // True if what follows the cue is an adjunct, which can stand before "that";
  // no object ("said the force that had been there").
  bool OpensAdjunct(const ReporterSentence& sentence, int32_t i) const {
    if (i >= sentence.tokens.end) return false;
    const Token& t = doc_.token(i);
    if (t.Has(text::kPreposition)) return true;
    return !t.Has(text::kDeterminer | text::kPossessive | text::kPronoun) &&
           (!t.HasShape(text::kCapitalized) ||
            t.Has(text::kWeekday | text::kMonth));
  }

  bool TakesAddressee(const Cue& cue) const {
    return Lists(kAddressing, doc_.Lemma(cue.tokens.begin));
  }

  // "that" as a determiner: "said that mission", not "said that missions".
  bool StartsNounPhrase(int32_t k) const {
    return k + 2 < static_cast<int32_t>(doc_.tokens().size()) &&
           doc_.token(k + 2).Is(Punct::kPeriod);
  }

  // Skips the addressee ("told reporters"), weekdays and adverbs.
  int32_t SkipAdjuncts(const ReporterSentence& sentence, int32_t i,
                       bool addressee) const {
    if (addressee) {
      for (int32_t m = sentence.mentions.begin; m < sentence.mentions.end;
           ++m) {
        const TokenRange t = view_.mentions[m].tokens;
        if (t.begin >= i && t.begin <= i + 1) {
          i = t.end;
          break;
        }
      }
    }
    while (i < sentence.tokens.end) {
      const Token& t = doc_.token(i);
      const bool day = t.Has(text::kWeekday | text::kTimeWord);
      const bool on_day = t.word == kOn && i + 1 < sentence.tokens.end &&
                          doc_.token(i + 1).Has(text::kWeekday);
      if (!day && !on_day) break;
      i += on_day ? 2 : 1;
    }
    return i;
  }

  // End of the content: before a quotation, a further cue or the full stop.
  int32_t ContentEnd(const ReporterSentence& sentence, int32_t begin) const {
    int32_t end = sentence.tokens.end;
    for (int32_t s = sentence.stretches.begin; s < sentence.stretches.end;
         ++s) {
      const int32_t open = view_.stretches[s].tokens.begin - 1;
      if (open >= begin) end = std::min(end, open);
    }
    for (int32_t i = begin; i + 1 < end; ++i) {
      const Token& t = doc_.token(i);
      if (t.Is(Punct::kSemicolon)) return i;
      if (!t.Is(Punct::kComma)) continue;
      if (OpensNewReport(sentence, i + 1, end)) return i;
    }
    while (end > begin && !doc_.token(end - 1).is_word() &&
           !doc_.token(end - 1).Is(Punct::kClose)) {
      --end;
    }
    return end;
  }

  // ", saying", ", adding that", ", according to", ", but she warned".
  bool OpensNewReport(const ReporterSentence& sentence, int32_t i,
                      int32_t end) const {
    for (int32_t c = sentence.cues.begin; c < sentence.cues.end; ++c) {
      const Cue& cue = view_.cues[c];
      if (cue.tokens.begin < i || cue.tokens.begin > i + 4) continue;
      if (cue.tokens.begin >= end) return false;
      const bool reports = Reports(cue) != Complement::kNone &&
                           cue.cue_class != CueClass::kThought &&
                           cue.cue_class != CueClass::kWeak;
      if (!reports) continue;
      if (cue.tokens.begin == i) {
        return cue.form == CueForm::kGerund ||
               cue.cue_class == CueClass::kAccording ||
               cue.cue_class == CueClass::kUtterance;
      }
      return doc_.token(i).Has(text::kConjunction | text::kSubordinator |
                               text::kPronoun);
    }
    return false;
  }

  // A clause for "said", any words for "called for".
  bool HoldsContent(const Cue& cue, int32_t begin, int32_t end) const {
    if (end - begin < 2) return false;
    const Token& first = doc_.token(begin);
    if (!first.is_word()) return false;
    if (kAskings.Has(first.word)) return false;
    if (Reports(cue) == Complement::kObject) {
      return !Dangles(end) &&
             (TakesObject(cue) || HasInfinitive(TokenRange{begin, end}));
    }
    if (begin > 0 && doc_.token(begin - 1).word == kThatWord)
      return !Dangles(end);
    if (cue.cue_class == CueClass::kQuestion) return false;
    if (first.word == kTo) {
      return cue.cue_class == CueClass::kUtterance && begin + 1 < end &&
             doc_.token(begin + 1).Has(text::kBase | text::kBe);
    }
    if (first.Has(text::kPreposition | text::kAdverb | text::kAuxiliary |
                  text::kModal | text::kBe | text::kRelative)) {
      return false;
    }
    if (first.Has(text::kVerb) && !first.HasShape(text::kCapitalized) &&
        !first.Has(text::kGerund)) {
      return false;
    }
    if (!HasVerb(TokenRange{begin, end})) return TakesObject(cue);
    return cue.cue_class != CueClass::kWeak && !Dangles(end);
  }

  // "urged the house to vote": "to" and a verb, near the beginning.
  bool HasInfinitive(TokenRange range) const {
    const int32_t limit = std::min(range.end - 1, range.begin + 12);
    for (int32_t i = range.begin; i < limit; ++i) {
      if (doc_.token(i).word == kTo &&
          doc_.token(i + 1).Has(text::kBase | text::kBe | text::kNegation)) {
        return true;
      }
    }
    return false;
  }

  bool TakesObject(const Cue& cue) const {
    if (cue.form == CueForm::kGerund && cue.tokens.size() < 2) return false;
    const absl::string_view lemma = doc_.Lemma(cue.tokens.begin);
    if (cue.tokens.size() == 1) return Lists(kTakingObjects, lemma);
    const TokenRange rest{cue.tokens.begin + 1, cue.tokens.end};
    return Lists(kTakingObjects, absl::StrCat(lemma, " ", doc_.Text(rest)));
  }

  // "would want the mission beside it for “…”": without the "for".
  int32_t TrimDangling(int32_t begin, int32_t end) const {
    const int32_t count = static_cast<int32_t>(doc_.tokens().size());
    while (end - begin > 4 && end < count && doc_.token(end).Is(Punct::kMark) &&
           doc_.token(end - 1).Has(text::kDeterminer | text::kPreposition) &&
           HasVerb(TokenRange{begin, end - 1})) {
      --end;
    }
    return end;
  }

  // True if the words before `end` want something behind them, which stands in
  // quotation marks then: "called for convening a", "his words were".
  bool Dangles(int32_t end) const {
    if (end >= static_cast<int32_t>(doc_.tokens().size()) ||
        !doc_.token(end).Is(Punct::kMark)) {
      return false;
    }
    const Token& last = doc_.token(end - 1);
    return last.Has(text::kDeterminer | text::kPossessive | text::kPreposition |
                    text::kBe | text::kAuxiliary | text::kThat |
                    text::kConjunction | text::kBase);
  }

  // "..., he said." and "Every soldier, she said, should go."
  void Tag(const ReporterSentence& sentence, int32_t c, int32_t subject) {
    const Cue& cue = view_.cues[c];
    const Mention& mention = view_.mentions[subject];
    if (cue.cue_class == CueClass::kThought ||
        cue.cue_class == CueClass::kWeak) {
      return;
    }
    const int32_t tag = std::min(cue.group_begin, mention.tokens.begin);
    if (tag - 1 <= taken_ || !doc_.token(tag - 1).Is(Punct::kComma)) return;
    const TokenRange before{taken_, tag - 1};
    if (HoldsQuotation(before) || before.size() < 2) return;
    const Token& first = doc_.token(before.begin);
    if (first.Has(text::kPreposition | text::kGerund | text::kSubordinator |
                  text::kParticiple | text::kRelative)) {
      return;  // "In a letter to the house, she wrote"
    }
    int32_t behind = std::max(cue.tokens.end, mention.tokens.end);
    const bool inside =
        behind < sentence.tokens.end && doc_.token(behind).Is(Punct::kComma);
    const TokenRange after{behind + 1,
                           inside ? ContentEnd(sentence, behind + 1) : 0};
    TokenRange parts[] = {before, after};
    const bool goes_on =
        inside && after.size() >= 2 &&
        (!HasVerb(before) || doc_.token(after.begin).word == kTo);
    if (!goes_on && (!HasVerb(before) || before.size() < 3)) return;
    if (doc_.token(before.begin).Has(text::kConjunction)) {
      ++parts[0].begin;
    }
    const absl::Span<const TokenRange> said(parts, goes_on ? 2 : 1);
    Add(c, subject, said, "indirect_tag");
    taken_ = said.back().end;
  }

  void Accord(const ReporterSentence& sentence, int32_t c, int32_t subject) {
    const Cue& cue = view_.cues[c];
    const Mention& mention = view_.mentions[subject];
    const int32_t behind = mention.tokens.end;
    TokenRange content;
    if (cue.tokens.begin <= sentence.tokens.begin + 1) {
      // "According to Lopez, ...": behind the comma.
      int32_t comma = behind;
      while (comma < sentence.tokens.end &&
             !doc_.token(comma).Is(Punct::kComma)) {
        ++comma;
      }
      content = TokenRange{comma + 1, ContentEnd(sentence, comma + 1)};
    } else {
      int32_t end = cue.tokens.begin;
      if (doc_.token(end - 1).Is(Punct::kComma)) --end;
      content = TokenRange{taken_, end};
    }
    if (content.size() < 3 || HoldsQuotation(content) || !HasVerb(content)) {
      return;
    }
    Add(c, subject, {content}, "indirect_according");
    taken_ = std::max(content.end, behind);
  }

  bool HasVerb(TokenRange range) const {
    for (int32_t i = range.begin; i < range.end; ++i) {
      const Token& t = doc_.token(i);
      if (t.Has(text::kAuxiliary | text::kModal | text::kBe)) return true;
      if (t.Has(text::kVerb) && t.Has(text::kThird | text::kPast)) return true;
    }
    return false;
  }

  bool HoldsQuotation(TokenRange range) const {
    for (int32_t i = range.begin; i < range.end; ++i) {
      if (doc_.token(i).Is(Punct::kMark)) return true;
    }
    return false;
  }

  bool InMention(const ReporterSentence& sentence, int32_t token) const {
    for (int32_t m = sentence.mentions.begin; m < sentence.mentions.end; ++m) {
      if (view_.mentions[m].tokens.begin > token) return false;
      if (view_.mentions[m].tokens.Contains(token)) return true;
    }
    return false;
  }

  void Add(int32_t c, int32_t subject, absl::Span<const TokenRange> parts,
           absl::string_view rule) {
    IndirectQuote found;
    found.quote.kind = QuoteKind::kIndirect;
    for (TokenRange part : parts) {
      found.quote.content.push_back(doc_.SpanOf(part));
    }
    found.attribution.mention = subject;
    found.attribution.cue = doc_.SpanOf(view_.cues[c].tokens);
    found.attribution.rule = rule;
    found.attribution.confidence = 0.8;
    out_.push_back(std::move(found));
  }

  const Document& doc_;
  const ReporterView& view_;
  int32_t taken_ = 0;  // Tokens before this are reported already.
  std::vector<IndirectQuote> out_;
};

}  // namespace

std::vector<IndirectQuote> FindIndirectQuotes(const Document& document,
                                              const ReporterView& view) {
  return Finder(document, view).Run();
}

}  // namespace onrecord::quotes

#include "quotes/attribution_candidates.h"

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "quotes/mention.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

constexpr absl::string_view kRuleNames[] = {
#define X(symbol, name) name,
    ONRECORD_ATTRIBUTION_RULES(X)
#undef X
};

constexpr absl::string_view kFieldNames[] = {
#define X(symbol, name, values) name,
    ONRECORD_ATTRIBUTION_FIELDS(X)
#undef X
};

enum QuoteEnd : uint8_t {
  kEndComma,
  kEndPeriod,
  kEndQuestion,
  kEndOther,
  kEndWord,
  kEndUnclosed,
};

constexpr text::WordId kSay = text::KnownWord("say");

constexpr int kMaxCuesLeft = 4;
constexpr int kMaxCuesRight = 3;

// The title of something: every longer word capitalised.
bool IsTitle(const Document& doc, TokenRange tokens) {
  int words = 0;
  for (int32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& t = doc.token(i);
    if (!t.is_word()) continue;
    ++words;
    if (t.length > 3 && !t.HasShape(text::kCapitalized | text::kHasDigit) &&
        !t.Has(text::kPreposition | text::kConjunction | text::kDeterminer)) {
      return false;
    }
    if (words == 1 && !t.HasShape(text::kCapitalized | text::kHasDigit)) {
      return false;
    }
  }
  return words > 0;
}

// 1 if a word such as "titled" or "slogan" stands right before the mark at
// `open`, 2 if one stands a word or two further left.
uint8_t NamingBefore(const Document& doc, int32_t open, TokenRange within) {
  for (int32_t i = open - 1; i >= within.begin && i >= open - 3; --i) {
    if (doc.token(i).Has(text::kNaming)) return i == open - 1 ? 1 : 2;
  }
  return 0;
}

uint8_t EndOf(const Document& doc, const QuotedStretch& stretch,
              TokenRange sentence) {
  if (!stretch.closed) return kEndUnclosed;
  const int32_t after = stretch.tokens.end + 1;
  const Token& last = doc.token(stretch.tokens.end - 1);
  switch (last.punct) {
    case Punct::kComma:
      return kEndComma;
    case Punct::kPeriod:
      return kEndPeriod;
    case Punct::kQuestion:
    case Punct::kExclaim:
      return kEndQuestion;
    case Punct::kNone:
      break;
    default:
      return kEndOther;
  }
  // British papers put their stops behind the mark.
  if (sentence.Contains(after)) {
    if (doc.token(after).Is(Punct::kComma)) return kEndComma;
    if (doc.token(after).Is(Punct::kPeriod)) return kEndPeriod;
  }
  return kEndWord;
}

class Lister {
 public:
  Lister(const CandidateContext& context, int32_t stretch,
         const std::vector<Decision>& earlier, std::vector<Candidate>* out)
      : context_(context),
        doc_(context.document()),
        view_(context.view()),
        index_(stretch),
        stretch_(view_.stretches[stretch]),
        sentence_index_(view_.sentence_of_stretch[stretch]),
        sentence_(view_.sentences[sentence_index_]),
        earlier_(earlier),
        out_(out) {
    open_ = stretch_.tokens.begin - 1;
    close_ = stretch_.tokens.end + (stretch_.closed ? 1 : 0);
    last_ = index_ - 1;
    while (last_ >= 0 && earlier_[last_].mention < 0) --last_;
    if (last_ >= 0) last_head_ = view_.mentions[earlier_[last_].mention].head;
    FillQuoteFields();
  }

  void Run() {
    CuesOf(sentence_, AttributionRule::kCount);
    MentionsWithoutCue();
    Signature();
    OtherSentences();
    Continuations();
    Push(base_, -1, AttributionRule::kNobody);
  }

 private:
  void FillQuoteFields() {
    base_[Field::kQuoteEnd] = EndOf(doc_, stretch_, sentence_.tokens);
    const Token& first = doc_.token(stretch_.tokens.begin);
    base_[Field::kQuoteStart] = !first.is_word()                     ? 2
                                : first.HasShape(text::kCapitalized) ? 1
                                                                     : 0;
    FillWords();
    base_[Field::kQuoteTitle] = IsTitle(doc_, stretch_.tokens);
    base_[Field::kQuoteMarks] = stretch_.single;
    base_[Field::kNamed] = NamingBefore(doc_, open_, sentence_.tokens);
    base_[Field::kBeforeQuote] = context_.At(open_ - 1, sentence_.tokens);
    int32_t after = close_;
    if (sentence_.tokens.Contains(after) &&
        doc_.token(after).Is(Punct::kComma)) {
      ++after;  // "…", he said
    }
    base_[Field::kAfterQuote] = context_.At(after, sentence_.tokens);
  }

  // How many words there are, and whether somebody speaks of himself or to
  // somebody (2) or there is a verb (1).
  void FillWords() {
    constexpr text::WordClasses kPersons =
        text::kFirstPerson | text::kSecondPerson;
    constexpr text::WordClasses kVerbs =
        text::kAuxiliary | text::kModal | text::kBe;
    int words = 0;
    text::WordClasses any = 0;
    bool finite = false;
    for (int32_t i = stretch_.tokens.begin; i < stretch_.tokens.end; ++i) {
      const Token& t = doc_.token(i);
      words += t.is_word();
      any |= t.classes;
      finite |= t.Has(text::kVerb) && t.Has(text::kThird | text::kPast);
    }
    base_[Field::kQuoteLength] = GapBucket(words);
    base_[Field::kQuoteWords] = (any & kPersons) != 0           ? 2
                                : finite || (any & kVerbs) != 0 ? 1
                                                                : 0;
  }

  // Candidates from the cues of one sentence. `other` is the rule if the
  // sentence is not the quotation's own, kCount if it is.
  void CuesOf(const ReporterSentence& sentence, AttributionRule other) {
    int left = 0, right = 0;
    // Nearest first on either side.
    for (int32_t c = sentence.cues.end - 1; c >= sentence.cues.begin; --c) {
      if (view_.cues[c].tokens.begin >= open_) continue;
      if (left++ >= kMaxCuesLeft) break;
      MentionsOfCue(c, left - 1, other);
    }
    for (int32_t c = sentence.cues.begin; c < sentence.cues.end; ++c) {
      if (view_.cues[c].tokens.begin < close_) continue;
      if (right++ >= kMaxCuesRight) break;
      MentionsOfCue(c, right - 1, other);
    }
  }

  void MentionsOfCue(int32_t c, int cues_between, AttributionRule other) {
    const absl::Span<const CuedMention> mentions = context_.MentionsOfCue(c);
    if (mentions.empty()) return;
    const Cue& cue = view_.cues[c];
    Candidate cand = base_;
    cand.cue = c;
    cand[Field::kCueClass] = static_cast<uint8_t>(cue.cue_class) + 1;
    cand[Field::kCueForm] = static_cast<uint8_t>(cue.form);
    cand[Field::kSay] = IsSay(cue.tokens.begin);
    cand[Field::kCuesBetween] = std::min(cues_between, 3);
    FillCueQuote(cue, &cand);
    for (const CuedMention& cued : mentions) {
      const AttributionRule rule =
          other == AttributionRule::kCount ? RuleOf(cue, cued) : other;
      AddMention(cand, cued, rule);
    }
  }

  bool IsSay(int32_t verb) const {
    return doc_.lexicon().word(doc_.token(verb).word).lemma == kSay;
  }

  void FillCueQuote(const Cue& cue, Candidate* cand) const {
    const bool before = cue.tokens.begin < open_;
    const int32_t begin = before ? cue.tokens.end : close_;
    const int32_t end = before ? open_ : cue.group_begin;
    (*cand)[Field::kCueQuoteGap] = GapBucket(end - begin);
    (*cand)[Field::kCueQuoteWhat] = context_.In(begin, end);
    int stretches = 0;
    for (int32_t s = sentence_.stretches.begin; s < sentence_.stretches.end;
         ++s) {
      const TokenRange& t = view_.stretches[s].tokens;
      if (s != index_ && t.begin >= begin && t.end <= end) ++stretches;
    }
    (*cand)[Field::kStretchesBetween] = std::min(stretches, 2);
  }

  // Adds a copy of `from` that names a mention beside its cue.
  void AddMention(const Candidate& from, const CuedMention& cued,
                  AttributionRule rule) {
    Candidate* cand = Push(from, cued.mention, rule);
    (*cand)[Field::kMentionCueGap] = cued.gap;
    (*cand)[Field::kMentionCueWhat] = cued.what;
    (*cand)[Field::kMentionSide] = cued.side;
    (*cand)[Field::kMentionOrder] = cued.order;
    FillMention(cand);
  }

  AttributionRule RuleOf(const Cue& cue, const CuedMention& cued) const {
    if (cued.side == 2 && context_.Signs(cued.mention).before == kBy) {
      return AttributionRule::kPassiveAgent;
    }
    const int32_t begin = view_.mentions[cued.mention].tokens.begin;
    if (cue.tokens.begin >= close_) {
      if (cued.side == 2) return AttributionRule::kTagAfterInverted;
      return begin >= close_ ? AttributionRule::kTagAfter
                             : AttributionRule::kFrame;
    }
    if (cued.side == 1) return AttributionRule::kTagBefore;
    return begin < open_ ? AttributionRule::kTagBeforeInverted
                         : AttributionRule::kFrame;
  }

  void FillMention(Candidate* cand) const {
    const MentionSigns& signs = context_.Signs(cand->mention);
    (*cand)[Field::kKind] = signs.kind;
    (*cand)[Field::kBeforeMention] = signs.before;
    (*cand)[Field::kAfterMention] = signs.behind;
    (*cand)[Field::kSubject] = signs.subject;
    (*cand)[Field::kNested] = signs.nested;
    // The quotation before was this mention's, by head word.
    (*cand)[Field::kSpoke] =
        last_ >= 0 && SameText(last_head_, view_.mentions[cand->mention].head);
  }

  // Compares two tokens.
  bool SameText(int32_t i, int32_t k) const {
    return doc_.token(i).length == doc_.token(k).length &&
           doc_.Text(i) == doc_.Text(k);
  }

  void MentionsWithoutCue() {
    int order = 0;
    for (int32_t m = sentence_.mentions.end - 1;
         m >= sentence_.mentions.begin && order < kMaxMentionsLeft; --m) {
      const int32_t end = view_.mentions[m].tokens.end;
      if (end > open_ || context_.Signs(m).denied) continue;
      AddUncued(m, order++, end, open_, 1);
    }
    order = 0;
    for (int32_t m = sentence_.mentions.begin;
         m < sentence_.mentions.end && order < kMaxMentionsRight; ++m) {
      const int32_t begin = view_.mentions[m].tokens.begin;
      if (begin < close_ || context_.Signs(m).denied) continue;
      AddUncued(m, order++, close_, begin, 2);
    }
  }

  void AddUncued(int32_t m, int order, int32_t begin, int32_t end,
                 uint8_t side) {
    const bool label =
        side == 1 && end - begin == 1 && doc_.token(begin).Is(Punct::kColon);
    AddMention(base_,
               {m, GapBucket(end - begin), context_.In(begin, end), side,
                static_cast<uint8_t>(order)},
               label ? AttributionRule::kLabel : AttributionRule::kNear);
  }

  // `"Q" - Lopez`: a dash and a name behind it, on the next line perhaps.
  void Signature() {
    const int32_t count = static_cast<int32_t>(doc_.tokens().size());
    if (close_ + 1 >= count) return;
    const text::Token& dash = doc_.token(close_);
    if (!dash.Is(Punct::kDash) && !dash.Is(Punct::kHyphen)) return;
    const int32_t s = sentence_.tokens.Contains(close_) ? sentence_index_
                                                        : sentence_index_ + 1;
    if (s >= static_cast<int32_t>(view_.sentences.size())) return;
    const ReporterSentence& sentence = view_.sentences[s];
    for (int32_t m = sentence.mentions.begin; m < sentence.mentions.end; ++m) {
      if (view_.mentions[m].tokens.begin != close_ + 1) continue;
      FillMention(Push(base_, m, AttributionRule::kSignature));
      return;
    }
  }

  void OtherSentences() {
    const int32_t s = sentence_index_;
    const int32_t count = static_cast<int32_t>(view_.sentences.size());
    if (s + 1 < count) {
      const ReporterSentence& next = view_.sentences[s + 1];
      const bool same = next.paragraph == sentence_.paragraph;
      const bool soft =
          same && next.after_quotation && next.tokens.begin == close_;
      CuesOf(next, soft   ? AttributionRule::kSoftTag
                   : same ? AttributionRule::kNextSentence
                          : AttributionRule::kNextParagraph);
    }
    if (s > 0) {
      const ReporterSentence& previous = view_.sentences[s - 1];
      const bool same = previous.paragraph == sentence_.paragraph;
      CuesOf(previous, same ? AttributionRule::kPreviousSentence
                            : AttributionRule::kLeadIn);
    }
  }

  void Continuations() {
    if (last_ < 0) return;
    const QuotedStretch& before = view_.stretches[last_];
    const int paragraphs = stretch_.paragraph - before.paragraph;
    AttributionRule rule = AttributionRule::kPreviousParagraph;
    if (stretch_.continues) {
      rule = AttributionRule::kReopened;
    } else if (view_.sentence_of_stretch[last_] == sentence_index_) {
      rule = AttributionRule::kSameSentence;
    } else if (paragraphs == 0) {
      rule = AttributionRule::kContinued;
    }
    AddEarlier(last_, paragraphs, rule);
    if (paragraphs == 0) return;
    for (int32_t s = last_ - 1; s >= 0 && s > last_ - 6; --s) {
      if (earlier_[s].mention < 0) continue;
      if (SameText(view_.mentions[earlier_[s].mention].head, last_head_)) {
        continue;
      }
      AddEarlier(s, paragraphs, AttributionRule::kAlternation);
      return;
    }
  }

  void AddEarlier(int32_t s, int paragraphs, AttributionRule rule) {
    Candidate cand = base_;
    cand[Field::kKind] =
        static_cast<uint8_t>(view_.mentions[earlier_[s].mention].kind) + 1;
    cand[Field::kCueQuoteGap] = GapBucket(paragraphs);
    cand[Field::kStretchesBetween] = std::min(index_ - s - 1, 2);
    cand[Field::kSpoke] = 1;
    // Cues of its own speak against an inherited speaker.
    int cues = 0;
    for (int32_t c = sentence_.cues.begin; c < sentence_.cues.end; ++c) {
      cues += view_.cues[c].cue_class == CueClass::kUtterance;
    }
    cand[Field::kCuesBetween] = std::min(cues, 3);
    if (rule == AttributionRule::kSameSentence ||
        rule == AttributionRule::kContinued) {
      const int32_t from = view_.stretches[s].tokens.end + 1;
      cand[Field::kMentionCueWhat] = context_.In(from, open_);
      cand[Field::kMentionCueGap] = GapBucket(open_ - from);
    }
    cand.cue = earlier_[s].cue;
    Push(cand, earlier_[s].mention, rule);
  }

  // Adds a copy of `from` that names mention `m`. The result is valid until the
  // next one is added.
  Candidate* Push(const Candidate& from, int32_t m, AttributionRule rule) {
    out_->push_back(from);
    Candidate* cand = &out_->back();
    cand->mention = m;
    (*cand)[Field::kRule] = static_cast<uint8_t>(rule);
    return cand;
  }

  const CandidateContext& context_;
  const Document& doc_;
  const ReporterView& view_;
  const int32_t index_;
  const QuotedStretch& stretch_;
  const int32_t sentence_index_;
  const ReporterSentence& sentence_;
  const std::vector<Decision>& earlier_;
  std::vector<Candidate>* out_;
  Candidate base_;
  int32_t open_ = 0;       // Token of the opening mark.
  int32_t close_ = 0;      // First token behind the closing mark.
  int32_t last_ = -1;      // The last stretch before it that somebody said,
  int32_t last_head_ = 0;  // and the head of the mention that did.
};

}  // namespace

absl::string_view RuleName(AttributionRule rule) {
  return kRuleNames[static_cast<int>(rule)];
}

absl::string_view FieldName(Field field) {
  return kFieldNames[static_cast<int>(field)];
}

void ListCandidates(const CandidateContext& context, int32_t stretch,
                    const std::vector<Decision>& earlier,
                    std::vector<Candidate>* out) {
  out->clear();
  Lister(context, stretch, earlier, out).Run();
}

}  // namespace onrecord::quotes

#include "quotes/attribution_candidates.h"

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "quotes/mention.h"
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

constexpr int kMaxCuesLeft = 4;
constexpr int kMaxCuesRight = 3;
constexpr int kMaxMentionsLeft = 4;
constexpr int kMaxMentionsRight = 3;

uint8_t Bucket(int n) {
  if (n <= 3) return static_cast<uint8_t>(std::max(n, 0));
  if (n <= 5) return 4;
  if (n <= 8) return 5;
  if (n <= 14) return 6;
  return 7;
}

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

// 2 if somebody speaks of himself or to somebody, 1 if there is a verb, 0.
uint8_t WordsOf(const Document& doc, TokenRange tokens) {
  uint8_t words = 0;
  for (int32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& t = doc.token(i);
    if (t.Has(text::kFirstPerson | text::kSecondPerson)) return 2;
    if (t.Has(text::kAuxiliary | text::kModal | text::kBe) ||
        (t.Has(text::kVerb) && t.Has(text::kThird | text::kPast))) {
      words = 1;
    }
  }
  return words;
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
    FillQuoteFields();
  }

  void Run() {
    CuesOf(sentence_, AttributionRule::kCount);
    MentionsWithoutCue();
    Signature();
    OtherSentences();
    Continuations();
    out_->push_back(base_);
    out_->back().fields[0] = static_cast<uint8_t>(AttributionRule::kNobody);
  }

 private:
  void FillQuoteFields() {
    base_[Field::kQuoteEnd] = EndOf(doc_, stretch_, sentence_.tokens);
    const Token& first = doc_.token(stretch_.tokens.begin);
    base_[Field::kQuoteStart] = !first.is_word()                     ? 2
                                : first.HasShape(text::kCapitalized) ? 1
                                                                     : 0;
    int words = 0;
    for (int32_t i = stretch_.tokens.begin; i < stretch_.tokens.end; ++i) {
      words += doc_.token(i).is_word();
    }
    base_[Field::kQuoteLength] = Bucket(words);
    base_[Field::kQuoteTitle] = IsTitle(doc_, stretch_.tokens);
    base_[Field::kQuoteWords] = WordsOf(doc_, stretch_.tokens);
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

  // Candidates from the cues of one sentence. `other` is the rule if the
  // sentence is not the quotation's own, kCount if it is.
  void CuesOf(const ReporterSentence& sentence, AttributionRule other) {
    int left = 0, right = 0;
    // Nearest first on either side.
    for (int32_t c = sentence.cues.end - 1; c >= sentence.cues.begin; --c) {
      if (view_.cues[c].tokens.begin >= open_) continue;
      if (left++ >= kMaxCuesLeft) break;
      MentionsOfCue(sentence, c, left - 1, other);
    }
    for (int32_t c = sentence.cues.begin; c < sentence.cues.end; ++c) {
      if (view_.cues[c].tokens.begin < close_) continue;
      if (right++ >= kMaxCuesRight) break;
      MentionsOfCue(sentence, c, right - 1, other);
    }
  }

  void MentionsOfCue(const ReporterSentence& sentence, int32_t c,
                     int cues_between, AttributionRule other) {
    const Cue& cue = view_.cues[c];
    Candidate cand = base_;
    cand.cue = c;
    cand[Field::kCueClass] = static_cast<uint8_t>(cue.cue_class) + 1;
    cand[Field::kCueForm] = static_cast<uint8_t>(cue.form);
    cand[Field::kSay] = doc_.Lemma(cue.tokens.begin) == "say";
    cand[Field::kCuesBetween] = std::min(cues_between, 3);
    FillCueQuote(cue, &cand);
    int order = 0;
    for (int32_t m = sentence.mentions.end - 1; m >= sentence.mentions.begin;
         --m) {
      const Mention& mention = view_.mentions[m];
      if (mention.tokens.end > cue.group_begin) continue;
      if (context_.IsDenied(m)) continue;
      if (order >= kMaxMentionsLeft) break;
      AddMention(sentence, cand, m, order++, 1, other);
    }
    order = 0;
    for (int32_t m = sentence.mentions.begin; m < sentence.mentions.end; ++m) {
      const Mention& mention = view_.mentions[m];
      if (mention.tokens.begin < cue.tokens.end) continue;
      if (context_.IsDenied(m)) continue;
      if (order >= kMaxMentionsRight) break;
      AddMention(sentence, cand, m, order++, 2, other);
    }
  }

  void FillCueQuote(const Cue& cue, Candidate* cand) const {
    const bool before = cue.tokens.begin < open_;
    const int32_t begin = before ? cue.tokens.end : close_;
    const int32_t end = before ? open_ : cue.group_begin;
    (*cand)[Field::kCueQuoteGap] = Bucket(end - begin);
    (*cand)[Field::kCueQuoteWhat] = context_.In(begin, end);
    int stretches = 0;
    for (int32_t s = sentence_.stretches.begin; s < sentence_.stretches.end;
         ++s) {
      const TokenRange& t = view_.stretches[s].tokens;
      if (s != index_ && t.begin >= begin && t.end <= end) ++stretches;
    }
    (*cand)[Field::kStretchesBetween] = std::min(stretches, 2);
  }

  void AddMention(const ReporterSentence& sentence, Candidate cand, int32_t m,
                  int order, uint8_t side, AttributionRule other) {
    const Mention& mention = view_.mentions[m];
    const Cue& cue = view_.cues[cand.cue];
    const bool left = side == 1;
    const int32_t begin = left ? mention.tokens.end : cue.tokens.end;
    const int32_t end = left ? cue.group_begin : mention.tokens.begin;
    cand[Field::kMentionCueGap] = Bucket(end - begin);
    cand[Field::kMentionCueWhat] = context_.In(begin, end);
    cand[Field::kMentionSide] = side;
    cand[Field::kMentionOrder] = std::min(order, 3);
    FillMention(sentence, m, &cand);
    AttributionRule rule = other;
    if (rule == AttributionRule::kCount)
      rule = RuleOf(cue, mention, side, cand);
    Push(cand, m, rule);
  }

  AttributionRule RuleOf(const Cue& cue, const Mention& mention, uint8_t side,
                         const Candidate& cand) const {
    if (side == 2 && cand[Field::kBeforeMention] == kBy) {
      return AttributionRule::kPassiveAgent;
    }
    if (cue.tokens.begin >= close_) {
      if (side == 2) return AttributionRule::kTagAfterInverted;
      return mention.tokens.begin >= close_ ? AttributionRule::kTagAfter
                                            : AttributionRule::kFrame;
    }
    if (side == 1) return AttributionRule::kTagBefore;
    return mention.tokens.begin < open_ ? AttributionRule::kTagBeforeInverted
                                        : AttributionRule::kFrame;
  }

  void FillMention(const ReporterSentence& sentence, int32_t m,
                   Candidate* cand) const {
    const Mention& mention = view_.mentions[m];
    (*cand)[Field::kKind] = static_cast<uint8_t>(mention.kind) + 1;
    (*cand)[Field::kBeforeMention] = context_.Before(m);
    (*cand)[Field::kAfterMention] = context_.Behind(m);
    (*cand)[Field::kSubject] =
        m == context_.FirstFree(SentenceNumber(sentence));
    (*cand)[Field::kNested] = view_.nested[m];
    (*cand)[Field::kSpoke] = SpokeBefore(mention);
  }

  int32_t SentenceNumber(const ReporterSentence& sentence) const {
    return static_cast<int32_t>(&sentence - view_.sentences.data());
  }

  // True if the quotation before was this mention's, by head word.
  bool SpokeBefore(const Mention& mention) const {
    for (int32_t s = index_ - 1; s >= 0; --s) {
      if (earlier_[s].mention < 0) continue;
      const Mention& last = view_.mentions[earlier_[s].mention];
      return doc_.Text(last.head) == doc_.Text(mention.head);
    }
    return false;
  }

  void MentionsWithoutCue() {
    int order = 0;
    for (int32_t m = sentence_.mentions.end - 1;
         m >= sentence_.mentions.begin && order < kMaxMentionsLeft; --m) {
      const Mention& mention = view_.mentions[m];
      if (mention.tokens.end > open_ || context_.IsDenied(m)) continue;
      AddUncued(m, order++, mention.tokens.end, open_, 1);
    }
    order = 0;
    for (int32_t m = sentence_.mentions.begin;
         m < sentence_.mentions.end && order < kMaxMentionsRight; ++m) {
      const Mention& mention = view_.mentions[m];
      if (mention.tokens.begin < close_ || context_.IsDenied(m)) continue;
      AddUncued(m, order++, close_, mention.tokens.begin, 2);
    }
  }

  void AddUncued(int32_t m, int order, int32_t begin, int32_t end,
                 uint8_t side) {
    Candidate cand = base_;
    cand[Field::kMentionCueGap] = Bucket(end - begin);
    cand[Field::kMentionCueWhat] = context_.In(begin, end);
    cand[Field::kMentionSide] = side;
    cand[Field::kMentionOrder] = std::min(order, 3);
    FillMention(sentence_, m, &cand);
    const bool label =
        side == 1 && end - begin == 1 && doc_.token(begin).Is(Punct::kColon);
    Push(cand, m, label ? AttributionRule::kLabel : AttributionRule::kNear);
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
      Candidate cand = base_;
      FillMention(sentence, m, &cand);
      Push(cand, m, AttributionRule::kSignature);
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
    int32_t last = index_ - 1;
    while (last >= 0 && earlier_[last].mention < 0) --last;
    if (last < 0) return;
    const QuotedStretch& before = view_.stretches[last];
    const int paragraphs = stretch_.paragraph - before.paragraph;
    AttributionRule rule = AttributionRule::kPreviousParagraph;
    if (stretch_.continues) {
      rule = AttributionRule::kReopened;
    } else if (view_.sentence_of_stretch[last] == sentence_index_) {
      rule = AttributionRule::kSameSentence;
    } else if (paragraphs == 0) {
      rule = AttributionRule::kContinued;
    }
    AddEarlier(last, paragraphs, rule);
    if (paragraphs == 0) return;
    for (int32_t s = last - 1; s >= 0 && s > last - 6; --s) {
      if (earlier_[s].mention < 0) continue;
      const Mention& a = view_.mentions[earlier_[s].mention];
      const Mention& b = view_.mentions[earlier_[last].mention];
      if (doc_.Text(a.head) == doc_.Text(b.head)) continue;
      AddEarlier(s, paragraphs, AttributionRule::kAlternation);
      return;
    }
  }

  void AddEarlier(int32_t s, int paragraphs, AttributionRule rule) {
    Candidate cand = base_;
    cand[Field::kKind] =
        static_cast<uint8_t>(view_.mentions[earlier_[s].mention].kind) + 1;
    cand[Field::kCueQuoteGap] = Bucket(paragraphs);
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
      cand[Field::kMentionCueGap] = Bucket(open_ - from);
    }
    cand.cue = earlier_[s].cue;
    Push(cand, earlier_[s].mention, rule);
  }

  void Push(Candidate cand, int32_t m, AttributionRule rule) {
    cand.mention = m;
    cand.fields[0] = static_cast<uint8_t>(rule);
    out_->push_back(cand);
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
  int32_t open_ = 0;   // Token of the opening mark.
  int32_t close_ = 0;  // First token behind the closing mark.
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

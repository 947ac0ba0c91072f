#ifndef ONRECORD_QUOTES_ATTRIBUTION_CANDIDATES_H_
#define ONRECORD_QUOTES_ATTRIBUTION_CANDIDATES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "quotes/candidate_context.h"
#include "text/document.h"

namespace onrecord::quotes {

// The attribution rules, in the order in which ties are broken. Each names a
// way in which English ties a quotation to its speaker.
#define ONRECORD_ATTRIBUTION_RULES(X)                                         \
  X(kTagAfter, "tag_after")                    /* "Q," Lopez said */          \
  X(kTagAfterInverted, "tag_after_inverted")   /* "Q," said Lopez */          \
  X(kTagBefore, "tag_before")                  /* Lopez said: "Q" */          \
  X(kTagBeforeInverted, "tag_before_inverted") /* according to Lopez, "Q" */  \
  X(kFrame, "frame")                /* Lopez, "Q" said / asked, "Q" */        \
  X(kPassiveAgent, "passive_agent") /* "Q" was said by Lopez */               \
  X(kLabel, "label")                /* Lopez: "Q" */                          \
  X(kSignature, "signature")        /* "Q" - Lopez */                         \
  X(kNear, "near")                  /* Lopez ... "Q", no cue */               \
  X(kSameSentence, "same_sentence") /* "Q1," Lopez said, "Q2" */              \
  X(kContinued, "continued")        /* "Q1," Lopez said. "Q2" */              \
  X(kReopened, "reopened")          /* a quotation over paragraphs */         \
  X(kPreviousParagraph, "previous_paragraph") /* the last speaker there */    \
  X(kAlternation, "alternation")            /* the speaker before the last */ \
  X(kSoftTag, "soft_tag")                   /* "Why?" Lopez asked. */         \
  X(kNextSentence, "next_sentence")         /* "Q." Then Lopez said so. */    \
  X(kPreviousSentence, "previous_sentence") /* Lopez rose. "Q" */             \
  X(kLeadIn, "lead_in")               /* Lopez said: <new paragraph> "Q" */   \
  X(kNextParagraph, "next_paragraph") /* "Q" <new paragraph> Lopez said */    \
  X(kNobody, "nobody")                /* a title, a nickname, a slogan */

enum class AttributionRule : uint8_t {
#define X(symbol, name) symbol,
  ONRECORD_ATTRIBUTION_RULES(X)
#undef X
      kCount
};

absl::string_view RuleName(AttributionRule rule);

// What a candidate is judged by: small categories, one byte each, with the
// number of their values. The names are those of data/attribution_weights.tsv.
#define ONRECORD_ATTRIBUTION_FIELDS(X)                                        \
  X(kRule, "rule", 20)                    /* AttributionRule */               \
  X(kCueClass, "cue_class", 12)           /* CueClass + 1, 0 none */          \
  X(kCueForm, "cue_form", 8)              /* CueForm */                       \
  X(kSay, "say", 2)                       /* 1: the cue is a form of "say" */ \
  X(kKind, "kind", 7)                     /* MentionKind + 1, 0 nobody */     \
  X(kMentionCueGap, "mention_cue_gap", 8) /* tokens between, bucket */        \
  X(kMentionCueWhat, "mention_cue_what", 10)   /* Between */                  \
  X(kBeforeMention, "before_mention", 24)      /* Neighbor */                 \
  X(kAfterMention, "after_mention", 24)        /* Neighbor */                 \
  X(kCueQuoteGap, "cue_quote_gap", 8)          /* tokens between, bucket */   \
  X(kCueQuoteWhat, "cue_quote_what", 10)       /* Between */                  \
  X(kCuesBetween, "cues_between", 4)           /* 0, 1, 2, 3 = more */        \
  X(kStretchesBetween, "stretches_between", 3) /* 0, 1, 2 = more */           \
  X(kMentionSide, "mention_side", 3)   /* 1 left, 2 right of the cue */       \
  X(kMentionOrder, "mention_order", 4) /* nearer ones on the same side */     \
  X(kSubject, "subject", 2)            /* 1: first free mention there */      \
  X(kNested, "nested", 2)              /* 1: lies inside another mention */   \
  X(kSpoke, "spoke", 2)                /* 1: spoke the quotation before */    \
  X(kQuoteEnd, "quote_end", 6)         /* QuoteEnd */                         \
  X(kQuoteStart, "quote_start", 3)     /* 0 lower, 1 upper, 2 other */        \
  X(kQuoteLength, "quote_length", 8)   /* words, bucket */                    \
  X(kQuoteTitle, "quote_title", 2)     /* 1: every longer word capitalised */ \
  X(kQuoteWords, "quote_words", 3)     /* 1: holds a verb, 2: I, we, you */   \
  X(kQuoteMarks, "quote_marks", 2)     /* 1: single marks */                  \
  X(kNamed, "named", 3)                /* 1, 2: a naming word leads in */     \
  X(kBeforeQuote, "before_quote", 24)  /* Neighbor */                         \
  X(kAfterQuote, "after_quote", 24)    /* Neighbor */

enum class Field : uint8_t {
#define X(symbol, name, values) symbol,
  ONRECORD_ATTRIBUTION_FIELDS(X)
#undef X
      kCount
};
inline constexpr int kFieldCount = static_cast<int>(Field::kCount);
// Every field's value is below its entry here.
inline constexpr uint8_t kFieldValues[] = {
#define X(symbol, name, values) values,
    ONRECORD_ATTRIBUTION_FIELDS(X)
#undef X
};

absl::string_view FieldName(Field field);

// One possible answer to "who said this stretch".
struct Candidate {
  int32_t mention = -1;  // -1: nobody.
  int32_t cue = -1;      // -1: no cue.
  std::array<uint8_t, kFieldCount> fields{};

  uint8_t& operator[](Field f) { return fields[static_cast<int>(f)]; }
  uint8_t operator[](Field f) const { return fields[static_cast<int>(f)]; }
  AttributionRule rule() const {
    return static_cast<AttributionRule>(fields[0]);
  }
};

// What was decided about the stretches before the one in question.
struct Decision {
  int32_t mention = -1;
  int32_t cue = -1;
};

// Lists the candidates for stretch `stretch` into `out` (cleared first): every
// rule's, best evidence first within a rule, "nobody" last. `earlier` holds the
// decisions on the stretches before.
void ListCandidates(const CandidateContext& context, int32_t stretch,
                    const std::vector<Decision>& earlier,
                    std::vector<Candidate>* out);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ATTRIBUTION_CANDIDATES_H_

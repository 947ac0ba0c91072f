#include "quotes/subject.h"

#include "quotes/mention.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;

constexpr text::WordId kBy = text::KnownWord("by");

// Free: governed by no preposition, owner of nothing, inside no other phrase.
bool IsFree(const Document& doc, const ReporterView& view, int32_t m) {
  const Mention& mention = view.mentions[m];
  const int32_t before = mention.tokens.begin - 1;
  if (before >= 0 && doc.token(before).Has(text::kPreposition) &&
      !doc.token(before).Has(text::kSubordinator | text::kConjunction)) {
    return false;
  }
  const int32_t after = mention.tokens.end;
  if (after < static_cast<int32_t>(doc.tokens().size()) &&
      doc.token(after).HasShape(text::kClitic)) {
    return false;
  }
  return m == 0 || view.mentions[m - 1].tokens.end < mention.tokens.end;
}

// The mention that begins right behind token `at`, adverbs skipped; -1.
int32_t MentionAt(const Document& doc, const ReporterView& view,
                  const ReporterSentence& sentence, int32_t at) {
  for (int32_t m = sentence.mentions.begin; m < sentence.mentions.end; ++m) {
    const int32_t begin = view.mentions[m].tokens.begin;
    if (begin < at) continue;
    for (int32_t i = at; i < begin; ++i) {
      if (!doc.token(i).Has(text::kAdverb | text::kDeterminer)) return -1;
    }
    return m;
  }
  return -1;
}

int32_t AgentBehindBy(const Document& doc, const ReporterView& view,
                      const ReporterSentence& sentence, int32_t from) {
  for (int32_t m = sentence.mentions.begin; m < sentence.mentions.end; ++m) {
    const int32_t begin = view.mentions[m].tokens.begin;
    if (begin > from && doc.token(begin - 1).word == kBy) return m;
  }
  return -1;
}

// "Lopez, who leads the party in Sel, urged": what the relative clause that
// ends at the comma before token `from` is about; -1 if there is none.
int32_t RelativeHead(const Document& doc, const ReporterView& view,
                     const ReporterSentence& sentence, int32_t from) {
  if (from <= sentence.tokens.begin || !doc.token(from - 1).Is(Punct::kComma)) {
    return -1;
  }
  for (int32_t i = from - 2; i > sentence.tokens.begin; --i) {
    const Token& t = doc.token(i);
    if (t.Is(Punct::kMark) || t.Is(Punct::kSemicolon)) return -1;
    if (!t.Has(text::kRelative) || !doc.token(i - 1).Is(Punct::kComma)) {
      continue;
    }
    for (int32_t m = sentence.mentions.begin; m < sentence.mentions.end; ++m) {
      if (view.mentions[m].tokens.end == i - 1) return m;
    }
    return -1;
  }
  return -1;
}

// Nearest free mention to the left; appositions give way to what they explain.
int32_t LeftSubject(const Document& doc, const ReporterView& view,
                    const ReporterSentence& sentence, int32_t from) {
  int32_t found = -1;
  for (int32_t m = sentence.mentions.end - 1; m >= sentence.mentions.begin;
       --m) {
    const Mention& mention = view.mentions[m];
    if (mention.tokens.end > from || !IsFree(doc, view, m)) continue;
    if (found < 0) {
      found = m;
      continue;
    }
    // "Lopez, the mayor, said": the mayor explains Lopez.
    const Mention& right = view.mentions[found];
    const bool commas = right.tokens.begin > 0 &&
                        doc.token(right.tokens.begin - 1).Is(Punct::kComma) &&
                        doc.token(right.tokens.end).Is(Punct::kComma);
    const bool touches = mention.tokens.end == right.tokens.begin - 1 && commas;
    if (touches && mention.kind != MentionKind::kPronoun) return m;
    return found;
  }
  return found;
}

// "Lopez, the mayor, warned the town": what stands between two commas before
// the verb explains its subject, so that the verb's object is none.
bool IsBehindApposition(const Document& doc, const ReporterView& view,
                        const ReporterSentence& sentence, int32_t comma) {
  for (int32_t m = sentence.mentions.begin; m < sentence.mentions.end; ++m) {
    const text::TokenRange tokens = view.mentions[m].tokens;
    if (tokens.end == comma && tokens.begin > sentence.tokens.begin &&
        doc.token(tokens.begin - 1).Is(Punct::kComma)) {
      return true;
    }
  }
  return false;
}

// "told Lopez" always tells it to Lopez.
bool TakesListener(const Document& doc, const Cue& cue) {
  return doc.Lemma(cue.tokens.begin) == "tell";
}

// A verb follows: "said Lopez would go" has Lopez as the next clause's subject.
bool Governs(const Document& doc, const Mention& mention) {
  const int32_t after = mention.tokens.end;
  return after < static_cast<int32_t>(doc.tokens().size()) &&
         doc.token(after).Has(text::kVerb | text::kAuxiliary | text::kModal);
}

}  // namespace

int32_t SubjectOfCue(const Document& document, const ReporterView& view,
                     const ReporterSentence& sentence, int32_t c) {
  const Cue& cue = view.cues[c];
  const int32_t right = MentionAt(document, view, sentence, cue.tokens.end);
  if (cue.cue_class == CueClass::kAccording) return right;
  if (cue.form == CueForm::kPassive) {
    return AgentBehindBy(document, view, sentence, cue.tokens.end);
  }
  // "…, said Lopez": inverted behind a comma or a quotation.
  const int32_t before = cue.group_begin - 1;
  const bool opens = before < sentence.tokens.begin ||
                     document.token(before).Is(Punct::kComma) ||
                     document.token(before).Is(Punct::kMark);
  if (opens && right >= 0 && !TakesListener(document, cue) &&
      !IsBehindApposition(document, view, sentence, before) &&
      !Governs(document, view.mentions[right]) &&
      cue.form != CueForm::kGerund && cue.cue_class == CueClass::kUtterance) {
    return right;
  }
  const int32_t head = RelativeHead(document, view, sentence, cue.group_begin);
  if (head >= 0) return head;
  return LeftSubject(document, view, sentence, cue.group_begin);
}

}  // namespace onrecord::quotes

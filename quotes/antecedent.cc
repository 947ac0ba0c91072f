#include "quotes/antecedent.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;

// What somebody does with a letter or a statement of his own: how the verbs
// begin, in any form.
constexpr absl::string_view kIssuing[] = {
    "adopt",   "circulat", "deliver", "draft",  "hand",  "issu", "post",
    "present", "publish",  "put",     "releas", "send",  "sent", "sign",
    "submit",  "tabl",     "tweet",   "writ",   "wrote",
};

// A paper that is spoken of as known was put out at most so long ago.
constexpr int kPaperReach = 4;

bool InReach(const Document& doc, int32_t token) {
  return token >= 0 && token < static_cast<int32_t>(doc.tokens().size());
}

bool Governed(const Document& doc, const Mention& mention) {
  const int32_t before = mention.tokens.begin - 1;
  return before >= 0 && doc.token(before).Has(text::kPreposition);
}

bool CanIssue(const Mention& mention) {
  return mention.kind == MentionKind::kName ||
         mention.kind == MentionKind::kOrganization ||
         mention.kind == MentionKind::kNominal ||
         mention.kind == MentionKind::kPronoun ||
         mention.kind == MentionKind::kGroup;
}

bool HasIssuingVerb(const Document& doc, int32_t begin, int32_t end) {
  for (int32_t i = begin; i < end; ++i) {
    if (doc.token(i).Has(text::kVerb) &&
        std::any_of(std::begin(kIssuing), std::end(kIssuing),
                    [&](absl::string_view stem) {
                      return absl::StartsWith(doc.Text(i), stem);
                    })) {
      return true;
    }
  }
  return false;
}

// Who puts out the paper that the word at `paper` names, in its sentence:
// "X issued a letter", "in a letter X said".
int32_t IssuerInSentence(const Document& doc,
                         const std::vector<Mention>& mentions,
                         const std::vector<bool>& speaks, int32_t paper,
                         int32_t last) {
  const int32_t sentence = doc.SentenceOf(paper);
  int32_t subject = -1, speaker = -1;
  for (int32_t k = last; k >= 0; --k) {
    const Mention& mention = mentions[k];
    const int32_t at = doc.SentenceOf(mention.tokens.begin);
    if (at < sentence) break;
    if (at > sentence || !CanIssue(mention) || Governed(doc, mention)) continue;
    if (mention.tokens.end <= paper) subject = k;
    if (mention.tokens.begin > paper && speaks[k]) speaker = k;
  }
  if (subject >= 0 &&
      HasIssuingVerb(doc, mentions[subject].tokens.end, paper)) {
    return subject;
  }
  return speaker;
}

}  // namespace

int32_t SubjectOfTaggedClause(const Document& doc,
                              const std::vector<Mention>& mentions, int32_t m) {
  const Mention& mention = mentions[m];
  const int32_t comma = mention.tokens.begin - 1;
  const int32_t verb = mention.tokens.end;
  if (comma < 1 || !doc.token(comma).Is(Punct::kComma)) return -1;
  if (!InReach(doc, verb) || !doc.token(verb).Has(text::kCueUtterance)) {
    return -1;
  }
  // A tag says nothing more: ", he said," and not ", he said that".
  if (InReach(doc, verb + 1) && doc.token(verb + 1).is_word()) return -1;
  const int32_t here = doc.SentenceOf(mention.tokens.begin);
  int32_t first = -1;
  for (int32_t k = m - 1; k >= 0; --k) {
    if (doc.SentenceOf(mentions[k].tokens.begin) != here) break;
    if (mentions[k].tokens.end <= comma) first = k;
  }
  if (first < 0 || Governed(doc, mentions[first]) ||
      mentions[first].kind == MentionKind::kPronoun) {
    return -1;
  }
  // "When Lopez came, he said, ..." speaks of Lopez.
  const Token& start = doc.token(doc.sentences()[here].tokens.begin);
  return start.Has(text::kSubordinator | text::kPreposition) ? -1 : first;
}

int32_t ObjectPronoun(const Document& doc, const std::vector<Mention>& mentions,
                      int32_t m) {
  const int32_t verb = mentions[m].tokens.end;
  if (!InReach(doc, verb) || !doc.token(verb).Has(text::kVerb)) return -1;
  for (size_t k = m + 1; k < mentions.size(); ++k) {
    if (mentions[k].tokens.begin > verb + 1) break;
    if (mentions[k].tokens.begin == verb + 1 &&
        mentions[k].kind == MentionKind::kPronoun) {
      return static_cast<int32_t>(k);
    }
  }
  return -1;
}

int32_t IssuerOf(const Document& doc, const std::vector<Mention>& mentions,
                 const std::vector<bool>& speaks, int32_t m) {
  static constexpr text::WordSet kKnown = {"the", "this", "that"};
  const Mention& mention = mentions[m];
  const int32_t begin = mention.tokens.begin;
  if (!doc.token(mention.head).Has(text::kMedium) ||
      !kKnown.Has(doc.token(begin).word)) {
    return -1;
  }
  const absl::string_view paper = doc.Lemma(mention.head);
  const int32_t from = std::max(doc.SentenceOf(begin) - kPaperReach, 0);
  const int32_t first = doc.sentences()[from].tokens.begin;
  for (int32_t i = begin - 1; i >= first; --i) {
    if (!doc.token(i).Has(text::kMedium) || doc.Lemma(i) != paper) continue;
    const int32_t issuer = IssuerInSentence(doc, mentions, speaks, i, m - 1);
    if (issuer >= 0) return issuer;
  }
  return -1;
}

int32_t IntroducedAs(const Document& doc, const std::vector<Mention>& mentions,
                     int32_t m) {
  constexpr text::WordId kAs = text::KnownWord("as");
  constexpr int kReach = 4;  // "name only as", "himself to us as".
  const int32_t as = mentions[m].tokens.begin - 1;
  if (as < 1 || doc.token(as).word != kAs) return -1;
  const int32_t here = doc.SentenceOf(as);
  bool introduces = false;
  for (int32_t i = as - 1; i >= 0 && i >= as - kReach; --i) {
    const absl::string_view form = doc.Form(i);
    introduces |= form == "name" || form == "himself" || form == "herself";
  }
  for (int32_t k = m - 1; introduces && k >= 0; --k) {
    const Mention& mention = mentions[k];
    if (doc.SentenceOf(mention.tokens.begin) != here) break;
    if (mention.kind == MentionKind::kAnonymous ||
        mention.kind == MentionKind::kNominal) {
      return k;
    }
  }
  return -1;
}

bool IsByname(const Document& doc, const Mention& name, const Mention& phrase) {
  constexpr text::WordId kThe = text::KnownWord("the");
  const int32_t end = phrase.tokens.end;
  return name.tokens.end == phrase.tokens.begin &&
         doc.token(phrase.tokens.begin).word == kThe && InReach(doc, end) &&
         (!doc.token(end).is_word() || doc.token(end).Has(text::kConjunction));
}

FamilyPlural FamilyPluralOf(const Document& doc, const Mention& mention) {
  static constexpr text::WordSet kNumbers = {"both", "five", "four", "three",
                                             "two"};
  static constexpr text::WordSet kArticles = {"other", "the"};
  const int32_t before = mention.tokens.begin - 1;
  if (mention.tokens.size() != 1 || !mention.role.empty() || before < 0 ||
      !absl::EndsWith(doc.Text(mention.head), "s")) {
    return FamilyPlural::kNo;
  }
  const text::WordId word = doc.token(before).word;
  if (kNumbers.Has(word)) return FamilyPlural::kYes;
  return kArticles.Has(word) ? FamilyPlural::kPerhaps : FamilyPlural::kNo;
}

}  // namespace onrecord::quotes

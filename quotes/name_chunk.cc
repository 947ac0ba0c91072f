#include "quotes/name_chunk.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

// Classes of words that open sentences in capitals without being names.
constexpr text::WordClasses kPlainWord =
    text::kNotName | text::kDeterminer | text::kPronoun | text::kPossessive |
    text::kPreposition | text::kConjunction | text::kSubordinator |
    text::kRelative | text::kThat | text::kAuxiliary | text::kModal |
    text::kNegation | text::kWh | text::kAdverb | text::kNumber | text::kMonth |
    text::kWeekday;

// Words that are written in capitals before a name without being part of it.
constexpr text::WordClasses kBeforeName =
    text::kTitle | text::kHonorific | text::kPersonNoun | text::kDemonym;

bool IsInitial(const Document& doc, int32_t i) {
  const absl::string_view t = doc.Text(i);
  return t.size() == 2 && t[0] >= 'A' && t[0] <= 'Z' && t[1] == '.';
}

constexpr text::WordId kAmpersand = text::KnownWord("&");
constexpr text::WordId kAnd = text::KnownWord("and");
constexpr text::WordId kThe = text::KnownWord("the");
constexpr text::WordSet kBeforePlace = {"in", "from", "at"};

bool IsParticle(const Document& doc, int32_t i) {
  return doc.token(i).Has(text::kParticle) && doc.token(i).is_word();
}

// "of", "for", "on", "and", "&", "the" inside the name of a body.
bool JoinsOrganization(const Document& doc, int32_t i) {
  static constexpr text::WordSet kJoins = {"of", "for", "on", "and", "&"};
  return kJoins.Has(doc.token(i).word);
}

// Whether a verb stands before a given name and a surname.
bool IsVerbBeforeName(const Document& doc, int32_t i,
                      const NameMemory& memory) {
  const Token& t = doc.token(i);
  return !t.Has(text::kGivenName | text::kTitle | text::kHonorific |
                text::kPersonNoun | text::kOrgNoun | text::kOrgName) &&
         !memory.Has(t.word) &&
         i + 2 < static_cast<int32_t>(doc.tokens().size()) &&
         doc.token(i + 1).Has(text::kGivenName) &&
         IsNameToken(doc, i + 1, memory) && IsNameToken(doc, i + 2, memory);
}

// "Condemn Donald Trump", "Burns Hillary Clinton" in a headline.
inline bool IsHeadlineVerb(const Document& doc, int32_t i,
                           const NameMemory& memory) {
  return doc.token(i).Has(text::kVerb) && IsVerbBeforeName(doc, i, memory);
}

// A listed verb or noun that is no part of names.
// A word that is listed for a phrase only has no class of its own.
inline bool IsKnownPlain(const Token& token) {
  return (token.classes & ~text::kPhraseStart) != 0 &&
         !token.Has(text::kGivenName | text::kTitle | text::kHonorific |
                    text::kOrgName | text::kOrgNoun | text::kPlace |
                    text::kDemonym | text::kPersonNoun);
}

bool CanStart(const Document& doc, int32_t i, const NameMemory& memory) {
  if (!IsNameToken(doc, i, memory)) return false;
  const Token& token = doc.token(i);
  if (IsHeadlineVerb(doc, i, memory)) return false;
  if (!token.HasShape(text::kSentenceFirst)) return true;
  // "Said Lopez: …" has no Mr Said in it.
  if (token.Has(text::kCueUtterance)) return memory.Has(token.word);
  // First of its sentence: a capital says nothing. Known verbs and nouns need
  // a name right behind them.
  if (!IsKnownPlain(token) || memory.Has(token.word)) return true;
  return i + 1 < static_cast<int32_t>(doc.tokens().size()) &&
         IsNameToken(doc, i + 1, memory) && !token.Has(text::kVerb);
}

enum class HyphenForm {
  kPlain,
  kArticle,   // "al-Sabbari", "as-Sabbari": a lower-case article and a name
  kModifier,  // "Vostrava-led", "U.S.-backed": an English word behind
};

HyphenForm HyphenFormOf(const Document& doc, int32_t i) {
  const absl::string_view t = doc.Text(i);
  const size_t first = t.find('-');
  const size_t last = t.rfind('-');
  if (first == absl::string_view::npos || last + 1 >= t.size()) {
    return HyphenForm::kPlain;
  }
  if (first >= 2 && first <= 4 && absl::ascii_islower(t[0])) {
    return absl::ascii_isupper(t[first + 1]) ? HyphenForm::kArticle
                                             : HyphenForm::kPlain;
  }
  // "Park Geun-hye" has no English word behind its hyphen.
  const bool lower = absl::ascii_islower(t[last + 1]);
  return lower && doc.lexicon().Find(t.substr(last + 1)) != 0
             ? HyphenForm::kModifier
             : HyphenForm::kPlain;
}

// The phrase that starts at token `i`; the token itself tells that most are no
// beginning of one.
const text::PhraseMatch* PhraseFrom(const Document& doc, int32_t i) {
  return doc.token(i).Has(text::kPhraseStart) ? doc.PhraseAt(i) : nullptr;
}

// Words of these classes tell a body, a place or a person by name.
constexpr text::WordClasses kCounted = text::kOrgNoun | text::kOrgName |
                                       text::kGivenName | text::kPlace |
                                       text::kDemonym | text::kPhraseStart;

struct Counts {
  bool org_noun = false;
  bool org_name = false;
  bool given = false;
  bool place = true;    // Every word is a place or demonym.
  bool demonym = true;  // Every word is a demonym.
};

// The classes of any of the tokens.
text::WordClasses ClassesIn(const Document& doc, TokenRange range) {
  text::WordClasses any = 0;
  for (int32_t i = range.begin; i < range.end; ++i) any |= doc.token(i).classes;
  return any;
}

// `any` are the classes of the tokens: unknown names have none that counts.
Counts Count(const Document& doc, TokenRange range, text::WordClasses any) {
  Counts c;
  if ((any & kCounted) == 0) {
    c.place = c.demonym = range.empty();
    return c;
  }
  for (int32_t i = range.begin; i < range.end; ++i) {
    const Token& t = doc.token(i);
    if (const text::PhraseMatch* match = PhraseFrom(doc, i)) {
      const text::WordClasses classes =
          doc.lexicon().phrase(match->phrase).classes;
      if (classes & text::kOrgName) c.org_name = true;
      if ((classes & text::kPlace) && match->tokens.end <= range.end) {
        i = match->tokens.end - 1;
        c.demonym = false;
        continue;
      }
    }
    if (t.Has(text::kOrgNoun)) c.org_noun = true;
    if (t.Has(text::kOrgName)) c.org_name = true;
    if (t.Has(text::kGivenName)) c.given = true;
    if (!t.Has(text::kPlace | text::kDemonym)) c.place = false;
    if (!t.Has(text::kDemonym)) c.demonym = false;
  }
  return c;
}

// Index after the last title-like word that a name still follows; `begin` if
// the chunk holds no title.
int32_t NameBegin(const Document& doc, TokenRange range) {
  int32_t begin = range.begin;
  bool given = false;  // "Mohammed Shia": no demonym behind a given name.
  for (int32_t i = range.begin; i < range.end; ++i) {
    const Token& t = doc.token(i);
    int32_t end = i + 1;
    text::WordClasses classes = t.classes;
    if (const text::PhraseMatch* match = PhraseFrom(doc, i)) {
      const text::WordClasses phrase =
          doc.lexicon().phrase(match->phrase).classes;
      if ((phrase & kBeforeName) && match->tokens.end < range.end) {
        classes = phrase;
        end = match->tokens.end;
      }
    }
    if ((classes & text::kDemonym) && given) classes &= ~text::kDemonym;
    given |= t.Has(text::kGivenName);
    const bool title = (classes & kBeforeName) != 0;
    // A given name that is a title as well ("Earl Jones") opens the name.
    const bool opens = t.Has(text::kGivenName) && !t.Has(text::kHonorific) &&
                       i + 1 < range.end;
    if (title && !opens && end < range.end &&
        !doc.token(end).Has(text::kSuffix)) {
      begin = end;
      i = end - 1;
    }
  }
  return begin;
}

// The end of the run of capitalised words, particles and suffixes.
int32_t RunEnd(const Document& doc, int32_t first, int32_t limit,
               const NameMemory& memory) {
  int32_t i = first + 1;
  bool organization = doc.token(first).Has(text::kOrgNoun | text::kOrgName);
  while (i < limit) {
    const Token& t = doc.token(i);
    // "Glenn Beck Says Trump ..."
    if (IsHeadlineVerb(doc, i, memory) ||
        (t.Has(text::kCueUtterance) && t.Has(text::kThird) &&
         !t.Has(text::kGivenName) && !memory.Has(t.word))) {
      break;
    }
    if (IsNameToken(doc, i, memory)) {
      organization |= t.Has(text::kOrgNoun | text::kOrgName);
      ++i;
      continue;
    }
    if (i + 1 < limit && IsParticle(doc, i) &&
        !t.HasShape(text::kSentenceFirst) &&
        (IsNameToken(doc, i + 1, memory) ||
         (IsParticle(doc, i + 1) && i + 2 < limit &&
          IsNameToken(doc, i + 2, memory)))) {
      ++i;
      continue;
    }
    if (t.Is(Punct::kComma) && i + 1 < limit &&
        doc.token(i + 1).Has(text::kSuffix) &&
        doc.token(i + 1).HasShape(text::kCapitalized)) {
      i += 2;
      continue;
    }
    // "the Merchants' Union": a plural owner inside a name.
    if (t.Is(Punct::kMark) && !t.HasShape(text::kSpaceBefore) &&
        doc.Text(i - 1).back() == 's' && i + 1 < limit &&
        doc.token(i + 1).Has(text::kOrgNoun) &&
        doc.token(i + 1).HasShape(text::kCapitalized)) {
      i += 2;
      organization = true;
      continue;
    }
    // "Department of Homeland Security", "Committee on Foreign Affairs".
    const bool of = JoinsOrganization(doc, i);
    int32_t next = i + 1;
    if (of && next < limit && doc.token(next).word == kThe) ++next;
    const bool ampersand = t.word == kAmpersand;
    const bool and_word = t.word == kAnd || ampersand;
    if (of && next < limit && IsNameToken(doc, next, memory) &&
        (ampersand ||
         (organization && !and_word &&
          doc.token(i - 1).Has(text::kOrgNoun | text::kOrgName)))) {
      i = next + 1;
      continue;
    }
    // "Secretary of State": a listed phrase that runs through.
    bool phrase = false;
    for (int32_t back = i - 1; back >= first && back >= i - 2; --back) {
      const text::PhraseMatch* match = PhraseFrom(doc, back);
      if (match != nullptr && match->tokens.end > i &&
          match->tokens.end <= limit &&
          doc.token(match->tokens.end - 1).HasShape(text::kCapitalized)) {
        i = match->tokens.end;
        phrase = true;
        break;
      }
    }
    if (!phrase) break;
  }
  return i;
}

// "In Tal Zahir Mohamed Tareq went": behind "in" or "from" a run of words that
// a given name ends is a place and a person. Returns where the first ends.
int32_t PlaceEnd(const Document& doc, TokenRange run) {
  if (run.begin == 0 || run.size() < 3) return run.end;
  if (!kBeforePlace.Has(doc.token(run.begin - 1).word)) return run.end;
  if (doc.token(run.begin).Has(kBeforeName)) return run.end;
  // "Tal" is a given name as well: then two words are the place at least.
  const bool given = doc.token(run.begin).Has(text::kGivenName);
  for (int32_t i = run.begin + (given ? 2 : 1); i + 1 < run.end; ++i) {
    const Token& t = doc.token(i);
    if (t.Has(kBeforeName)) return t.Has(text::kGivenName) ? run.end : i;
    if (t.Has(text::kGivenName)) return i;
  }
  return run.end;
}

}  // namespace

bool IsNameWord(const Document& doc, int32_t i, const NameMemory& memory) {
  const Token& t = doc.token(i);
  if (t.HasShape(text::kHasHyphen)) {
    const HyphenForm form = HyphenFormOf(doc, i);
    if (form != HyphenForm::kPlain) return form == HyphenForm::kArticle;
  }
  if (!t.HasShape(text::kCapitalized)) return false;
  if (t.HasShape(text::kClitic)) return false;
  if (t.HasShape(text::kAllCaps) && IsAcronym(doc, i)) return true;
  if (memory.Has(t.word)) return true;
  if (t.Has(text::kGivenName | text::kSuffix) &&
      !t.HasShape(text::kSentenceFirst) &&
      !t.Has(text::kMonth | text::kModal | text::kPronoun)) {
    return true;
  }
  // "Theresa May": a month or a modal behind a given name is a surname.
  if (t.Has(text::kMonth | text::kModal) && i > 0 &&
      doc.token(i - 1).Has(text::kGivenName) &&
      doc.token(i - 1).HasShape(text::kCapitalized) &&
      !doc.token(i - 1).Has(text::kMonth | text::kModal)) {
    return true;
  }
  if (t.Has(kPlainWord) && !t.Has(text::kTitle | text::kHonorific)) {
    return IsInitial(doc, i);
  }
  return true;
}

bool GainsName(const Document& doc, TokenRange paragraph,
               const NameMemory& memory) {
  const Token* const tokens = doc.tokens().data();
  bool gains = false, matters = false;
  for (int32_t i = paragraph.begin; i < paragraph.end; ++i) {
    const Token& t = tokens[i];
    if (!t.HasShape(text::kCapitalized) || !memory.Has(t.word)) continue;
    const bool first = t.HasShape(text::kSentenceFirst);
    const bool new_name = !IsNameToken(doc, i, {});
    gains |= first || new_name;
    // CanStart() and RunEnd() ask the memory for these alone.
    matters |= new_name || t.Has(text::kVerb | text::kCueUtterance) ||
               (first && IsKnownPlain(t));
    if (gains && matters) return true;
  }
  // RunEnd() asks for verbs in small letters too.
  return gains && std::any_of(tokens + paragraph.begin, tokens + paragraph.end,
                              [&memory](const Token& t) {
                                return !t.HasShape(text::kCapitalized) &&
                                       memory.Has(t.word);
                              });
}

bool IsAcronym(const Document& doc, int32_t i) {
  const Token& t = doc.token(i);
  if (!t.HasShape(text::kAllCaps) || t.length > 6) return false;
  const int32_t count = static_cast<int32_t>(doc.tokens().size());
  for (int32_t k : {i - 1, i + 1}) {
    if (k < 0 || k >= count || !doc.token(k).is_word()) continue;
    if (doc.token(k).HasShape(text::kAllCaps)) return false;
  }
  return true;
}

Gender GenderOf(const Document& doc, TokenRange tokens) {
  // The first word that tells decides: "Mr. Jean Smith" is a man.
  for (int32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& t = doc.token(i);
    const bool male = t.Has(text::kMale);
    const bool female = t.Has(text::kFemale);
    if (male != female) return male ? Gender::kMale : Gender::kFemale;
  }
  return Gender::kUnknown;
}

NameChunk ReadNameChunk(const Document& doc, int32_t first, int32_t limit,
                        const NameMemory& memory) {
  NameChunk chunk;
  if (!CanStart(doc, first, memory)) return chunk;
  chunk.tokens = TokenRange{first, RunEnd(doc, first, limit, memory)};
  chunk.tokens.end = PlaceEnd(doc, chunk.tokens);
  const text::WordClasses any = ClassesIn(doc, chunk.tokens);
  const int32_t begin = (any & (kBeforeName | text::kPhraseStart)) != 0
                            ? NameBegin(doc, chunk.tokens)
                            : first;
  chunk.role = TokenRange{first, begin};
  chunk.name = TokenRange{begin, chunk.tokens.end};
  // Leading demonyms and places of a longer person's name are its role:
  // "French President X" has its title; "Britain's X" ends at the clitic.
  const Counts all = Count(doc, chunk.tokens, any);
  const bool titled = begin > first;
  const Counts name = titled ? Count(doc, chunk.name, any) : all;
  if ((any & (text::kMale | text::kFemale)) != 0) {
    chunk.gender = GenderOf(doc, chunk.tokens);
  }
  const Token& last = doc.token(chunk.tokens.end - 1);
  bool bare_title =
      !chunk.name.empty() && (any & (text::kTitle | text::kPersonNoun)) != 0;
  for (int32_t i = chunk.name.begin; bare_title && i < chunk.name.end; ++i) {
    const Token& t = doc.token(i);
    bare_title &=
        t.Has(text::kTitle | text::kPersonNoun) && !t.Has(text::kGivenName);
  }
  if (!titled && all.demonym) {
    chunk.kind = MentionKind::kGroup;
    chunk.plural = last.Has(text::kPlural);
    chunk.place = true;
    return chunk;
  }
  if (!titled && all.place) {
    chunk.kind = MentionKind::kOrganization;
    chunk.place = true;
    return chunk;
  }
  if (bare_title) {
    chunk.kind =
        last.Has(text::kPlural) ? MentionKind::kGroup : MentionKind::kNominal;
    chunk.plural = last.Has(text::kPlural);
    chunk.role = chunk.tokens;
    chunk.name = TokenRange{chunk.tokens.end, chunk.tokens.end};
    return chunk;
  }
  if ((name.org_noun || name.org_name) &&
      !(titled && doc.token(begin - 1).Has(text::kHonorific)) && !name.given) {
    chunk.kind = MentionKind::kOrganization;
    chunk.gender = Gender::kNeuter;
    chunk.name = chunk.tokens;
    chunk.role = TokenRange{first, first};
    return chunk;
  }
  if (!titled && last.Has(text::kPlural | text::kGroupNoun) && !all.given) {
    chunk.kind = MentionKind::kGroup;
    chunk.plural = true;
    return chunk;
  }
  chunk.kind = MentionKind::kName;
  return chunk;
}

}  // namespace onrecord::quotes

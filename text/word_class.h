#ifndef ONRECORD_TEXT_WORD_CLASS_H_
#define ONRECORD_TEXT_WORD_CLASS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace onrecord::text {

// What a word can be, as bits: a token carries the union of the classes of its
// dictionary entry, so that every later stage tests bits instead of reading
// the text again. The names are those of column 3 of the word lists in data/.
using WordClasses = uint64_t;

#define ONRECORD_WORD_CLASSES(X)                                            \
  /* Closed classes (data/function_words.tsv). */                           \
  X(kDeterminer, "determiner")      /* the a this every some no */          \
  X(kPossessive, "possessive")      /* his her their its my our */          \
  X(kPronoun, "pronoun")            /* he she they it who I we you */       \
  X(kPreposition, "preposition")    /* of in on by with for from */         \
  X(kConjunction, "conjunction")    /* and or but nor yet */                \
  X(kSubordinator, "subordinator")  /* because although while as if */      \
  X(kRelative, "relative")          /* who which that whom whose */         \
  X(kThat, "that")                  /* that */                              \
  X(kAuxiliary, "auxiliary")        /* be have do and modals */             \
  X(kModal, "modal")                /* will would can could must */         \
  X(kNegation, "negation")          /* not never no n't */                  \
  X(kWh, "wh")                      /* what where when why how */           \
  X(kAdverb, "adverb")              /* also then later bluntly */           \
  X(kNumber, "number")              /* one two dozen million */             \
  X(kFirstPerson, "first_person")   /* I me my we us our */                 \
  X(kSecondPerson, "second_person") /* you your */                          \
  X(kBe, "be")                      /* be is was were been being */         \
  /* Verbs: how they report speech (data/cue_verbs.tsv, data/verbs.tsv). */ \
  X(kVerb, "verb")              /* any verb */                              \
  X(kCueUtterance, "utterance") /* say tell add reply announce */           \
  X(kCueJudgement, "judgement") /* call describe denounce praise */         \
  X(kCueDemand, "demand")       /* urge demand call for order */            \
  X(kCueQuestion, "question")   /* ask wonder inquire */                    \
  X(kCueWriting, "writing")     /* write tweet post read */                 \
  X(kCueThought, "thought")     /* believe think fear hope */               \
  X(kCueGesture, "gesture")     /* laugh sigh smile nod shrug */            \
  X(kCueWeak, "weak")           /* reports speech only by a quote */        \
  X(kCueNoun, "cue_noun")       /* statement remark message view */         \
  X(kNaming, "naming")          /* titled nicknamed song slogan */          \
  X(kBase, "base")              /* go; also present plural */               \
  X(kThird, "third")            /* goes */                                  \
  X(kPast, "past")              /* went */                                  \
  X(kParticiple, "participle")  /* gone */                                  \
  X(kGerund, "gerund")          /* going */                                 \
  /* Nouns for people and bodies (data/role_nouns.tsv, titles.tsv, ...). */ \
  X(kPersonNoun, "person")    /* minister spokesman aide man */             \
  X(kGroupNoun, "group")      /* lawmakers critics the two sides*/          \
  X(kOrgNoun, "organization") /* ministry department council */             \
  X(kOrgName, "org_name")     /* Pentagon Kremlin Reuters */                \
  X(kMedium, "medium")        /* letter report memo post book */            \
  X(kPlural, "plural")        /* officials they ministers */                \
  X(kMale, "male")            /* he Mr king David */                        \
  X(kFemale, "female")        /* she Mrs queen Maria */                     \
  X(kTitle, "title")          /* President Gen. Sen. Pope */                \
  X(kHonorific, "honorific")  /* Mr Mrs Ms Dr Sir Sheikh */                 \
  X(kGivenName, "given")      /* John Maria Mohammed */                     \
  X(kParticle, "particle")    /* al de von bin */                           \
  X(kSuffix, "suffix")        /* Jr. Sr. III PhD */                         \
  X(kAnonymous, "anonymous")  /* source insider person */                   \
  /* Places and time (data/places.tsv, data/time_words.tsv). */             \
  X(kPlace, "place")          /* Iraq Paris Texas */                        \
  X(kDemonym, "demonym")      /* Iraqi French Texan */                      \
  X(kMonth, "month")          /* January Jan. */                            \
  X(kWeekday, "weekday")      /* Monday Mon. */                             \
  X(kTimeUnit, "time_unit")   /* day week month year hour */                \
  X(kTimeWord, "time_word")   /* yesterday today tonight */                 \
  X(kTimeShift, "time_shift") /* last next earlier ago this */              \
  /* Orthography (data/abbreviations.tsv, data/capital_words.tsv). */       \
  X(kAbbreviation, "abbreviation") /* its full stop belongs to it */        \
  X(kNotName, "not_name")          /* capitalised but no name: The */       \
  X(kPhraseStart, "phrase_start")  /* set by the lexicon itself */

// The position of each class's bit.
enum WordClassBit : int {
#define X(symbol, name) symbol##Bit,
  ONRECORD_WORD_CLASSES(X)
#undef X
      kWordClassCount
};
static_assert(kWordClassCount <= 64, "a token has 64 class bits");

#define X(symbol, name) \
  inline constexpr WordClasses symbol = WordClasses{1} << symbol##Bit;
ONRECORD_WORD_CLASSES(X)
#undef X

// The names in the order of the bits.
inline constexpr absl::string_view kWordClassNames[] = {
#define X(symbol, name) name,
    ONRECORD_WORD_CLASSES(X)
#undef X
};

// Any word that can introduce or close reported speech.
inline constexpr WordClasses kCueVerb =
    kCueUtterance | kCueJudgement | kCueDemand | kCueQuestion | kCueWriting |
    kCueThought | kCueGesture | kCueWeak;

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_WORD_CLASS_H_

#ifndef ONRECORD_TEXT_KNOWN_WORDS_H_
#define ONRECORD_TEXT_KNOWN_WORDS_H_

#include <cstdint>
#include <initializer_list>
#include <iterator>

#include "absl/strings/string_view.h"

namespace onrecord::text {

// Identifies a word form of a Lexicon; 0 is "not listed". Ids are dense and
// belong to one Lexicon, but for those of kKnownWords.
using WordId = uint32_t;

// Words that the rules ask for by themselves. Every lexicon lists them first:
// the id of each is its place here, plus one, so that a rule compares a
// token's id with a constant. Lower case, straight apostrophes, sorted.
// clang-format off
inline constexpr absl::string_view kKnownWords[] = {
    "&", "'s", "a", "about", "accord", "across", "address", "administration",
    "after", "afternoon", "afterward", "afterwards", "against", "ago",
    "agreement", "aisle", "al", "all", "alliance", "always", "ambassador", "an",
    "and", "announcement", "another", "any", "anybody", "anyone", "appearance",
    "applause", "ar", "army", "around", "arrangement", "article", "as", "ash",
    "assembly", "at", "autumn", "az", "be", "because", "been", "before",
    "being", "between", "bill", "blog", "both", "brief", "briefing",
    "broadcast", "but", "by", "cabinet", "cable", "call", "can", "can't",
    "cannot", "capital", "ceremony", "certainly", "chamber", "chancellor",
    "children", "circa", "citizens", "coalition", "coincide", "column",
    "command", "comments", "committee", "communique", "conference", "congress",
    "could", "council", "country", "day", "days", "deal", "debate", "denied",
    "dinner", "dismissed", "disputed", "during", "dusk", "each", "earlier",
    "early", "editorial", "eight", "el", "eleven", "email", "essay", "evening",
    "event", "every", "everybody", "everyone", "fall", "families", "favor",
    "favour", "few", "five", "following", "for", "former", "formerly", "forum",
    "four", "from", "gallery", "gladly", "go", "government", "had", "half",
    "handover", "hardly", "has", "have", "he", "he'd", "he'll", "he's",
    "hearing", "her", "here", "hers", "herself", "him", "himself", "his",
    "home", "hour", "hours", "house", "i", "i'd", "i'll", "i'm", "i've", "if",
    "in", "including", "inside", "interview", "is", "it", "it'll", "it's",
    "its", "itself", "king", "last", "late", "lately", "later", "leadership",
    "lecture", "let", "let's", "letter", "longtime", "lunch", "march", "may",
    "meeting", "memo", "message", "mid", "midnight", "mine", "ministry",
    "monday", "month", "months", "morning", "most", "mothers", "motion",
    "movement", "mustn't", "my", "n't", "nation", "near", "neither", "never",
    "new", "news", "next", "night", "nightfall", "nine", "no", "no-one",
    "nobody", "noon", "nor", "not", "now", "of", "off", "offer", "on", "once",
    "one", "op-ed", "or", "other", "others", "our", "out", "outside", "over",
    "overnight", "own", "pact", "parliament", "party", "past", "people", "plan",
    "plea", "please", "podcast", "podium", "post", "preceding", "premier",
    "president", "press", "previous", "previously", "prime", "proposal",
    "public", "queen", "rally", "read", "recent", "recently", "reject",
    "remarks", "report", "resolution", "said", "same", "say", "says", "senate",
    "sermon", "session", "seven", "several", "she", "she'd", "she'll", "she's",
    "should", "shouldn't", "show", "side", "since", "sitting", "six", "so",
    "some", "somebody", "someone", "speech", "spring", "state", "statement",
    "still", "such", "summer", "summit", "talk", "talks", "tarmac", "ten",
    "testimony", "than", "that", "that's", "the", "their", "theirs", "them",
    "themselves", "then", "there", "there's", "these", "they", "they'd",
    "they'll", "they're", "they've", "this", "those", "three", "through",
    "throughout", "till", "to", "today", "tomorrow", "tonight", "treaty",
    "tweet", "twelve", "two", "ul", "union", "until", "us", "very", "visit",
    "vote", "was", "we", "we'd", "we'll", "we're", "we've", "week", "weekend",
    "weeks", "were", "what", "when", "where", "whether", "which", "while",
    "who", "whoever", "whom", "whose", "why", "will", "winter", "with",
    "within", "without", "won't", "world", "would", "wouldn't", "year", "years",
    "yes", "yesterday", "yet", "you", "you'd", "you'll", "you're", "you've",
    "your",
};
// clang-format on
inline constexpr WordId kKnownWordCount =
    static_cast<WordId>(std::size(kKnownWords));

// The id of a known word. In a constant expression, which is where it belongs,
// a word that is not in the list above does not compile.
constexpr WordId KnownWord(absl::string_view word) {
  WordId low = 0, high = kKnownWordCount;
  while (low < high) {
    const WordId middle = (low + high) / 2;
    if (kKnownWords[middle] < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < kKnownWordCount && kKnownWords[low] == word
             ? low + 1
             : throw "not in kKnownWords";
}

// A set of known words; asking it reads one word of memory.
//
//   Example: static constexpr WordSet kOf = {"of", "on"};
//            kOf.Has(token.word)
class WordSet {
 public:
  constexpr WordSet(std::initializer_list<absl::string_view> words) {
    for (absl::string_view word : words) {
      const WordId id = KnownWord(word);
      bits_[id / 64] |= uint64_t{1} << id % 64;
    }
  }
  constexpr bool Has(WordId id) const {
    return id <= kKnownWordCount && (bits_[id / 64] >> id % 64 & 1) != 0;
  }

 private:
  uint64_t bits_[kKnownWordCount / 64 + 1] = {};
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_KNOWN_WORDS_H_

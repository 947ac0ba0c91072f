#include "text/sentence_splitter.h"

#include "text/character.h"

namespace onrecord::text {
namespace {

// Capitalised, these begin a sentence rather than continue a name.
constexpr WordClasses kStarter = kDeterminer | kPossessive | kPronoun |
                                 kConjunction | kSubordinator | kPreposition |
                                 kWh | kNotName;
// A verb behind a quotation: "Why?" Ana Lopez asked.
constexpr WordClasses kTagVerb =
    kCueUtterance | kCueQuestion | kCueJudgement | kCueGesture | kCueWriting;
// The longest name between a quotation and its verb, in words.
constexpr int32_t kMaxNameWords = 6;

// What stands at the end of what may be a sentence.
enum class Stop {
  kNone,
  kFullStop,
  kCall,  // ? or !
  kEllipsis,
  kOwn,  // The full stop of an abbreviation, an acronym or an initial.
};

class SentenceSplitter {
 public:
  SentenceSplitter(absl::string_view text, absl::Span<const Token> tokens,
                   absl::Span<const int32_t> breaks, TokenRange paragraph)
      : text_(text),
        tokens_(tokens),
        breaks_(breaks),
        begin_(paragraph.begin),
        end_(paragraph.end) {}

  std::vector<TokenRange> Run() {
    std::vector<TokenRange> sentences;
    sentences.reserve(8);
    int32_t i = begin_;  // All before it is read.
    for (const int32_t at : breaks_) {
      if (at < i) continue;
      i = at;
      CountStraightMark(i);
      Stop stop = StopAt(i++);
      if (stop == Stop::kNone) continue;
      // "?!", "...?", ". …"
      while (i < end_ && tokens_[i].punct != Punct::kNone &&
             StopAt(i) != Stop::kNone &&
             (!tokens_[i].HasShape(kSpaceBefore) ||
              tokens_[i].Is(Punct::kEllipsis))) {
        const Stop further = StopAt(i++);
        if (further != Stop::kEllipsis) stop = further;
      }
      const int32_t closed = i;
      while (i < end_ && Closes(i)) CountStraightMark(i++);
      if (i < end_ && !Ends(stop, closed, i)) continue;
      sentences.push_back(TokenRange{begin_, i});
      begin_ = i;
    }
    if (begin_ < end_) sentences.push_back(TokenRange{begin_, end_});
    return sentences;
  }

 private:
  absl::string_view Bytes(int32_t i) const {
    return Slice(text_, tokens_[i].span());
  }
  bool Straight(int32_t i) const {
    return tokens_[i].Is(Punct::kMark) && tokens_[i].length == 1 &&
           text_[tokens_[i].begin] == '"';
  }
  void CountStraightMark(int32_t i) {
    if (Straight(i)) straight_open_ = !straight_open_;
  }

  Stop StopAt(int32_t i) const {
    const Token& token = tokens_[i];
    switch (token.punct) {
      case Punct::kPeriod:
        return Stop::kFullStop;
      case Punct::kQuestion:
      case Punct::kExclaim:
        return Stop::kCall;
      case Punct::kEllipsis:
        return Stop::kEllipsis;
      case Punct::kNone:
        return token.HasShape(kOwnStop) ? Stop::kOwn : Stop::kNone;
      default:
        return Stop::kNone;
    }
  }

  // True if the token at `i`, after a stop, closes what was opened before it.
  bool Closes(int32_t i) const {
    const Token& token = tokens_[i];
    const bool spaced = token.HasShape(kSpaceBefore);
    if (token.Is(Punct::kClose)) return !spaced;
    if (!token.Is(Punct::kMark)) return false;
    if (Straight(i)) return !spaced ? straight_open_ || !OpensAt(i) : false;
    const absl::string_view mark = Bytes(i);
    if (mark == "“" || mark == "„" || mark == "«" || mark == "‹" ||
        mark == "‚" || mark == "``" || mark == "‘") {
      return false;
    }
    if (!spaced) return true;
    return mark == "”" || mark == "»" || mark == "››";
  }
  // True if a word touches the mark from behind.
  bool OpensAt(int32_t i) const {
    return i + 1 < end_ && tokens_[i + 1].is_word() &&
           !tokens_[i + 1].HasShape(kSpaceBefore);
  }

  // Whether a sentence with this stop ends before token `next`; `closed` is
  // the first of the closing marks between them.
  bool Ends(Stop stop, int32_t closed, int32_t next) const {
    int32_t word = next;
    while (word < end_ &&
           (tokens_[word].Is(Punct::kMark) || tokens_[word].Is(Punct::kOpen))) {
      ++word;
    }
    if (word == end_) return word > next ? OpensNext(stop, next) : true;
    const Token& first = tokens_[word];
    if (!first.is_word()) return EndsBeforeMark(stop, first);
    const bool quoted = closed < next;
    if (first.HasShape(kCapitalized) || StartsInside(word)) {
      return EndsBeforeCapital(stop, quoted, word > next, next, word);
    }
    if (first.HasShape(kHasDigit)) {
      return stop == Stop::kCall ||
             (stop == Stop::kFullStop && !IsLabel(closed));
    }
    if (stop != Stop::kFullStop || quoted)
      return stop == Stop::kCall && word > next;
    return !IsUnlistedAbbreviation(closed);
  }
  bool OpensNext(Stop stop, int32_t next) const {
    return stop != Stop::kOwn && tokens_[next].HasShape(kSpaceBefore);
  }

  bool EndsBeforeMark(Stop stop, const Token& mark) const {
    switch (mark.punct) {
      case Punct::kOther:
      case Punct::kSlash:
        return stop == Stop::kFullStop || stop == Stop::kCall;
      default:
        return false;
    }
  }

  bool EndsBeforeCapital(Stop stop, bool quoted, bool opens, int32_t next,
                         int32_t word) const {
    const Token& first = tokens_[word];
    const bool starter = first.Has(kStarter) && !IsTitlePhrase(word);
    switch (stop) {
      case Stop::kFullStop:
        return !IsLabel(next - 1) || quoted;
      case Stop::kCall:
        return opens || !IsTag(quoted, word);
      case Stop::kEllipsis:
        if (quoted) return !IsTag(quoted, word);
        return opens || !first.Has(kFirstPerson);
      case Stop::kOwn:
        if (NeverEnds(next - 1)) return false;
        return quoted || starter ||
               (opens && next != word && !quoted &&
                tokens_[next].Is(Punct::kMark) && starter);
      case Stop::kNone:
        break;
    }
    return false;
  }

  // "al-Sudani", "de Lima": a name that begins in lower case.
  bool StartsInside(int32_t word) const {
    const Token& first = tokens_[word];
    if (first.Has(kParticle) && word + 1 < end_) {
      return tokens_[word + 1].HasShape(kCapitalized);
    }
    if (!first.HasShape(kHasHyphen)) return false;
    const absl::string_view bytes = Bytes(word);
    const size_t hyphen = bytes.find('-');
    return hyphen != bytes.npos && hyphen <= 3 && hyphen + 1 < bytes.size() &&
           IsUpper(DecodeAt(bytes, hyphen + 1).value);
  }

  // "U.S. Under Secretary": the one title that begins like a sentence.
  bool IsTitlePhrase(int32_t word) const {
    return Bytes(word) == "Under" && word + 1 < end_ &&
           tokens_[word + 1].HasShape(kCapitalized);
  }

  // `"Why?" Ana Lopez asked.`: names up to a verb of saying that ends the tag.
  bool IsTag(bool quoted, int32_t word) const {
    if (!quoted) return false;
    int32_t i = word;
    while (i < end_ && i - word < kMaxNameWords && tokens_[i].is_word() &&
           (tokens_[i].HasShape(kCapitalized) || tokens_[i].Has(kParticle)) &&
           !tokens_[i].Has(kStarter)) {
      ++i;
    }
    if (i == word || i == end_ || !tokens_[i].Has(kTagVerb)) return false;
    return i + 1 == end_ || !tokens_[i + 1].is_word() ||
           tokens_[i + 1].Has(kPreposition | kAdverb | kWeekday | kTimeWord);
  }

  // A list number that opens the sentence: "1. We leave."
  bool IsLabel(int32_t stop) const {
    if (stop != begin_ + 1) return false;
    const Token& label = tokens_[begin_];
    return label.HasShape(kHasDigit) && label.length <= 3;
  }

  // Titles stand before names; so do "vs." and "No." before what they count.
  bool NeverEnds(int32_t i) const {
    const Token& token = tokens_[i];
    if (token.Has(kTitle | kHonorific)) return true;
    const absl::string_view bytes = Bytes(i);
    return bytes == "vs." || bytes == "v." || bytes == "No." ||
           bytes == "Nos." || bytes == "St." || bytes == "e.g." ||
           bytes == "i.e.";
  }

  // A short word without a vowel that no list has: "bldg. five".
  bool IsUnlistedAbbreviation(int32_t closed) const {
    const int32_t word = closed - 2;
    if (word < begin_) return false;
    const Token& token = tokens_[word];
    return token.is_word() && token.word == 0 && token.length <= 5 &&
           Bytes(word).find_first_of("aeiouyAEIOUY") == absl::string_view::npos;
  }

  absl::string_view text_;
  absl::Span<const Token> tokens_;
  absl::Span<const int32_t> breaks_;
  int32_t begin_;
  int32_t end_;
  bool straight_open_ = false;
};

}  // namespace

std::vector<TokenRange> SplitSentences(absl::string_view text,
                                       absl::Span<const Token> tokens,
                                       absl::Span<const int32_t> breaks,
                                       TokenRange paragraph) {
  return SentenceSplitter(text, tokens, breaks, paragraph).Run();
}

}  // namespace onrecord::text

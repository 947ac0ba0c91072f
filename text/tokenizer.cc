#include "text/tokenizer.h"

#include <string>

#include "text/character.h"
#include "text/plain_word.h"
#include "text/word_scanner.h"

namespace onrecord::text {
namespace {

// The longest token; Token::length has 16 bits.
constexpr size_t kMaxBytes = 65535;

class Tokenizer {
 public:
  Tokenizer(absl::string_view text, const Lexicon& lexicon)
      : chars_(text),
        scanner_(text, lexicon),
        lexicon_(lexicon),
        and_(lexicon.Look("&")),
        possessive_(lexicon.Look("'s")) {
    tokens_.reserve(text.size() / 5 + 8);
  }

  std::vector<Token> Run() {
    while (at_ < chars_.size()) {
      const uint8_t bits = chars_.Bits(at_);
      if (bits & kWordByte) {
        ScanWord();
      } else if (bits & kBlankByte) {
        ++at_;
      } else if (bits & kHighByte) {
        ScanWide();
      } else {
        ScanAscii();
      }
    }
    return std::move(tokens_);
  }

 private:
  // Bytes between two tokens are blanks.
  bool SpaceBefore() const { return end_of_last_ != at_; }

  void Add(size_t end, Punct punct, Shape shape, Lexicon::Listed listed = {}) {
    shape |= SpaceBefore() ? kSpaceBefore : 0;
    // Field by field: a token made elsewhere and copied is slower.
    Token& token = tokens_.emplace_back();
    token.begin = static_cast<uint32_t>(at_);
    token.length = static_cast<uint16_t>(end - at_);
    token.punct = punct;
    token.shape = shape;
    token.word = listed.id;
    token.classes = listed.classes;
    at_ = end_of_last_ = end;
  }

  void AddWord(size_t end, Shape shape) {
    while (end - at_ > kMaxBytes) {
      size_t cut = at_ + kMaxBytes;
      while ((chars_.Byte(cut) & 0xC0) == 0x80) --cut;
      Add(cut, Punct::kNone, shape);
    }
    if (chars_.Byte(end - 1) == '.') shape |= kOwnStop;
    Add(end, Punct::kNone, shape,
        lexicon_.Look(chars_.text().substr(at_, end - at_)));
  }

  // A run of ASCII letters and digits that no mark can continue; all other
  // words go through the WordScanner.
  void ScanWord() {
    PlainWord word;
    if (!word.Read(chars_.text(), at_)) return ScanLongWord();
    const size_t end = at_ + word.folded.length;
    const uint8_t next = chars_.Bits(end);
    size_t clitic = 0;
    if (!(next & kEndByte) && !EndsAtMark(end, word)) {
      clitic = PossessiveEnd(end, word);
      if (clitic == 0) return ScanLongWord();
    }
    Add(end, Punct::kNone, ShapeOf(word), lexicon_.LookInSlot(word.folded));
    if (clitic != 0) return Add(clitic, Punct::kNone, kClitic, possessive_);
    at_ += (next & kBlankByte) != 0;  // As behind most words.
  }

  // Takes no branch that goes either way: any word may be capitalised.
  Shape ShapeOf(const PlainWord& word) const {
    static_assert(kCapitalized == 1, "the first bit of PlainWord::upper");
    Shape shape = word.upper & kCapitalized;
    shape |= word.digits != 0 ? kHasDigit : 0;
    const bool two_capitals = (word.upper & (word.upper - 1)) != 0;
    if (two_capitals && word.lower == 0 &&
        IsAllCaps(chars_.text().substr(at_, word.folded.length))) {
      shape |= kAllCaps;
    }
    return shape;
  }

  // The end of a possessive 's behind `word`, with a straight or curly
  // apostrophe at `at`; 0 if there is none, or if both together are a listed
  // word ("it's").
  size_t PossessiveEnd(size_t at, const PlainWord& word) const {
    const size_t apostrophe = chars_.ApostropheAt(at);
    if (apostrophe != 3 && chars_.Byte(at) != '\'') return 0;
    const size_t s = at + apostrophe;
    if ((chars_.Byte(s) | 0x20) != 's') return 0;
    if (chars_.Bits(s + 1) & (kWordByte | kHighByte)) return 0;
    FoldedWord joined = word.folded;
    const bool fits = joined.Append('\'') && joined.Append('s');
    return fits && lexicon_.Look(joined).id == 0 ? s + 1 : 0;
  }

  // Whether `word` ends before the mark at `end`, as far as one look tells: a
  // full stop may be an abbreviation's or an initial's.
  bool EndsAtMark(size_t end, const PlainWord& word) const {
    const char mark = chars_.Byte(end);
    if (mark == ',') return !word.digits;
    if (mark != '.' || !(chars_.Bits(end + 1) & kEndByte)) return false;
    if (word.folded.length == 1 && word.upper) return false;
    FoldedWord stopped = word.folded;
    return stopped.Append('.') && lexicon_.Look(stopped).id == 0;
  }

  void ScanLongWord() {
    const ScannedWord word =
        scanner_.Scan(at_, tokens_.empty() ? nullptr : &tokens_.back());
    AddWord(word.end, word.shape);
    if (word.clitic != 0) AddWord(word.clitic, kClitic);
  }

  void ScanAscii() {
    const char c = chars_.Byte(at_);
    if (c == '.') return ScanFullStops();
    if (c == '-') return ScanHyphens();
    if (c == '$' && chars_.DigitAt(at_ + 1)) return ScanLongWord();
    if ((c == '@' || c == '#') && chars_.WordCharacterAt(at_ + 1)) {
      return ScanLongWord();
    }
    const bool twice = (c == '\'' || c == '`') && chars_.Byte(at_ + 1) == c;
    Add(at_ + (twice ? 2 : 1), PunctOf(static_cast<unsigned char>(c)), 0,
        c == '&' ? and_ : Lexicon::Listed());
  }

  void ScanWide() {
    const CodePoint c = DecodeAt(chars_.text(), at_);
    const size_t next = at_ + c.length;
    if (IsWordCharacter(c.value) ||
        (IsCurrency(c.value) && chars_.DigitAt(next))) {
      return ScanLongWord();
    }
    if (IsBlank(c.value)) {
      at_ = next;
      return;
    }
    Add(next, PunctOf(c.value), 0);
  }

  // A run of hyphens is a dash; so is one alone between blanks.
  void ScanHyphens() {
    size_t end = at_ + 1;
    while (chars_.Byte(end) == '-' && end - at_ < kMaxBytes) ++end;
    const bool alone = SpaceBefore() && chars_.BlankAt(end) != 0;
    Add(end, end - at_ > 1 || alone ? Punct::kDash : Punct::kHyphen, 0);
  }

  // A full stop or an ellipsis: "...", ". . .".
  void ScanFullStops() {
    size_t end = at_ + 1;
    size_t dots = 1;
    while (end - at_ < kMaxBytes - 2) {
      const size_t blank = chars_.Byte(end) == '\n' ? 0 : chars_.BlankAt(end);
      if (chars_.Byte(end + blank) != '.') break;
      end += blank + 1;
      ++dots;
    }
    if (dots == 1 || (dots == 2 && end - at_ > 2)) {
      Add(at_ + 1, Punct::kPeriod, 0);
    } else {
      Add(end, Punct::kEllipsis, 0);
    }
  }

  Characters chars_;
  WordScanner scanner_;
  const Lexicon& lexicon_;
  const Lexicon::Listed and_;
  const Lexicon::Listed possessive_;
  size_t at_ = 0;
  size_t end_of_last_ = std::string::npos;  // Of the token before.
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> Tokenize(absl::string_view text, const Lexicon& lexicon) {
  return Tokenizer(text, lexicon).Run();
}

}  // namespace onrecord::text

#include "text/tokenizer.h"

#include "text/character.h"
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
        and_(lexicon.Look("&")) {
    tokens_.reserve(text.size() / 5 + 8);
  }

  std::vector<Token> Run() {
    while (at_ < chars_.size()) {
      const uint8_t bits = chars_.Bits(at_);
      if (bits & kBlankByte) {
        ++at_;
      } else if (bits & kWordByte) {
        ScanWord();
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
  bool SpaceBefore() const {
    return tokens_.empty() || tokens_.back().begin + tokens_.back().length !=
                                  static_cast<uint32_t>(at_);
  }

  Token* Add(size_t end, Punct punct, Shape shape) {
    if (SpaceBefore()) shape |= kSpaceBefore;
    Token& token = tokens_.emplace_back();
    token.begin = static_cast<uint32_t>(at_);
    token.length = static_cast<uint16_t>(end - at_);
    token.punct = punct;
    token.shape = shape;
    at_ = end;
    return &token;
  }

  void AddWord(size_t end, Shape shape) {
    while (end - at_ > kMaxBytes) {
      size_t cut = at_ + kMaxBytes;
      while ((chars_.Byte(cut) & 0xC0) == 0x80) --cut;
      Add(cut, Punct::kNone, shape);
    }
    const Lexicon::Listed listed = lexicon_.Look(chars_.text(), at_, end);
    Token* token = Add(end, Punct::kNone, shape);
    token->word = listed.id;
    token->classes = listed.classes;
  }

  // A run of ASCII letters and digits that no mark can continue; all other
  // words go through the WordScanner.
  void ScanWord() {
    uint8_t seen = 0;
    size_t end = at_;
    uint8_t bits = chars_.Bits(end);
    while (bits & kWordByte) {
      seen |= bits;
      bits = chars_.Bits(++end);
    }
    const bool comma = chars_.Byte(end) == ',' && !(seen & kDigitByte);
    if (!(bits & kEndByte) && !comma) return ScanLongWord();
    Shape shape = 0;
    if (seen & kDigitByte) shape |= kHasDigit;
    if (seen & kUpperByte) {
      if (chars_.Bits(at_) & kUpperByte) shape |= kCapitalized;
      if (!(seen & kLowerByte) &&
          IsAllCaps(chars_.text().substr(at_, end - at_))) {
        shape |= kAllCaps;
      }
    }
    AddWord(end, shape);
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
    Token* token =
        Add(at_ + (twice ? 2 : 1), PunctOf(static_cast<unsigned char>(c)), 0);
    if (c == '&') {
      token->word = and_.id;
      token->classes = and_.classes;
    }
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
  Lexicon::Listed and_;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> Tokenize(absl::string_view text, const Lexicon& lexicon) {
  return Tokenizer(text, lexicon).Run();
}

}  // namespace onrecord::text

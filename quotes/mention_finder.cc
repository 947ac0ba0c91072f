#include "quotes/mention_finder.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "quotes/name_chunk.h"
#include "quotes/page_furniture.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

// Words that head a nominal phrase.
constexpr text::WordClasses kHead = text::kPersonNoun | text::kGroupNoun |
                                    text::kOrgNoun | text::kMedium |
                                    text::kAnonymous;

// Words that a noun phrase does not run across to the left.
constexpr text::WordClasses kStopsPhrase =
    text::kPreposition | text::kConjunction | text::kSubordinator |
    text::kRelative | text::kThat | text::kAuxiliary | text::kPronoun |
    text::kWh | text::kNegation | text::kBe;

constexpr text::WordClasses kOpensPhrase =
    text::kDeterminer | text::kPossessive | text::kNumber;

// A mention is found by a word of these classes, "who", or a word that is
// written like a name.
constexpr text::WordClasses kOpensMention = kHead | text::kDeterminer |
                                            text::kPossessive | text::kNumber |
                                            text::kPronoun;

constexpr int kMaxModifiers = 7;

constexpr text::WordId kOf = text::KnownWord("of");
constexpr text::WordId kThe = text::KnownWord("the");
constexpr text::WordId kTo = text::KnownWord("to");
constexpr text::WordId kWho = text::KnownWord("who");
constexpr text::WordSet kIt = {"it", "its", "it's"};
constexpr text::WordSet kIndefinite = {"a", "an", "one", "another", "some"};
// Open what belongs to a noun: "adviser to", "man with".
constexpr text::WordSet kComplements = {"of",   "for",  "at", "in",
                                        "from", "with", "to"};
constexpr text::WordSet kSeats = {"in", "of"};
// Adverbs that stand before a noun.
constexpr text::WordSet kAdverbModifiers = {"most", "very", "then", "once",
                                            "longtime"};

class Finder {
 public:
  Finder(const Document& doc, const std::vector<QuotedStretch>& stretches)
      : doc_(doc), stretches_(stretches) {}

  std::vector<Mention> Run() {
    Scan();
    // A second look where a name's last word is a common word: "Small said".
    if (Remember() && MarkAffected()) Scan();
    Sort();
    return std::move(mentions_);
  }

 private:
  // What Scan() knows of one paragraph.
  struct ScannedParagraph {
    size_t mentions = 0;  // Found before it.
    size_t stretch = 0;   // The first that was open yet before it.
    bool changes = true;  // Has to be read (again).
  };

  // Orders the mentions by begin, the longer first. They nearly are: only a
  // phrase comes behind the owner that it begins with.
  void Sort() {
    const auto before = [](const Mention& a, const Mention& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                              : a.tokens.end > b.tokens.end;
    };
    const auto first = mentions_.begin();
    for (auto at = first; at != mentions_.end(); ++at) {
      if (at == first || !before(*at, *(at - 1))) continue;
      std::rotate(std::upper_bound(first, at, *at, before), at, at + 1);
    }
  }

  // True if there is something to remember.
  bool Remember() {
    for (const Mention& m : mentions_) {
      const text::WordId word = doc_.token(m.head).word;
      if (m.kind != MentionKind::kName || word == 0) continue;
      const int32_t words = WordsOfName(m);
      if (words >= 2 && words <= 4) memory_.Add(word);
    }
    return !memory_.empty();
  }

  // The tokens of a kName's name, which ends the mention.
  int32_t WordsOfName(const Mention& m) const {
    const uint32_t from = static_cast<uint32_t>(m.name.begin);
    int32_t begin = m.tokens.end;
    while (begin > m.tokens.begin && doc_.token(begin - 1).begin >= from) {
      --begin;
    }
    return m.tokens.end - begin;
  }

  // Marks the paragraphs in which a word of the memory is now a name and was
  // none before; false if there is no such paragraph.
  bool MarkAffected() {
    bool any = false;
    for (size_t p = 0; p < doc_.paragraphs().size(); ++p) {
      const TokenRange tokens = doc_.paragraphs()[p].tokens;
      scanned_[p].changes = GainsName(doc_, tokens, memory_);
      any |= scanned_[p].changes;
    }
    return any;
  }

  // Reads all paragraphs that change; the mentions of the others stay.
  void Scan() {
    const std::vector<Mention> before = std::move(mentions_);
    mentions_.clear();
    mentions_.reserve(doc_.tokens().size() / 6);  // About as many come.
    next_ = 0;
    const size_t count = doc_.paragraphs().size();
    scanned_.resize(count + 1);
    for (size_t p = 0; p < count; ++p) {
      ScannedParagraph& scanned = scanned_[p];
      if (scanned.changes) {
        scanned.mentions = mentions_.size();
        scanned.stretch = next_;
        ScanParagraph(doc_.paragraphs()[p].tokens);
        continue;
      }
      const auto first = before.begin() + scanned.mentions;
      const auto last = before.begin() + scanned_[p + 1].mentions;
      mentions_.insert(mentions_.end(), first, last);
      next_ = scanned_[p + 1].stretch;
    }
    scanned_[count] = {mentions_.size(), next_, false};
  }

  void ScanParagraph(TokenRange paragraph) {
    if (IsHeadline(paragraph)) return;
    const int32_t end = static_cast<int32_t>(doc_.tokens().size());
    int32_t begin = paragraph.begin;
    while (begin < paragraph.end) {
      const int32_t limit = NextStretch(begin, paragraph.end);
      ScanRun(begin, limit);
      begin = limit;
      if (begin < paragraph.end && next_ < stretches_.size() &&
          stretches_[next_].tokens.begin <= begin + 1) {
        begin = stretches_[next_].tokens.end + 1;
        ++next_;
      }
      if (begin > end) begin = end;
    }
  }

  // A line in title case without a full stop: its capitals tell nothing.
  bool IsHeadline(TokenRange tokens) const {
    return tokens.size() >= 4 && doc_.token(tokens.end - 1).is_word() &&
           IsTitleCase(doc_, tokens);
  }

  // First token of the next stretch's opening mark at or after `from`.
  int32_t NextStretch(int32_t from, int32_t limit) {
    while (next_ < stretches_.size() && stretches_[next_].tokens.end <= from) {
      ++next_;
    }
    if (next_ >= stretches_.size()) return limit;
    const int32_t open = std::max(stretches_[next_].tokens.begin - 1, from);
    return std::min(limit, open);
  }

  // Reads the tokens [begin, limit), which hold no quotation.
  void ScanRun(int32_t begin, int32_t limit) {
    const Token* const tokens = doc_.tokens().data();
    int32_t i = begin;
    while (i < limit) {
      const Token& t = tokens[i];
      if (!t.Has(kOpensMention) && t.word != kWho &&
          !t.HasShape(text::kCapitalized | text::kHasHyphen)) {
        ++i;
        continue;
      }
      int32_t next = ReadPronoun(i, limit);
      if (next == i) next = ReadName(i, begin, limit);
      if (next == i) next = ReadNominal(i, begin, limit);
      i = std::max(next, i + 1);
    }
  }

  // --- pronouns ---

  int32_t ReadPronoun(int32_t i, int32_t limit) {
    const Token& t = doc_.token(i);
    if (t.HasShape(text::kAllCaps) && IsAcronym(doc_, i)) return i;
    if (t.word == kWho) {
      // "Lopez, who calls it a mistake": stands for the mention before it.
      mentions_.push_back(PronounAt(i));
      return i + 1;
    }
    if (t.Has(text::kDeterminer | text::kNumber) && !t.Has(text::kPossessive)) {
      return ReadQuantifier(i, limit);
    }
    if (!t.Has(text::kPronoun | text::kPossessive)) return i;
    // "her ministry" is a nominal as well, which ReadNominal finds.
    Mention m = PronounAt(i);
    m.plural = t.Has(text::kPlural);
    m.gender = GenderOf(doc_, m.tokens);
    if (m.gender == Gender::kUnknown && !m.plural &&
        !t.Has(text::kFirstPerson | text::kSecondPerson)) {
      const bool it = kIt.Has(t.word);
      if (!it && !t.Has(text::kPossessive)) return ReadQuantifier(i, limit);
      m.gender = it ? Gender::kNeuter : Gender::kUnknown;
    }
    mentions_.push_back(m);
    return i + 1;
  }

  Mention PronounAt(int32_t i) const {
    Mention m;
    m.kind = MentionKind::kPronoun;
    m.tokens = TokenRange{i, i + 1};
    m.span = doc_.token(i).span();
    m.head = i;
    return m;
  }

  // "one of the bakers", "others", "many of them": only before "of" or a verb.
  int32_t ReadQuantifier(int32_t i, int32_t limit) {
    if (i + 1 >= limit) return i;
    const bool of = doc_.token(i + 1).word == kOf;
    if (!of && !doc_.token(i + 1).Has(text::kCueVerb)) return i;
    if (!of && doc_.token(i).word == kThe) return i;
    const int32_t end = of ? PrepositionalEnd(i + 1, limit) : i + 1;
    if (of && end == i + 1) return i;
    const bool many = doc_.token(i).Has(text::kPlural);
    AddNominal(TokenRange{i, end}, i,
               many ? MentionKind::kGroup : MentionKind::kAnonymous, many);
    return end;
  }

  // --- names ---

  int32_t ReadName(int32_t i, int32_t begin, int32_t limit) {
    if (!doc_.token(i).HasShape(text::kCapitalized | text::kHasHyphen)) {
      return i;
    }
    NameChunk chunk = ReadNameChunk(doc_, i, limit, memory_);
    if (chunk.tokens.empty()) return i;
    const int32_t end = chunk.tokens.end;
    // "Clinton campaign spokesman", "Iraqi officials": modifiers of a nominal.
    const int32_t head = HeadToTheRight(end, limit);
    if (head >= 0 && !IsClitic(end)) {
      if (!chunk.place && chunk.kind != MentionKind::kGroup) {
        AddName(chunk, i);
      }
      return ReadNominalAround(head, begin, limit);
    }
    if (chunk.kind == MentionKind::kNominal) {
      const int32_t tail = PrepositionalEnd(end, limit);
      AddNominal(TokenRange{LeftEdge(i, begin), tail}, end - 1,
                 MentionKind::kNominal, false);
      return tail;
    }
    AddName(chunk, LeftRole(i, begin, chunk));
    if (IsClitic(end)) {
      const int32_t possessed = HeadToTheRight(end + 1, limit);
      if (possessed >= 0) return ReadNominalAround(possessed, begin, limit);
    }
    return std::max(end, mentions_.back().tokens.end);
  }

  // Where the lower-case role before a name begins: "[campaign manager] X".
  int32_t LeftRole(int32_t i, int32_t begin, const NameChunk& chunk) const {
    if (chunk.kind != MentionKind::kName || i <= begin) return i;
    const Token& left = doc_.token(i - 1);
    if (!left.is_word() || !left.Has(text::kPersonNoun | text::kTitle) ||
        left.Has(text::kPlural)) {
      return i;
    }
    return LeftEdge(i - 1, begin);
  }

  void AddName(const NameChunk& chunk, int32_t from) {
    Mention m;
    m.kind = IsDateline(chunk.tokens) ? MentionKind::kOrganization : chunk.kind;
    m.tokens = TokenRange{from, chunk.tokens.end};
    if (chunk.kind == MentionKind::kOrganization && !chunk.place) {
      m.tokens.end = SeatEnd(chunk.tokens.end);
    }
    m.span = doc_.SpanOf(m.tokens);
    m.head = chunk.tokens.end - 1;
    while (m.head > chunk.name.begin && doc_.token(m.head).Has(text::kSuffix)) {
      --m.head;
    }
    if (!chunk.name.empty()) m.name = doc_.SpanOf(chunk.name);
    const TokenRange role{from, chunk.name.begin};
    if (!role.empty() && chunk.kind == MentionKind::kName) {
      m.role = doc_.SpanOf(role);
    }
    m.gender = chunk.gender;
    if (m.gender == Gender::kUnknown) m.gender = GenderOf(doc_, role);
    m.plural = chunk.plural;
    // A role phrase to the left was read as a nominal already: it is one.
    while (!mentions_.empty() && mentions_.back().tokens.begin >= from) {
      if (IsClitic(mentions_.back().tokens.end)) break;
      mentions_.pop_back();
    }
    mentions_.push_back(m);
  }

  // "TAL SEL, Qadra — ", "SEL (Wire) - ": the place an article was sent from.
  bool IsDateline(TokenRange tokens) const {
    const int32_t p = doc_.ParagraphOf(tokens.begin);
    const TokenRange paragraph = doc_.paragraphs()[p].tokens;
    if (tokens.begin > paragraph.begin + 3) return false;
    if (!doc_.token(paragraph.begin).HasShape(text::kAllCaps)) return false;
    const int32_t limit = std::min(paragraph.end, tokens.end + 6);
    for (int32_t i = tokens.end; i < limit; ++i) {
      const Token& t = doc_.token(i);
      if (t.Is(Punct::kDash) || t.Is(Punct::kHyphen)) return true;
      if (t.is_word() && !t.HasShape(text::kCapitalized)) return false;
    }
    return false;
  }

  // "the Defence Ministry in Sel": where the seat behind a body's name ends.
  int32_t SeatEnd(int32_t i) const {
    const int32_t count = static_cast<int32_t>(doc_.tokens().size());
    if (i + 1 >= count || !kSeats.Has(doc_.token(i).word)) {
      return i;
    }
    int32_t end = i + 1;
    while (end < count && IsNameToken(doc_, end, memory_)) ++end;
    return end == i + 1 ? i : end;
  }

  // --- nominals ---

  int32_t ReadNominal(int32_t i, int32_t begin, int32_t limit) {
    if (!IsHead(i, limit)) return i;
    return ReadNominalAround(RightmostHead(i, limit), begin, limit);
  }

  // The phrase around the head word: returns where scanning goes on.
  int32_t ReadNominalAround(int32_t head, int32_t begin, int32_t limit) {
    const int32_t left = LeftEdge(head, begin);
    const Token& h = doc_.token(head);
    const bool plural = h.Has(text::kPlural);
    const bool collective = h.Has(text::kGroupNoun) && !plural;
    const bool determined = left < head && doc_.token(left).Has(kOpensPhrase);
    const bool possessed = HasPossessor(left, head);
    // A name right behind: "spokeswoman Hannah O'Dell" is read as a name.
    if (head + 1 < limit && !plural) {
      const NameChunk chunk = ReadNameChunk(doc_, head + 1, limit, memory_);
      if (!chunk.tokens.empty() && chunk.kind == MentionKind::kName &&
          h.Has(text::kPersonNoun | text::kTitle)) {
        NameChunk named = chunk;
        if (named.gender == Gender::kUnknown) {
          named.gender = GenderOf(doc_, TokenRange{head, head + 1});
        }
        AddName(named, left);
        return chunk.tokens.end;
      }
    }
    if (!plural && !collective && !determined && !possessed &&
        !StartsSentenceOrApposition(left, begin)) {
      return head + 1;  // "head of state" without an article: no speaker
    }
    const int32_t end = PrepositionalEnd(head + 1, limit);
    AddNominal(TokenRange{left, end}, head, KindOfNominal(left, head),
               plural || collective);
    // Names in "advisers to President Lopez" are mentions inside this one.
    return head + 1;
  }

  MentionKind KindOfNominal(int32_t left, int32_t head) const {
    const Token& h = doc_.token(head);
    if (h.Has(text::kOrgNoun | text::kMedium) && !h.Has(text::kPersonNoun)) {
      return MentionKind::kOrganization;
    }
    if (h.Has(text::kPlural | text::kGroupNoun)) return MentionKind::kGroup;
    return kIndefinite.Has(doc_.token(left).word) ? MentionKind::kAnonymous
                                                  : MentionKind::kNominal;
  }

  void AddNominal(TokenRange tokens, int32_t head, MentionKind kind,
                  bool plural) {
    Mention m;
    m.kind = kind;
    m.tokens = tokens;
    m.span = doc_.SpanOf(tokens);
    m.head = head;
    m.plural = plural;
    m.role = m.span;
    m.gender = GenderOf(doc_, TokenRange{head, head + 1});
    if (m.gender == Gender::kUnknown && kind == MentionKind::kOrganization) {
      m.gender = Gender::kNeuter;
    }
    mentions_.push_back(m);
  }

  bool IsHead(int32_t i, int32_t limit) const {
    const Token& t = doc_.token(i);
    if (i >= limit || !t.is_word() || !t.Has(kHead)) return false;
    // "judges", "hosts", "reports" as verbs: after a pronoun or a modal.
    if (t.Has(text::kVerb) && i > 0) {
      const Token& left = doc_.token(i - 1);
      if (left.Has(text::kPronoun | text::kModal | text::kNegation) ||
          left.word == kTo ||
          (left.Has(text::kRelative) && !left.Has(text::kDeterminer))) {
        return false;
      }
    }
    return true;
  }

  // Compound heads: "government spokesman" ends with the spokesman.
  int32_t RightmostHead(int32_t i, int32_t limit) const {
    while (i + 1 < limit && IsHead(i + 1, limit) &&
           !doc_.token(i).Has(text::kPlural) &&
           !(doc_.token(i + 1).Has(text::kCueVerb) &&
             !doc_.token(i + 1).Has(text::kPersonNoun))) {
      ++i;
    }
    return i;
  }

  // A head noun within a few modifiers right of `i`, -1 if none.
  int32_t HeadToTheRight(int32_t i, int32_t limit) const {
    for (int32_t k = i; k < std::min(limit, i + 4); ++k) {
      const Token& t = doc_.token(k);
      if (!t.is_word() || t.HasShape(text::kClitic)) return -1;
      if (IsHead(k, limit)) return RightmostHead(k, limit);
      if (t.Has(kStopsPhrase | text::kDeterminer | text::kPossessive)) {
        return -1;
      }
      if (t.Has(text::kCueVerb | text::kVerb) && !IsModifier(k)) return -1;
      if (t.HasShape(text::kCapitalized)) return -1;
    }
    return -1;
  }

  // Lower-case words that may stand before a noun.
  bool IsModifier(int32_t k) const {
    const Token& t = doc_.token(k);
    if (!t.is_word() || t.Has(kStopsPhrase)) return false;
    if (t.HasShape(text::kHasHyphen)) return true;
    if (t.Has(text::kAdverb) && !t.Has(text::kTimeShift)) {
      return kAdverbModifiers.Has(t.word);
    }
    if (t.Has(text::kVerb)) {
      // Participles modify behind an article ("the elected officials"); a
      // finite form has its subject there.
      return t.Has(text::kGerund | text::kParticiple) &&
             !t.Has(text::kCueUtterance) && k > 0 &&
             (doc_.token(k - 1).Has(kOpensPhrase) ||
              doc_.token(k - 1).HasShape(text::kClitic));
    }
    return true;
  }

  // Leftmost token of the phrase whose head stands at `head`.
  int32_t LeftEdge(int32_t head, int32_t begin) const {
    int32_t i = head;
    for (int steps = 0; i > begin && steps < kMaxModifiers; ++steps) {
      const Token& t = doc_.token(i - 1);
      if (t.HasShape(text::kClitic) || IsPluralOwner(i - 1, begin)) {
        return OwnerBegin(i - 1, begin);
      }
      if (t.Has(text::kDeterminer | text::kPossessive) &&
          !t.Has(text::kRelative | text::kThat)) {
        return i - 1;
      }
      if (!t.is_word() || !IsModifier(i - 1)) break;
      if (t.Has(text::kNumber)) {
        --i;
        continue;
      }
      if (t.Has(text::kTimeWord | text::kWeekday | text::kMonth)) break;
      if (t.Has(kHead) && t.Has(text::kPlural)) break;
      --i;
    }
    return i;
  }

  // The mark of "the Highlands’ governor".
  bool IsPluralOwner(int32_t i, int32_t begin) const {
    const Token& t = doc_.token(i);
    return t.Is(Punct::kMark) && i > begin && !t.HasShape(text::kSpaceBefore) &&
           doc_.token(i - 1).is_word() && doc_.Text(i - 1).back() == 's' &&
           doc_.Text(i) != "\"" && doc_.Text(i) != "”";
  }

  // Where the possessor that ends in the clitic at `clitic` begins.
  int32_t OwnerBegin(int32_t clitic, int32_t begin) const {
    int32_t i = clitic;
    while (i > begin && IsNameToken(doc_, i - 1, memory_)) --i;
    if (i == clitic && i > begin) {
      // "the minister's", "a deputy's"
      --i;
      while (i > begin && IsModifier(i - 1) &&
             !doc_.token(i).Has(text::kDeterminer | text::kPossessive)) {
        --i;
      }
    }
    if (i > begin &&
        doc_.token(i - 1).Has(text::kDeterminer | text::kPossessive) &&
        !doc_.token(i - 1).Has(text::kThat | text::kRelative)) {
      --i;
    }
    return i;
  }

  bool HasPossessor(int32_t left, int32_t head) const {
    for (int32_t i = left; i < head; ++i) {
      if (doc_.token(i).HasShape(text::kClitic)) return true;
      if (doc_.token(i).Is(Punct::kMark)) return true;
    }
    return left < head && doc_.token(left).HasShape(text::kCapitalized) &&
           !doc_.token(left).HasShape(text::kSentenceFirst);
  }

  bool StartsSentenceOrApposition(int32_t left, int32_t begin) const {
    if (left == begin) return true;
    return !doc_.token(left - 1).is_word();
  }

  // End of "of/for/at/in/from/with + phrase" at `i`; `i` if there is none.
  int32_t PrepositionalEnd(int32_t i, int32_t limit) const {
    int32_t end = i;
    for (int phrases = 0; phrases < 2 && end < limit; ++phrases) {
      if (!kComplements.Has(doc_.token(end).word)) break;
      const int32_t next = PhraseEnd(end + 1, limit);
      if (next == end + 1) break;
      end = next;
    }
    return end;
  }

  // End of the simple noun phrase that begins at `i`; `i` if none does.
  int32_t PhraseEnd(int32_t i, int32_t limit) const {
    int32_t k = i;
    bool content = false;
    while (k < limit && k < i + 8) {
      const Token& t = doc_.token(k);
      if (!t.is_word()) break;
      if (t.Has(kStopsPhrase | text::kTimeWord | text::kWeekday)) break;
      if (t.Has(text::kMonth) && t.HasShape(text::kCapitalized)) break;
      const bool capital = t.HasShape(text::kCapitalized);
      const bool opener = t.Has(text::kDeterminer | text::kPossessive);
      if (opener && content) break;
      if (!capital && !opener && !t.HasShape(text::kClitic) &&
          !t.Has(text::kNumber) && !IsModifier(k) && !t.Has(kHead)) {
        break;
      }
      if (!opener && !t.HasShape(text::kClitic)) content = true;
      ++k;
    }
    return content ? k : i;
  }

  bool IsClitic(int32_t i) const {
    return i < static_cast<int32_t>(doc_.tokens().size()) &&
           doc_.token(i).HasShape(text::kClitic);
  }

  const Document& doc_;
  const std::vector<QuotedStretch>& stretches_;
  std::vector<Mention> mentions_;
  NameMemory memory_;
  std::vector<ScannedParagraph> scanned_;  // And one behind the last.
  size_t next_ = 0;                        // Stretch.
};

}  // namespace

std::vector<Mention> FindMentions(const Document& document,
                                  const std::vector<QuotedStretch>& stretches) {
  return Finder(document, stretches).Run();
}

}  // namespace onrecord::quotes

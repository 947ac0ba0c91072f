#include "stance/when_said.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "stance/when_said_dates.h"
#include "stance/when_said_quotes.h"
#include "text/known_words.h"

namespace onrecord::stance {
namespace {

using text::Document;
using text::KnownWord;
using text::PartialDate;
using text::Span;
using text::TokenRange;
using text::WordId;
using text::WordSet;

// What ties a sentence to the scene that the article tells of.
constexpr WordSet kSceneWords = {
    "afterward", "afterwards", "aisle",   "applause", "chamber",
    "ceremony",  "coincide",   "gallery", "handover", "podium",
    "session",   "sitting",    "tarmac",
};
// After "by", "that" and "within the": the hours of the scene.
constexpr WordSet kSceneHours = {
    "afternoon", "dusk", "evening", "hour", "hours", "midnight", "nightfall",
};
constexpr WordSet kByThat = {"by", "that"};
// Introduces what was said earlier than the scene.
constexpr WordSet kOnceWords = {"once", "previously", "formerly"};
constexpr WordId kLater = KnownWord("later");
constexpr WordId kSame = KnownWord("same");
constexpr WordId kThe = KnownWord("the");
constexpr WordId kTo = KnownWord("to");
constexpr WordId kWithin = KnownWord("within");
// In the order of what they count; the first is one too.
constexpr WordId kCounts[] = {
    KnownWord("a"),      KnownWord("one"),   KnownWord("two"),
    KnownWord("three"),  KnownWord("four"),  KnownWord("five"),
    KnownWord("six"),    KnownWord("seven"), KnownWord("eight"),
    KnownWord("nine"),   KnownWord("ten"),   KnownWord("eleven"),
    KnownWord("twelve"),
};

// Days before the publication after which a day is the past, no news.
constexpr int kNewsDays = 31;
// Quotations that are looked back or ahead at, at most.
constexpr int kMaxSteps = 100;
// Paragraphs from the start in which the opening scene holds.
constexpr int32_t kLeadParagraphs = 4;

int Precision(PartialDate date) {
  return !date.known() ? 0 : date.month == 0 ? 1 : date.day == 0 ? 2 : 3;
}

// Adds months to a date, keeping its precision.
PartialDate AddMonths(PartialDate date, int months) {
  if (date.month == 0) {
    date.year = static_cast<int16_t>(date.year + months / 12);
    return date;
  }
  const absl::CivilMonth month =
      absl::CivilMonth(date.year, date.month) + months;
  date.year = static_cast<int16_t>(month.year());
  date.month = static_cast<int8_t>(month.month());
  date.day = 0;
  return date;
}

class Resolver {
 public:
  Resolver(const Document& document, absl::optional<absl::CivilDay> published,
           const std::vector<SaidQuote>& quotes,
           const std::vector<SpeakerPlace>& places)
      : document_(document),
        published_(published),
        quotes_(quotes),
        places_(places),
        layout_(document, quotes),
        said_(quotes.size()),
        rule_of_(quotes.size(), -1) {
    if (published.has_value()) {
      publication_ = PartialDate::FromDay(*published);
      oldest_news_ = *published - kNewsDays;
    }
    dates_ = FindToldDates(document, published);
    for (ToldDate& date : dates_) date.quote = layout_.QuoteAt(date.span);
    FindOccasions();
    FindOpening();
  }

  std::vector<WhenSaid> Run() {
    // First what the text around each quotation says, then what follows from
    // the dates of the others.
    for (const bool inherits : {false, true}) {
      for (size_t i = 0; i < quotes_.size(); ++i) {
        if (rule_of_[i] < 0) Decide(i, inherits);
      }
    }
    return std::move(said_);
  }

 private:
  struct Rule {
    absl::string_view name;
    bool inherits;  // Looks at the dates of other quotations.
    bool (Resolver::*apply)(size_t, WhenSaid*) const;
  };
  static const Rule kRules[9];
  static constexpr int8_t kPublishedRule = 8;

  // Tries the rules of one turn.
  void Decide(size_t i, bool inherits) {
    for (size_t r = 0; r < std::size(kRules); ++r) {
      const Rule& rule = kRules[r];
      if (rule.inherits != inherits) continue;
      if (!(this->*rule.apply)(i, &said_[i])) continue;
      said_[i].rule = rule.name;
      rule_of_[i] = static_cast<int8_t>(r);
      return;
    }
  }

  const QuoteFacts& Facts(size_t i) const { return layout_.of(i); }
  bool InQuotation(int32_t token) const {
    return layout_.QuoteAt(document_.token(token).span()) >= 0;
  }
  // Is the date part of somebody's words, and not the reporter's about `i`?
  bool IsQuoted(const ToldDate& date, size_t i) const {
    if (date.quote < 0) return false;
    const SaidQuote& other = quotes_[date.quote];
    if (other.marked) return true;
    if (static_cast<size_t>(date.quote) == i) {
      return !OpensReportedSpeech(date, other);
    }
    return !other.content.front().Contains(quotes_[i].cue) ||
           quotes_[i].cue.empty();
  }

  // "urged {the government in June to leave}": the words before "to" are the
  // reporter's yet.
  bool OpensReportedSpeech(const ToldDate& date, const SaidQuote& quote) const {
    const int32_t first = document_.TokenAt(quote.content.front().begin);
    const int32_t next = date.tokens.end;
    if (date.tokens.begin - first > 3 ||
        next >= static_cast<int32_t>(document_.tokens().size()) ||
        document_.token(next).word != kTo) {
      return false;
    }
    for (int32_t k = first; k < date.tokens.begin; ++k) {
      if (document_.token(k).Has(text::kAuxiliary | text::kBe)) return false;
    }
    return true;
  }

  bool IsPast(PartialDate date) const {
    if (!published_.has_value()) return false;
    if (date.month == 0) return date.year < published_->year();
    return date.Last() < oldest_news_;
  }

  void Take(const ToldDate& date, WhenSaid* out) const {
    out->date = date.date;
    out->evidence = date.span;
    out->recalled = IsPast(date.date);
  }

  // The date nearest to the cue among those of the sentence that belong to it.
  const ToldDate* NearestDate(size_t i, int32_t sentence, int32_t cue) const {
    const TokenRange tokens = document_.sentences()[sentence].tokens;
    const ToldDate* best = nullptr;
    int best_distance = 0;
    for (auto at = FirstDate(tokens.begin);
         at != dates_.end() && at->tokens.begin < tokens.end; ++at) {
      const ToldDate& date = *at;
      if (IsQuoted(date, i) || !BelongsToCue(document_, date, cue)) continue;
      const int distance = std::abs(date.tokens.begin - cue);
      if (best == nullptr || distance < best_distance) {
        best = &date;
        best_distance = distance;
      }
    }
    return best;
  }

  std::vector<ToldDate>::const_iterator FirstDate(int32_t token) const {
    return std::lower_bound(
        dates_.begin(), dates_.end(), token,
        [](const ToldDate& d, int32_t t) { return d.tokens.begin < t; });
  }

  bool HasDate(TokenRange tokens) const {
    const auto at = FirstDate(tokens.begin);
    return at != dates_.end() && at->tokens.begin < tokens.end;
  }

  // ---- Rules that read the text. ----

  bool OwnClause(size_t i, WhenSaid* out) const {
    const QuoteFacts& facts = Facts(i);
    if (!facts.has_reporter || dates_.empty()) return false;
    for (int32_t sentence : facts.sentences) {
      const TokenRange tokens = document_.sentences()[sentence].tokens;
      const ToldDate* date = NearestDate(
          i, sentence, tokens.Contains(facts.cue) ? facts.cue : tokens.begin);
      if (date == nullptr) continue;
      Take(*date, out);
      return true;
    }
    return false;
  }

  // The speaker that a sentence tells of: the first one it names.
  int32_t SubjectOf(TokenRange tokens) const {
    const Span sentence = document_.SpanOf(tokens);
    auto place = std::lower_bound(
        places_.begin(), places_.end(), sentence.begin,
        [](const SpeakerPlace& p, int32_t b) { return p.span.begin < b; });
    for (; place != places_.end() && place->span.begin < sentence.end;
         ++place) {
      if (place->speaker >= 0 && layout_.QuoteAt(place->span) < 0) {
        return place->speaker;
      }
    }
    return -1;
  }

  // Does the reporter name the speaker in this stretch?
  bool Names(Span stretch, int32_t speaker) const {
    auto place = std::lower_bound(
        places_.begin(), places_.end(), stretch.begin,
        [](const SpeakerPlace& p, int32_t b) { return p.span.begin < b; });
    for (; place != places_.end() && place->span.begin < stretch.end; ++place) {
      if (place->speaker == speaker && layout_.QuoteAt(place->span) < 0)
        return true;
    }
    return false;
  }

  // "Asked about it on Sunday, he laughed. “They must leave,” he said."
  bool EarlierInParagraph(size_t i, WhenSaid* out) const {
    const int32_t speaker = quotes_[i].speaker;
    if (speaker < 0 || Facts(i).perfect) return false;
    const auto& own = Facts(i).sentences;
    const int32_t first = *std::min_element(own.begin(), own.end());
    const int32_t paragraph = document_.sentences()[first].paragraph;
    if (!HasDate({document_.paragraphs()[paragraph].tokens.begin,
                  document_.sentences()[first].tokens.begin})) {
      return false;
    }
    for (int32_t s = first - 1; s >= 0; --s) {
      const text::Sentence& sentence = document_.sentences()[s];
      if (sentence.paragraph != paragraph) return false;
      if (layout_.HasQuoteOfOther(sentence.span, speaker)) return false;
      if (!Names(sentence.span, speaker)) continue;
      const ToldDate* date = NearestDate(i, s, MainVerbOf(sentence.tokens));
      if (date == nullptr) continue;
      Take(*date, out);
      return true;
    }
    return false;
  }

  int32_t MainVerbOf(TokenRange tokens) const {
    for (int32_t i = tokens.begin; i < tokens.end; ++i) {
      if (document_.token(i).Has(text::kVerb | text::kBe) &&
          document_.token(i).Has(text::kPast | text::kThird)) {
        return i;
      }
    }
    return tokens.begin;
  }

  // "She replied the same evening", "two months later he said".
  bool RelativeToPrevious(size_t i, WhenSaid* out) const {
    if (i == 0 || !Facts(i).has_reporter || !Facts(i).time_unit_is_near) {
      return false;
    }
    const TokenRange near = layout_.NearCue(i);
    const int32_t sentence_end =
        document_.sentences()[document_.SentenceOf(near.begin)].tokens.end;
    for (int32_t k = near.begin; k < near.end; ++k) {
      if (!document_.token(k).Has(text::kTimeUnit) || InQuotation(k)) continue;
      const WhenSaid* previous = PreviousDated(i);
      if (previous == nullptr) return false;
      const bool same = k > 0 && document_.token(k - 1).word == kSame;
      const bool later =
          k + 1 < sentence_end && document_.token(k + 1).word == kLater;
      if (!same && !later) continue;
      out->date = same ? previous->date : Later(previous->date, k);
      out->evidence = document_.SpanOf(TokenRange{k - 1, k + (later ? 2 : 1)});
      out->recalled = previous->recalled;
      return out->date.known();
    }
    return false;
  }

  PartialDate Later(PartialDate from, int32_t unit) const {
    const auto found = std::find(std::begin(kCounts), std::end(kCounts),
                                 document_.token(unit - 1).word);
    if (found == std::end(kCounts)) return PartialDate();
    const int count =
        std::max(1, static_cast<int>(found - std::begin(kCounts)));
    const absl::string_view word = document_.Text(unit);
    if (absl::StartsWithIgnoreCase(word, "month")) {
      return AddMonths(from, count);
    }
    if (absl::StartsWithIgnoreCase(word, "year")) {
      PartialDate date = from;
      date.year = static_cast<int16_t>(date.year + count);
      date.month = date.day = 0;
      return date;
    }
    if (Precision(from) < 3) return PartialDate();
    const int days = absl::StartsWithIgnoreCase(word, "week")  ? 7 * count
                     : absl::StartsWithIgnoreCase(word, "day") ? count
                                                               : 0;
    PartialDate date = PartialDate::FromDay(from.First() + days);
    if (days >= 7) date.day = 0;
    return date;
  }

  const WhenSaid* PreviousDated(size_t i) const {
    for (int steps = 0; i-- > 0 && steps < kMaxSteps; ++steps) {
      if (said_[i].date.known()) return &said_[i];
    }
    return nullptr;
  }

  // ---- Rules that look at the other quotations. ----

  bool IsScene(size_t j) const {
    return rule_of_[j] >= 0 && rule_of_[j] != kPublishedRule &&
           said_[j].date.known() && !said_[j].evidence.empty();
  }

  void Inherit(const WhenSaid& from, WhenSaid* out) const {
    out->date = from.date;
    out->evidence = from.evidence;
    out->recalled = from.recalled;
  }

  // The quotation before, of the same speaker and in the same paragraph or
  // without reporting words of its own.
  bool Continued(size_t i, WhenSaid* out) const {
    if (i == 0 || quotes_[i].speaker < 0 || Facts(i).perfect) return false;
    const size_t j = i - 1;
    if (quotes_[j].speaker != quotes_[i].speaker || !IsScene(j)) return false;
    const int32_t apart = Facts(i).paragraph - Facts(j).paragraph;
    const bool near =
        apart == 0 ||
        (apart == 1 && (!Facts(i).has_reporter || !said_[j].recalled));
    if (!near) return false;
    Inherit(said_[j], out);
    return true;
  }

  // Any other dated quotation of the speaker: the nearest before, else after.
  bool SpeakersScene(size_t i, WhenSaid* out) const {
    const QuoteFacts& facts = Facts(i);
    if (quotes_[i].speaker < 0 || facts.past_perfect) return false;
    const bool loose = facts.perfect && facts.paragraph >= kLeadParagraphs;
    const auto fits = [&](int32_t j) {
      if (!IsScene(j) || said_[j].recalled) return false;
      const int precision = Precision(said_[j].date);
      return precision == 2 || (precision == 3 && !loose);
    };
    // The first of the speaker's that fits, from `j` on; -1 if none does.
    const auto first_fit = [&](int32_t j, int32_t QuoteFacts::*step) {
      for (int n = 0; j >= 0 && n < kMaxSteps; ++n) {
        if (fits(j)) return j;
        j = Facts(j).*step;
      }
      return -1;
    };
    int32_t found = first_fit(facts.previous, &QuoteFacts::previous);
    if (found < 0)
      found = first_fit(static_cast<int32_t>(i), &QuoteFacts::next);
    const WhenSaid* best = found < 0 ? nullptr : &said_[found];
    if (best == nullptr) return !loose && SpeakersOccasion(i, out);
    Inherit(*best, out);
    return true;
  }

  // "In an interview Tuesday, Lopez complained of ...", without a quotation.
  bool SpeakersOccasion(size_t i, WhenSaid* out) const {
    const auto found = occasions_.find(quotes_[i].speaker);
    if (found == occasions_.end()) return false;
    Take(*found->second, out);
    return true;
  }

  // The first day of each speaker that has an occasion before it.
  void FindOccasions() {
    for (const ToldDate& date : dates_) {
      if (date.quote >= 0 || Precision(date.date) != 3 || IsPast(date.date)) {
        continue;
      }
      const int32_t at = date.tokens.begin;
      const TokenRange sentence =
          document_.sentences()[document_.SentenceOf(at)].tokens;
      bool occasion = false;
      for (int32_t k = std::max(sentence.begin, at - 4); k < at; ++k) {
        occasion = occasion || IsOccasion(document_.token(k).word);
      }
      if (occasion) occasions_.emplace(SubjectOf(sentence), &date);
    }
  }

  // The day that the article opens with: a date of its first sentences.
  void FindOpening() {
    int32_t paragraphs = 0;
    for (const text::Paragraph& paragraph : document_.paragraphs()) {
      if (paragraph.tokens.size() < 12) continue;  // Bylines, captions.
      if (++paragraphs > 2) return;
      for (const ToldDate& date : dates_) {
        if (date.quote >= 0 || Precision(date.date) != 3 || IsPast(date.date)) {
          continue;
        }
        if (!paragraph.tokens.Contains(date.tokens.begin)) continue;
        opening_ = &date;
        opening_subject_ = SubjectOf(
            document_.sentences()[document_.SentenceOf(date.tokens.begin)]
                .tokens);
        return;
      }
    }
  }

  // Words that place the quotation in the scene: in its sentence, or before it
  // in the paragraph as far as nobody else speaks there.
  bool InOpeningScene(size_t i) const {
    const int32_t cue = Facts(i).cue;
    const int32_t paragraph = document_.ParagraphOf(cue);
    const auto& sentences = document_.sentences();
    for (int32_t s = document_.SentenceOf(cue);
         s >= 0 && sentences[s].paragraph == paragraph; --s) {
      if (layout_.HasQuoteOfOther(sentences[s].span, quotes_[i].speaker)) break;
      const TokenRange tokens = sentences[s].tokens;
      for (int32_t k = tokens.begin; k < tokens.end; ++k) {
        if (IsSceneWord(k) && !InQuotation(k)) return true;
      }
    }
    return false;
  }

  bool IsSceneWord(int32_t k) const {
    const WordId word = document_.token(k).word;
    if (kSceneWords.Has(word)) return true;
    if (k == 0 || !kSceneHours.Has(word)) return false;
    const WordId before = document_.token(k - 1).word;
    return kByThat.Has(before) ||
           (before == kThe && k > 1 && document_.token(k - 2).word == kWithin);
  }

  bool OpeningScene(size_t i, WhenSaid* out) const {
    const QuoteFacts& facts = Facts(i);
    if (opening_ == nullptr || facts.past_perfect) return false;
    if (facts.perfect && facts.paragraph >= kLeadParagraphs) return false;
    const int32_t speaker = quotes_[i].speaker;
    const bool subject = speaker >= 0 && speaker == opening_subject_;
    if (!subject && !InOpeningScene(i)) return false;
    Take(*opening_, out);
    return true;
  }

  // "had told", "once said": past, and nobody says when.
  bool RecalledUndated(size_t i, WhenSaid* out) const {
    if (quotes_[i].cue.empty()) return false;
    const int32_t cue = Facts(i).cue;
    const bool once = cue > 0 && kOnceWords.Has(document_.token(cue - 1).word);
    if (!once && !Facts(i).past_perfect) return false;
    out->recalled = true;
    return true;
  }

  bool Published(size_t, WhenSaid* out) const {
    out->date = publication_;
    return true;
  }

  const Document& document_;
  const absl::optional<absl::CivilDay> published_;
  const std::vector<SaidQuote>& quotes_;
  const std::vector<SpeakerPlace>& places_;
  const QuotePlaces layout_;
  PartialDate publication_;     // Unknown without a publication date.
  absl::CivilDay oldest_news_;  // What is older is past.
  absl::flat_hash_map<int32_t, const ToldDate*> occasions_;
  std::vector<ToldDate> dates_;
  const ToldDate* opening_ = nullptr;
  int32_t opening_subject_ = -1;
  std::vector<WhenSaid> said_;
  std::vector<int8_t> rule_of_;  // Index of kRules; -1: not decided yet.
};

// First answer wins; those that inherit come when all others had their turn.
const Resolver::Rule Resolver::kRules[9] = {
    {"relative_to_previous", false, &Resolver::RelativeToPrevious},
    {"own_clause", false, &Resolver::OwnClause},
    {"earlier_in_paragraph", false, &Resolver::EarlierInParagraph},
    {"continued", true, &Resolver::Continued},
    {"relative_to_previous", true, &Resolver::RelativeToPrevious},
    {"speakers_scene", true, &Resolver::SpeakersScene},
    {"opening_scene", true, &Resolver::OpeningScene},
    {"recalled_undated", true, &Resolver::RecalledUndated},
    {"published", true, &Resolver::Published},
};

}  // namespace

std::vector<WhenSaid> ResolveWhenSaid(const Document& document,
                                      absl::optional<absl::CivilDay> published,
                                      const std::vector<SaidQuote>& quotes,
                                      const std::vector<SpeakerPlace>& places) {
  if (document.tokens().empty()) return std::vector<WhenSaid>(quotes.size());
  return Resolver(document, published, quotes, places).Run();
}

}  // namespace onrecord::stance

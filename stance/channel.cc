#include "stance/channel.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "text/known_words.h"

namespace onrecord::stance {
namespace {

using text::Document;
using text::Span;

// A private phrase of at least this weight covers what follows it in its
// paragraph.
constexpr double kStrong = 0.8;

// Before a phrase: it is what was talked of, not how.
constexpr text::WordSet kTalkedOf = {
    "about", "against", "dismissed", "denied", "disputed",
    "of",    "on",      "over",      "read",   "reject",
};

// A phrase of the table in the reporter's own words.
struct Hit {
  text::TokenRange tokens;
  Span span;
  int32_t sentence = 0, paragraph = 0;
  bool is_private = false;
  double weight = 0;
};

bool IsTalkedOf(const Document& document, int32_t first) {
  for (int32_t i = first - 1; i >= 0 && i >= first - 2; --i) {
    if (kTalkedOf.Has(document.token(i).word)) return true;
    if (!document.token(i).Has(text::kDeterminer)) return false;
  }
  return false;
}

// What stands in quotation marks; reported speech may hold the reporter's words
// about another quotation.
std::vector<Span> MarkedContents(const std::vector<SaidQuote>& quotes) {
  std::vector<Span> contents;
  for (const SaidQuote& quote : quotes) {
    if (!quote.marked) continue;
    contents.insert(contents.end(), quote.content.begin(), quote.content.end());
  }
  std::sort(contents.begin(), contents.end());
  return contents;
}

// True if one of the sorted spans overlaps.
bool Overlaps(const std::vector<Span>& sorted, Span span) {
  auto at = std::upper_bound(sorted.begin(), sorted.end(), span);
  if (at != sorted.end() && at->Overlaps(span)) return true;
  return at != sorted.begin() && std::prev(at)->Overlaps(span);
}

std::vector<Hit> FindHits(const Document& document,
                          const std::vector<Span>& contents,
                          const PhraseTable& phrases,
                          const std::vector<PhraseHit>& all) {
  std::vector<Hit> hits;
  for (const PhraseHit& found : all) {
    Hit hit;
    hit.tokens = found.tokens;
    hit.span = document.SpanOf(found.tokens);
    if (Overlaps(contents, hit.span)) continue;
    const PhraseTable::Row& row = phrases.row(found.row);
    hit.is_private = row.kind == "private";
    if (hit.is_private && IsTalkedOf(document, found.tokens.begin)) continue;
    if (!absl::SimpleAtod(row.value, &hit.weight)) continue;
    hit.sentence = document.SentenceOf(found.tokens.begin);
    hit.paragraph = document.ParagraphOf(found.tokens.begin);
    hits.push_back(hit);
  }
  return hits;
}

// The first phrase in or behind a sentence.
std::vector<Hit>::const_iterator FirstHit(const std::vector<Hit>& hits,
                                          int32_t sentence) {
  return std::lower_bound(
      hits.begin(), hits.end(), sentence,
      [](const Hit& hit, int32_t s) { return hit.sentence < s; });
}

// The heaviest phrase of a kind in a sentence outside of a quotation's own
// words; nullptr if there is none.
const Hit* Heaviest(const std::vector<Hit>& hits, int32_t sentence,
                    const SaidQuote& quote, bool is_private) {
  const Hit* best = nullptr;
  for (auto at = FirstHit(hits, sentence);
       at != hits.end() && at->sentence == sentence; ++at) {
    if (at->is_private != is_private) continue;
    if (std::any_of(quote.content.begin(), quote.content.end(),
                    [&](Span span) { return span.Overlaps(at->span); })) {
      continue;
    }
    if (best == nullptr || at->weight > best->weight) best = &*at;
  }
  return best;
}

class ChannelResolver {
 public:
  ChannelResolver(const Document& document,
                  const std::vector<SaidQuote>& quotes,
                  const PhraseTable& phrases,
                  const std::vector<PhraseHit>& hits)
      : document_(document),
        hits_(FindHits(document, MarkedContents(quotes), phrases, hits)) {}

  SpokenChannel Resolve(const SaidQuote& quote) const {
    const Span at = quote.cue.empty() ? quote.content.front() : quote.cue;
    const int32_t own = SentenceAt(at);
    const Hit* open = Heaviest(hits_, own, quote, false);
    const Hit* closed = Heaviest(hits_, own, quote, true);
    const int32_t first = SentenceAt(quote.content.front());
    if (closed == nullptr && first != own) {
      closed = Heaviest(hits_, first, quote, true);
    }
    if (closed != nullptr &&
        (open == nullptr || open->weight < closed->weight)) {
      return {Channel::kPrivate, closed->span};
    }
    if (open != nullptr) return {Channel::kPublic, open->span};
    return FromParagraph(quote, std::min(own, first));
  }

 private:
  int32_t SentenceAt(Span span) const {
    const int32_t token =
        std::min<int32_t>(document_.TokenAt(span.begin),
                          static_cast<int32_t>(document_.tokens().size()) - 1);
    return document_.SentenceOf(token);
  }

  // From the phrases before a sentence in its paragraph, sentence by sentence
  // back.
  SpokenChannel FromParagraph(const SaidQuote& quote, int32_t sentence) const {
    const int32_t paragraph = document_.sentences()[sentence].paragraph;
    for (auto at = FirstHit(hits_, sentence);
         at != hits_.begin() && std::prev(at)->paragraph == paragraph;
         at = FirstHit(hits_, sentence)) {
      sentence = std::prev(at)->sentence;
      if (Heaviest(hits_, sentence, quote, false) != nullptr) break;
      const Hit* closed = Heaviest(hits_, sentence, quote, true);
      if (closed != nullptr && closed->weight >= kStrong) {
        return {Channel::kPrivate, closed->span};
      }
    }
    return {};
  }

  const Document& document_;
  const std::vector<Hit> hits_;  // In text order.
};

}  // namespace

absl::StatusOr<PhraseTable> ReadChannelPhrases(absl::string_view file_name,
                                               absl::string_view tsv,
                                               const text::Lexicon& lexicon) {
  absl::StatusOr<PhraseTable> table =
      PhraseTable::FromTsv(file_name, tsv, {"private", "public"}, lexicon);
  if (!table.ok()) return table;
  for (size_t i = 0; i < table->size(); ++i) {
    const PhraseTable::Row& row = table->row(static_cast<int32_t>(i));
    double weight = 0;
    if (!absl::SimpleAtod(row.value, &weight) || weight <= 0 || weight > 1) {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ": ", row.phrase,
                       ": want a weight in (0, 1], got ", row.value));
    }
  }
  return table;
}

std::vector<SpokenChannel> ResolveChannels(const Document& document,
                                           const std::vector<SaidQuote>& quotes,
                                           const PhraseTable& phrases,
                                           const std::vector<PhraseHit>& hits) {
  std::vector<SpokenChannel> out(quotes.size());
  if (document.tokens().empty()) return out;
  const ChannelResolver resolver(document, quotes, phrases, hits);
  for (size_t i = 0; i < quotes.size(); ++i)
    out[i] = resolver.Resolve(quotes[i]);
  return out;
}

}  // namespace onrecord::stance

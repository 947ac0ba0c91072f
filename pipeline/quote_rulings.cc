#include "pipeline/quote_rulings.h"

#include <algorithm>
#include <set>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "pipeline/built_in_targets.h"

namespace onrecord::pipeline {
namespace {

// Letters and digits alone: marks and blanks of a copied quotation vary.
std::string Letters(absl::string_view text) {
  std::string letters;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (absl::StartsWith(text.substr(i), "\xE2\x80")) {
      i += 2;  // General punctuation, three bytes each.
    } else if (absl::ascii_isalnum(byte) || byte >= 0x80) {
      letters.push_back(absl::ascii_tolower(byte));
    }
  }
  return letters;
}

bool StartsWithWords(const RecordedQuote& quote, const std::string& letters) {
  return absl::StartsWith(Letters(quote.text), letters);
}

absl::Status Unknown(const std::string& where, const std::string& id,
                     absl::string_view found) {
  return absl::DataLossError(absl::StrCat(
      where, ": want a quotation of the articles, got \"", id, "\", ", found));
}

stance::Stance RuledStance(const RecordedQuote& quote,
                           const LabelRuling& ruling) {
  stance::Stance stance;
  stance.target = ruling.target;
  stance.label = ruling.label;
  stance.score = ruling.label == stance::StanceLabel::kFavor     ? 1
                 : ruling.label == stance::StanceLabel::kAgainst ? -1
                                                                 : 0;
  stance.confidence = 1;
  stance.human = true;
  if (ruling.label != stance::StanceLabel::kNone) {
    for (const text::Span& span : quote.quote.content) {
      stance.evidence.push_back({span, "human:label", stance.score});
    }
  }
  return stance;
}

std::set<std::string> TargetsOf(const std::vector<HistoryTarget>& asked,
                                const Corpus& corpus) {
  std::set<std::string> targets;
  for (const HistoryTarget& target : asked) targets.insert(target.name);
  for (const ArticleRecord& record : corpus.records) {
    for (const RecordedQuote& quote : record.quotes) {
      for (const stance::Stance& s : quote.stances) targets.insert(s.target);
    }
  }
  return targets;
}

// True if the history has the ruling's target. A built-in one that nobody asks
// for now leaves the ruling out, with a warning.
absl::StatusOr<bool> HasTarget(const LabelRuling& ruling,
                               const std::set<std::string>& targets,
                               Corpus* corpus) {
  if (targets.count(ruling.target) > 0) return true;
  if (BuiltInTargetFile(ruling.target).empty()) {
    return absl::DataLossError(absl::StrCat(
        ruling.where, ": want a target that is asked for or in the records (",
        absl::StrJoin(targets, ", "), "), got \"", ruling.target, "\""));
  }
  corpus->warnings.push_back(absl::StrCat(
      ruling.where, ": left out: nobody asks for ", ruling.target));
  return false;
}

absl::Status RuleLabels(const Corrections& corrections,
                        const std::vector<HistoryTarget>& asked,
                        Corpus* corpus) {
  if (corrections.labels.empty()) return absl::OkStatus();
  const std::set<std::string> targets = TargetsOf(asked, *corpus);
  for (const LabelRuling& ruling : corrections.labels) {
    const auto known = HasTarget(ruling, targets, corpus);
    if (!known.ok()) return known.status();
    if (!*known) continue;
    const auto place = FindQuote(ruling.quote, ruling.where, corpus);
    if (!place.ok()) return place.status();
    if (!place->found()) continue;
    RecordedQuote& quote = corpus->records[place->record].quotes[place->quote];
    const auto asked = std::find_if(
        quote.stances.begin(), quote.stances.end(),
        [&](const stance::Stance& s) { return s.target == ruling.target; });
    if (asked == quote.stances.end()) {
      quote.stances.push_back(RuledStance(quote, ruling));
    } else {
      *asked = RuledStance(quote, ruling);
    }
  }
  return absl::OkStatus();
}

// The record's speaker of this name, made if there is none.
int32_t SpeakerNamed(const std::string& name, ArticleRecord* record) {
  auto& speakers = record->speakers;
  const auto found = std::find_if(
      speakers.begin(), speakers.end(),
      [&](const quotes::ArticleSpeaker& s) { return s.name == name; });
  if (found != speakers.end()) {
    return static_cast<int32_t>(found - speakers.begin());
  }
  quotes::ArticleSpeaker added;
  added.name = name;
  added.aliases = {name};
  speakers.push_back(std::move(added));
  return static_cast<int32_t>(speakers.size()) - 1;
}

}  // namespace

absl::StatusOr<QuotePlace> FindQuote(const QuoteRef& ref,
                                     const std::string& where, Corpus* corpus) {
  const size_t mark = ref.id.rfind('#');
  const std::string article = ref.id.substr(0, mark);
  const auto record = corpus->record_of.find(article);
  if (record == corpus->record_of.end()) {
    return Unknown(where, ref.id, "whose article is not among them");
  }
  const auto& quotes = corpus->records[record->second].quotes;
  const auto at = static_cast<int64_t>(record->second);
  size_t number = 0;
  const bool numbered = absl::SimpleAtoi(ref.id.substr(mark + 1), &number) &&
                        number >= 1 && number <= quotes.size();
  if (ref.words.empty()) {
    if (numbered) return QuotePlace{at, static_cast<int64_t>(number) - 1};
    return Unknown(where, ref.id,
                   absl::StrCat("of an article with ", quotes.size()));
  }
  const std::string letters = Letters(ref.words);
  if (numbered && StartsWithWords(quotes[number - 1], letters)) {
    return QuotePlace{at, static_cast<int64_t>(number) - 1};
  }
  for (size_t i = 0; i < quotes.size(); ++i) {
    if (StartsWithWords(quotes[i], letters)) {
      return QuotePlace{at, static_cast<int64_t>(i)};
    }
  }
  corpus->warnings.push_back(
      absl::StrCat(where, ": no longer applies: ", article,
                   " has no quotation \"", ref.words, "\""));
  return QuotePlace{};
}

absl::StatusOr<std::vector<GivenQuote>> RuleQuotes(
    const Corrections& corrections, const std::vector<HistoryTarget>& asked,
    Corpus* corpus) {
  absl::Status status = RuleLabels(corrections, asked, corpus);
  if (!status.ok()) return status;
  std::vector<GivenQuote> given;
  for (const QuoteRuling& ruling : corrections.says) {
    const auto place = FindQuote(ruling.quote, ruling.where, corpus);
    if (!place.ok()) return place.status();
    if (!place->found()) continue;
    ArticleRecord& record = corpus->records[place->record];
    RecordedQuote& quote = record.quotes[place->quote];
    quote.human_speaker = true;
    if (!ruling.name.empty()) {
      quote.speaker = SpeakerNamed(ruling.name, &record);
    } else if (ruling.speaker.empty()) {
      quote.speaker = -1;
    } else {
      quote.speaker = static_cast<int32_t>(record.speakers.size());
      record.speakers.emplace_back();
      given.push_back(
          {&ruling, static_cast<size_t>(place->record), quote.speaker});
    }
  }
  return given;
}

}  // namespace onrecord::pipeline

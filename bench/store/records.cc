#include "bench/store/records.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "text/dates.h"

namespace onrecord::bench {
namespace {

using pipeline::ArticleRecord;

// Words of two syllables that hardly any other number gives in this order.
std::string Sentence(uint64_t number) {
  static constexpr const char* kSyllables[] = {
      "ba", "cor", "de", "fin", "ga",  "hol", "im",  "ja", "kel", "lo",
      "mi", "nor", "o",  "pas", "qua", "ri",  "sen", "ta", "ul",  "ver"};
  const auto syllable = [&number] {
    number = number * 6364136223846793005u + 1442695040888963407u;
    return kSyllables[(number >> 33) % std::size(kSyllables)];
  };
  std::string out = "We say";
  for (int i = 0; i < 14; ++i) {
    absl::StrAppend(&out, " ", syllable());
    absl::StrAppend(&out, syllable());
  }
  return out;
}

pipeline::RecordedQuote QuoteOf(const ArticleRecord& record, uint64_t number) {
  pipeline::RecordedQuote quote;
  quote.speaker = static_cast<int32_t>(record.speakers.size()) - 1;
  quote.id = absl::StrCat(record.article.id, "#", quote.speaker + 1);
  quote.text = Sentence(number);
  quote.context = absl::StrCat("“", quote.text, ",” said somebody.");
  quote.quote.content = {{0, static_cast<int32_t>(quote.text.size())}};
  quote.said = *text::ParsePartialDate(record.article.published);
  quote.rule = "cue_then_name";
  quote.attribution.confidence = 0.9;
  stance::Stance stance;
  stance.target = "troop_withdrawal";
  stance.label = number % 3 == 0 ? stance::StanceLabel::kAgainst
                                 : stance::StanceLabel::kFavor;
  stance.score = number % 3 == 0 ? -0.8 : 0.8;
  stance.confidence = 0.9;
  quote.stances.push_back(stance);
  return quote;
}

}  // namespace

StressSet InventStatements(int observations) {
  StressOptions options;
  options.mentions = observations;
  options.people = std::max(observations / 100, 10);
  return InventPeople(options);
}

ArticleRecord RecordAt(const StressSet& set, size_t* next) {
  ArticleRecord record;
  const quotes::SpeakerInput& first = set.inputs[*next];
  record.article.id = first.article_id;
  record.article.published = first.published;
  record.article.outlet = absl::StrCat("Outlet ", *next % 97);
  record.article.content_sha256 = absl::StrCat("content of ", first.article_id);
  record.config_sha256 = "bench";
  while (*next < set.inputs.size() &&
         set.inputs[*next].article_id == record.article.id) {
    const quotes::SpeakerInput& input = set.inputs[*next];
    quotes::ArticleSpeaker speaker;
    speaker.name = input.name;
    speaker.kind = input.kind;
    speaker.gender = input.gender;
    speaker.aliases = input.aliases;
    record.speakers.push_back(std::move(speaker));
    record.quotes.push_back(QuoteOf(record, *next));
    ++*next;
  }
  return record;
}

}  // namespace onrecord::bench

#include "cli/check_target_text.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "cli/analyze_inputs.h"
#include "cli/labels.h"
#include "pipeline/config.h"
#include "stance/check_target.h"
#include "text/document.h"

namespace onrecord::cli {
namespace {

constexpr int32_t kContextBytes = 40;  // On either side of a word.

// One word of the target in the inputs.
struct Match {
  int count = 0;
  int sign = 0;
  std::string first;  // "FILE:LINE: … words …"
};

struct Matches {
  std::map<std::string, Match> words;  // By rule name.
  int articles = 0, quotations = 0;
  std::map<stance::StanceLabel, int> labels;
};

std::string Context(const text::Document& document, text::Span span) {
  const absl::string_view text = document.text();
  const auto edge = [text](int32_t at) {
    at = std::clamp<int32_t>(at, 0, static_cast<int32_t>(text.size()));
    while (at > 0 && at < static_cast<int32_t>(text.size()) &&
           (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) {
      --at;
    }
    return at;
  };
  const text::Span around{edge(span.begin - kContextBytes),
                          edge(span.end + kContextBytes)};
  return absl::StrReplaceAll(text::Slice(text, around), {{"\n", " "}});
}

void AddWords(const ingest::Article& article, const pipeline::Config& config,
              Matches* matches) {
  const text::Document document(article.text, config.lexicon());
  const stance::Reading reading = config.scorers().front().Read(
      document, {{0, static_cast<int32_t>(article.text.size())}});
  for (const stance::Item& item : reading.items) {
    if (!item.signal->of_target) continue;
    Match& match = matches->words[item.signal->name];
    match.sign = item.signal->sign;
    if (match.count++ > 0) continue;
    match.first =
        absl::StrCat(article.source, ": … ",
                     Context(document, reading.SpanOf(item.at)), " …");
  }
}

absl::StatusOr<Matches> FindMatches(const AnalysisFlags& flags,
                                    const pipeline::Config& config) {
  InputStreamOptions options;
  options.reader = ReaderOptionsOf(flags);
  absl::StatusOr<std::unique_ptr<InputStream>> stream =
      InputStream::Open(flags.inputs, options, config.lexicon());
  if (!stream.ok()) return stream.status();
  Matches matches;
  InputItem item;
  while (true) {
    absl::StatusOr<bool> more = (*stream)->Next(&item);
    if (!more.ok()) return more.status();
    if (!*more) return matches;
    if (!item.message.empty()) PrintMessages({item.message});
    if (item.kind != InputItem::Kind::kArticle) continue;
    ++matches.articles;
    AddWords(item.article, config, &matches);
    const pipeline::ArticleRecord record = RecordOf(std::move(item), config);
    for (const pipeline::RecordedQuote& quote : record.quotes) {
      if (quote.quote.kind == quotes::QuoteKind::kScare) continue;
      ++matches.quotations;
      for (const stance::Stance& s : quote.stances) ++matches.labels[s.label];
    }
  }
}

std::string MatchesText(const Matches& matches) {
  using stance::StanceLabel;
  const auto count = [&](StanceLabel label) {
    const auto found = matches.labels.find(label);
    return found == matches.labels.end() ? 0 : found->second;
  };
  std::string out = absl::StrCat(CountText(matches.articles, "article"), ", ",
                                 CountText(matches.quotations, "quotation"),
                                 ": ", count(StanceLabel::kFavor), " FAVOR, ",
                                 count(StanceLabel::kAgainst), " AGAINST, ",
                                 count(StanceLabel::kMixed), " MIXED, ",
                                 count(StanceLabel::kNone), " NONE\n");
  std::vector<std::pair<std::string, Match>> words(matches.words.begin(),
                                                   matches.words.end());
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) {
                     return a.second.count > b.second.count;
                   });
  for (const auto& [name, match] : words) {
    absl::StrAppendFormat(&out, "%6d %s %s\n         %s\n", match.count,
                          match.sign > 0   ? "+"
                          : match.sign < 0 ? "-"
                                           : " ",
                          name, match.first);
  }
  return out;
}

}  // namespace

absl::StatusOr<std::string> CheckTargetText(const AnalysisFlags& flags) {
  auto config = LoadConfig(flags);
  if (!config.ok()) return config.status();
  const stance::Target& target = (*config)->targets().front();
  std::string out = absl::StrCat(target.name, ": ", target.question, "\n");
  const std::vector<std::string> faults = stance::FindFaults(target);
  for (const std::string& fault : faults) {
    absl::StrAppend(&out, flags.targets.front(), ": ", fault, "\n");
  }
  if (faults.empty()) {
    absl::StrAppend(&out, flags.targets.front(), ": nothing looks wrong\n");
  }
  if (flags.inputs.empty()) return out;
  const absl::StatusOr<Matches> matches = FindMatches(flags, **config);
  if (!matches.ok()) return matches.status();
  absl::StrAppend(&out, MatchesText(*matches));
  return out;
}

}  // namespace onrecord::cli

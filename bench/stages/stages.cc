// How fast each stage goes through articles, in bytes of their text a second.
//
//   bench/stages/run.sh [--benchmark_filter=Stance] ...
//
// The articles of a JSONL file are read into memory; what a stage needs of the
// stages before it is made beforehand, so that each is timed alone.

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "benchmark/benchmark.h"
#include "ingest/reader.h"
#include "pipeline/annotate.h"
#include "pipeline/config.h"
#include "pipeline/record_proto.h"
#include "quotes/analyze.h"
#include "quotes/attributor.h"
#include "quotes/coreference.h"
#include "quotes/cue_finder.h"
#include "quotes/mention_finder.h"
#include "quotes/quote_finder.h"
#include "quotes/reporter_view.h"
#include "stance/scorer.h"
#include "text/dates.h"
#include "text/document.h"
#include "text/normalize.h"
#include "text/tokenizer.h"

namespace onrecord::bench {
namespace {

// One article as each stage leaves it.
struct Staged {
  explicit Staged(const ingest::Article& read, const pipeline::Config& config)
      : article(read),
        document(read.text, config.lexicon()),
        view(quotes::MakeReporterView(document)),
        analysis(quotes::AnalyzeQuotes(document, config.attribution_model())),
        speaks(view.mentions.size(), false),
        record(pipeline::Annotate(read, config)) {
    for (size_t i = 0; i < analysis.quotes.size(); ++i) {
      const quotes::Attribution& a = analysis.attributions[i];
      stance::Utterance said;
      said.content = analysis.quotes[i].content;
      said.kind = analysis.quotes[i].kind;
      said.cue = a.cue;
      if (a.mention >= 0) {
        said.mention = analysis.mentions[a.mention].span;
        speaks[a.mention] = true;
      }
      utterances.push_back(std::move(said));
    }
  }

  ingest::Article article;
  text::Document document;
  quotes::ReporterView view;
  quotes::QuoteAnalysis analysis;
  std::vector<bool> speaks;  // Per mention: somebody's words are tied to it.
  std::vector<stance::Utterance> utterances;
  pipeline::ArticleRecord record;
};

struct Corpus {
  std::string path;
  std::unique_ptr<const pipeline::Config> config;
  std::vector<std::unique_ptr<const Staged>> articles;
  int64_t bytes = 0;  // Of text.
};

Corpus& TheCorpus() {
  static auto* const corpus = new Corpus;
  return *corpus;
}

// Calls `take` for every article of the file; false if it cannot be read.
template <typename Take>
bool ReadArticles(const Corpus& corpus, const Take& take) {
  auto reader = ingest::Reader::Open({corpus.path}, corpus.config->lexicon());
  if (!reader.ok()) return false;
  ingest::ReadItem item;
  while (true) {
    const absl::StatusOr<bool> more = (*reader)->Next(&item);
    if (!more.ok()) return false;
    if (!*more) return true;
    if (item.kind == ingest::ReadItem::Kind::kArticle) take(item.article);
  }
}

bool Load(const std::string& path) {
  Corpus& corpus = TheCorpus();
  corpus.path = path;
  pipeline::ConfigOptions options;
  options.targets = {"troop_withdrawal"};
  auto config = pipeline::Config::Load(options);
  if (!config.ok()) return false;
  corpus.config = *std::move(config);
  const bool good = ReadArticles(corpus, [&](const ingest::Article& article) {
    corpus.articles.push_back(
        std::make_unique<const Staged>(article, *corpus.config));
    corpus.bytes += static_cast<int64_t>(article.text.size());
  });
  return good && corpus.bytes > 0;
}

// Runs `stage` over all articles, again and again.
template <typename Stage>
void Measure(benchmark::State& state, const Stage& stage) {
  const Corpus& corpus = TheCorpus();
  for (auto unused : state) {
    for (const auto& article : corpus.articles) {
      benchmark::DoNotOptimize(stage(*article, *corpus.config));
    }
  }
  state.SetBytesProcessed(corpus.bytes * state.iterations());
}

// JSON, id, hash and date as well; from the page cache.
void Decode(benchmark::State& state) {
  size_t articles = 0;
  for (auto unused : state) {
    ReadArticles(TheCorpus(), [&](const ingest::Article&) { ++articles; });
  }
  benchmark::DoNotOptimize(articles);
  state.SetBytesProcessed(TheCorpus().bytes * state.iterations());
}

auto Normalize(const Staged& s, const pipeline::Config&) {
  return text::Normalize(s.article.text);
}
auto Tokenise(const Staged& s, const pipeline::Config& config) {
  return text::Tokenize(s.article.text, config.lexicon());
}
auto LayOut(const Staged& s, const pipeline::Config& config) {
  return text::Document(s.article.text, config.lexicon()).tokens().size();
}
auto FindQuotes(const Staged& s, const pipeline::Config&) {
  return quotes::FindQuotedStretches(s.document);
}
auto FindMentions(const Staged& s, const pipeline::Config&) {
  return quotes::FindMentions(s.document, s.view.stretches);
}
auto FindCues(const Staged& s, const pipeline::Config&) {
  return quotes::FindCues(s.document, s.view.stretches, s.view.mentions);
}
auto ReporterView(const Staged& s, const pipeline::Config&) {
  return quotes::MakeReporterView(s.document).sentences.size();
}
auto Attribute(const Staged& s, const pipeline::Config& config) {
  return quotes::AttributeStretches(s.document, s.view,
                                    config.attribution_model());
}
auto Resolve(const Staged& s, const pipeline::Config&) {
  return quotes::ResolveCoreference(s.document, s.view.mentions, s.speaks)
      .speakers.size();
}
auto AllOfQuotes(const Staged& s, const pipeline::Config& config) {
  return quotes::AnalyzeQuotes(s.document, config.attribution_model())
      .quotes.size();
}
auto FindDates(const Staged& s, const pipeline::Config&) {
  return text::FindDates(s.document).size();
}
auto Stance(const Staged& s, const pipeline::Config& config) {
  int labels = 0;
  for (const stance::StanceScorer& scorer : config.scorers()) {
    const auto places = scorer.FindPlaces(s.document);
    for (const stance::Utterance& said : s.utterances) {
      labels += scorer.Judge(s.document, places, said).stance.label !=
                stance::StanceLabel::kNone;
    }
  }
  return labels;
}
auto Annotate(const Staged& s, const pipeline::Config& config) {
  return pipeline::Annotate(s.article, config).quotes.size();
}
auto Record(const Staged& s, const pipeline::Config&) {
  return pipeline::ToProto(s.record).SerializeAsString();
}

BENCHMARK(Decode);
BENCHMARK_CAPTURE(Measure, Normalize, Normalize);
BENCHMARK_CAPTURE(Measure, Tokenise, Tokenise);
BENCHMARK_CAPTURE(Measure, LayOut, LayOut);
BENCHMARK_CAPTURE(Measure, FindQuotes, FindQuotes);
BENCHMARK_CAPTURE(Measure, FindMentions, FindMentions);
BENCHMARK_CAPTURE(Measure, FindCues, FindCues);
BENCHMARK_CAPTURE(Measure, ReporterView, ReporterView);
BENCHMARK_CAPTURE(Measure, Attribute, Attribute);
BENCHMARK_CAPTURE(Measure, Resolve, Resolve);
BENCHMARK_CAPTURE(Measure, AllOfQuotes, AllOfQuotes);
BENCHMARK_CAPTURE(Measure, FindDates, FindDates);
BENCHMARK_CAPTURE(Measure, Stance, Stance);
BENCHMARK_CAPTURE(Measure, Annotate, Annotate);
BENCHMARK_CAPTURE(Measure, Record, Record);

}  // namespace
}  // namespace onrecord::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2 || !onrecord::bench::Load(argv[1])) {
    std::fprintf(stderr, "stages: want a file of article lines\n");
    return 64;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

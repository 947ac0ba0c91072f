// How fast text becomes tokens, documents and dates, in bytes a second.
//
//   bazel run -c opt //bench/text:text_benchmark -- [--benchmark_...] FILE...
//
// Each FILE is one article of plain text. Real articles, not one article many
// times over: repetition flatters caches and branch predictors.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "benchmark/benchmark.h"
#include "data/load_lexicon.h"
#include "text/dates.h"
#include "text/document.h"
#include "text/lexicon.h"
#include "text/normalize.h"
#include "text/tokenizer.h"

namespace {

std::vector<std::string>& Articles() {
  static auto* const articles = new std::vector<std::string>();
  return *articles;
}

const onrecord::text::Lexicon& TheLexicon() {
  static const auto* const lexicon = [] {
    onrecord::text::Lexicon::Builder builder;
    const absl::Status status = onrecord::data::AddEmbeddedWords(&builder);
    if (!status.ok()) {
      std::fprintf(stderr, "%s\n", std::string(status.message()).c_str());
    }
    return builder.Build().release();
  }();
  return *lexicon;
}

void CountBytes(benchmark::State& state) {
  size_t bytes = 0;
  for (const std::string& article : Articles()) bytes += article.size();
  state.SetBytesProcessed(static_cast<int64_t>(bytes) * state.iterations());
}

void Normalize(benchmark::State& state) {
  for (auto unused : state) {
    for (const std::string& article : Articles()) {
      benchmark::DoNotOptimize(onrecord::text::Normalize(article));
    }
  }
  CountBytes(state);
}

void Tokenize(benchmark::State& state) {
  for (auto unused : state) {
    for (const std::string& article : Articles()) {
      benchmark::DoNotOptimize(onrecord::text::Tokenize(article, TheLexicon()));
    }
  }
  CountBytes(state);
}

void MakeDocument(benchmark::State& state) {
  for (auto unused : state) {
    for (const std::string& article : Articles()) {
      const onrecord::text::Document document(article, TheLexicon());
      benchmark::DoNotOptimize(document.tokens().data());
    }
  }
  CountBytes(state);
}

void MakeDocumentAndFindDates(benchmark::State& state) {
  for (auto unused : state) {
    for (const std::string& article : Articles()) {
      const onrecord::text::Document document(article, TheLexicon());
      benchmark::DoNotOptimize(onrecord::text::FindDates(document));
    }
  }
  CountBytes(state);
}

BENCHMARK(Normalize);
BENCHMARK(Tokenize);
BENCHMARK(MakeDocument);
BENCHMARK(MakeDocumentAndFindDates);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    Articles().emplace_back(std::istreambuf_iterator<char>(file),
                            std::istreambuf_iterator<char>());
  }
  if (Articles().empty()) {
    std::fprintf(stderr, "text_benchmark: wanted files to read, found none\n");
    return 64;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

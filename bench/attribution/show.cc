// Prints how attribution sees a text: reporter's sentences with their mentions
// and cues, quoted stretches, and the best candidates of each.
//
//   show [--quotes] < article.txt
#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "data/embedded.h"
#include "data/load_lexicon.h"
#include "quotes/analyze.h"
#include "quotes/attribution_candidates.h"
#include "quotes/attribution_model.h"
#include "quotes/reporter_view.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord::bench {
namespace {

using quotes::Candidate;

constexpr size_t kShown = 6;

void ShowSentences(const text::Document& doc, const quotes::ReporterView& v) {
  for (const quotes::ReporterSentence& s : v.sentences) {
    std::cout << (s.after_quotation ? "S+ " : "S  ") << doc.Text(s.tokens)
              << "\n";
    for (int32_t m = s.mentions.begin; m < s.mentions.end; ++m) {
      std::cout << "   mention " << m << " kind "
                << static_cast<int>(v.mentions[m].kind) << " ["
                << doc.Text(v.mentions[m].span) << "] head "
                << doc.Text(v.mentions[m].head) << "\n";
    }
    for (int32_t c = s.cues.begin; c < s.cues.end; ++c) {
      std::cout << "   cue " << c << " class "
                << static_cast<int>(v.cues[c].cue_class) << " form "
                << static_cast<int>(v.cues[c].form) << " ["
                << doc.Text(v.cues[c].tokens) << "]\n";
    }
  }
}

void ShowStretches(const text::Document& doc, const quotes::ReporterView& v,
                   const quotes::AttributionModel& model) {
  const quotes::CandidateContext context(doc, v);
  std::vector<quotes::Decision> decisions;
  std::vector<Candidate> list;
  for (size_t s = 0; s < v.stretches.size(); ++s) {
    quotes::ListCandidates(context, static_cast<int32_t>(s), decisions, &list);
    std::stable_sort(list.begin(), list.end(),
                     [&](const Candidate& a, const Candidate& b) {
                       return model.Score(a) > model.Score(b);
                     });
    std::cout << "Q  " << doc.Text(v.stretches[s].outer) << "\n";
    for (size_t k = 0; k < std::min(kShown, list.size()); ++k) {
      const Candidate& c = list[k];
      std::cout << "   " << model.Score(c) << " " << RuleName(c.rule()) << " ["
                << (c.mention < 0 ? absl::string_view("nobody")
                                  : doc.Text(v.mentions[c.mention].span))
                << "] cue ["
                << (c.cue < 0 ? absl::string_view()
                              : doc.Text(v.cues[c.cue].tokens))
                << "]\n";
    }
    decisions.push_back(quotes::Decision{list[0].mention, list[0].cue});
  }
}

constexpr absl::string_view kKinds[] = {"DIRECT", "MIXED", "INDIRECT", "SCARE"};

void ShowQuotes(const text::Document& doc,
                const quotes::AttributionModel& model) {
  const quotes::QuoteAnalysis a = quotes::AnalyzeQuotes(doc, model);
  for (size_t q = 0; q < a.quotes.size(); ++q) {
    const int32_t speaker = a.speaker_of_quote[q];
    std::cout << kKinds[static_cast<int>(a.quotes[q].kind)] << " "
              << a.attributions[q].rule << " ["
              << (a.attributions[q].mention < 0
                      ? absl::string_view("nobody")
                      : doc.Text(a.mentions[a.attributions[q].mention].span))
              << "] = "
              << (speaker < 0 ? std::string("-") : a.speakers[speaker].name);
    for (text::Span span : a.quotes[q].content) {
      std::cout << " {" << doc.Text(span) << "}";
    }
    std::cout << "\n";
  }
  std::vector<std::vector<absl::string_view>> mentions_of(a.speakers.size());
  for (size_t m = 0; m < a.mentions.size(); ++m) {
    const int32_t speaker = a.speaker_of_mention[m];
    if (speaker < 0) continue;
    mentions_of[speaker].push_back(doc.Text(a.mentions[m].span));
  }
  for (size_t s = 0; s < mentions_of.size(); ++s) {
    if (mentions_of[s].size() < 2) continue;
    std::cout << "speaker " << a.speakers[s].name << ":";
    for (absl::string_view mention : mentions_of[s]) {
      std::cout << " | " << mention;
    }
    std::cout << "\n";
  }
}

int Main(bool quotes_only) {
  text::Lexicon::Builder builder;
  const absl::Status status = data::AddEmbeddedWords(&builder);
  const auto model = quotes::AttributionModel::Parse(
      "attribution_weights.tsv",
      data::EmbeddedContents("attribution_weights.tsv"));
  if (!status.ok() || !model.ok()) {
    std::cerr << status.message() << model.status().message() << "\n";
    return 70;
  }
  const std::unique_ptr<const text::Lexicon> lexicon = builder.Build();
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  const text::Document doc(text, *lexicon);
  const quotes::ReporterView view = quotes::MakeReporterView(doc);
  if (!quotes_only) {
    ShowSentences(doc, view);
    ShowStretches(doc, view, *model);
  }
  ShowQuotes(doc, *model);
  return 0;
}

}  // namespace
}  // namespace onrecord::bench

int main(int argc, char** argv) {
  return onrecord::bench::Main(argc > 1 &&
                               absl::string_view(argv[1]) == "--quotes");
}

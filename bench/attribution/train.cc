// Learns data/attribution_weights.tsv from a corpus of attributed quotations.
//
//   train ARTICLES.jsonl [--fold=K/N] > attribution_weights.tsv
//
// ARTICLES.jsonl: lines of {"id","text","quotes":[{"start","end",
// "speaker_start","speaker_end","speaker_text"}]}, offsets in code points (see
// docs/evaluation.md). With --fold=K/N the articles whose id hashes to K of N
// are left out and scored as unseen ones; the errors go to standard output.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "data/load_lexicon.h"
#include "quotes/attribution_candidates.h"
#include "quotes/attribution_model.h"
#include "quotes/attributor.h"
#include "quotes/reporter_view.h"
#include "simdjson.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord::bench {
namespace {

using quotes::AttributionModel;
using quotes::Candidate;
using quotes::Decision;
using quotes::ReporterView;
using text::Document;
using text::Span;

// Smaller weights are not worth a line of the table. A higher bound costs
// accuracy: at 0.1 the nobody rule loses two points.
constexpr float kLeastWeight = 0.02f;

struct GoldQuote {
  Span span;
  Span speaker;  // Empty: nobody is named.
  bool direct = false;
};

// An article ready for training.
struct Example {
  std::unique_ptr<Document> document;
  ReporterView view;
  std::vector<GoldQuote> gold;
  std::vector<int32_t> gold_of_stretch;  // -1: nobody's words.
};

// Byte offset of every code point, and the end.
std::vector<int32_t> CodePointOffsets(absl::string_view text) {
  std::vector<int32_t> offsets;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xC0) != 0x80) offsets.push_back(static_cast<int32_t>(i));
  }
  offsets.push_back(static_cast<int32_t>(text.size()));
  return offsets;
}

uint64_t Hash(absl::string_view s) {
  uint64_t h = 1469598103934665603u;
  for (char c : s) h = (h ^ static_cast<uint8_t>(c)) * 1099511628211u;
  return h ^ (h >> 29);
}

// The head of a speaker phrase ends before its first comma or postmodifier.
Span HeadPart(absl::string_view text, Span span) {
  static constexpr absl::string_view kEnds[] = {
      ",", " who ", " which ", " of ", " in ", " at ", " with ", " for ", "("};
  const absl::string_view s = text::Slice(text, span);
  size_t end = s.size();
  for (absl::string_view e : kEnds) end = std::min(end, s.find(e));
  return Span{span.begin, span.begin + static_cast<int32_t>(end)};
}

bool IsRight(const Example& example, const GoldQuote* gold, int32_t mention,
             bool head) {
  if (gold == nullptr || gold->speaker.empty()) return mention < 0;
  if (mention < 0) return false;
  const quotes::Mention& m = example.view.mentions[mention];
  if (!m.span.Overlaps(gold->speaker)) return false;
  if (!head) return true;
  const Span part = HeadPart(example.document->text(), gold->speaker);
  return part.Contains(example.document->token(m.head).span().begin);
}

class Trainer {
 public:
  explicit Trainer(std::vector<Example> examples)
      : examples_(std::move(examples)),
        squares_(model_.weights().size(), 1e-4f) {}

  void Run(int epochs) {
    std::mt19937 random(1);
    std::vector<size_t> order(examples_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int e = 0; e < epochs; ++e) {
      std::shuffle(order.begin(), order.end(), random);
      loss_ = 0, right_ = 0, total_ = 0, missing_ = 0;
      for (size_t i : order) Learn(examples_[i]);
      std::cerr << "epoch " << e << " loss " << loss_ / total_ << " right "
                << 100.0 * right_ / total_ << " no candidate " << missing_
                << "\n";
    }
    Prune();
  }

  const AttributionModel& model() const { return model_; }

  // Scores examples that were not learned from; lists errors to stdout.
  void Evaluate(const std::vector<Example>& examples, bool list) const {
    int all = 0, right = 0, missing = 0;
    int direct = 0, direct_right = 0, direct_said = 0, spurious = 0;
    for (const Example& ex : examples) {
      for (const GoldQuote& g : ex.gold) direct += g.direct;
      const quotes::CandidateContext context(*ex.document, ex.view);
      std::vector<Decision> decisions;
      std::vector<Candidate> candidates;
      for (size_t s = 0; s < ex.view.stretches.size(); ++s) {
        quotes::ListCandidates(context, static_cast<int32_t>(s), decisions,
                               &candidates);
        const int32_t g = ex.gold_of_stretch[s];
        const GoldQuote* gold = g < 0 ? nullptr : &ex.gold[g];
        std::vector<float> scores;
        bool any = false;
        for (const Candidate& c : candidates) {
          scores.push_back(model_.Score(c));
          any |= IsRight(ex, gold, c.mention, false);
        }
        const size_t best = quotes::ChooseCandidate(candidates, scores);
        decisions.push_back(
            Decision{candidates[best].mention, candidates[best].cue});
        const bool ok = IsRight(ex, gold, candidates[best].mention, false);
        ++all;
        right += ok;
        missing += !any;
        const bool said = candidates[best].mention >= 0;
        if (gold == nullptr) {
          spurious += said;
        } else if (gold->direct) {
          direct_said += said;
          direct_right += ok && said;
        }
        if (!ok && list && (gold == nullptr || gold->direct)) {
          ListError(ex, s, gold, candidates[best], any);
        }
      }
    }
    std::cerr << "held out: stretches " << all << " right "
              << 100.0 * right / std::max(all, 1) << " no candidate " << missing
              << "\n";
    const double precision =
        100.0 * direct_right / std::max(1, direct_said + spurious);
    const double recall = 100.0 * direct_right / std::max(1, direct);
    std::cerr << "direct: gold " << direct << " said " << direct_said
              << " right " << direct_right << " spurious " << spurious
              << " end to end F1 "
              << 2 * precision * recall / (precision + recall) << "\n";
  }

 private:
  void Prune() {
    for (float& w : model_.weights()) {
      if (std::fabs(w) < kLeastWeight) w = 0;
    }
  }

  static void ListError(const Example& ex, size_t s, const GoldQuote* gold,
                        const Candidate& chosen, bool had_candidate) {
    const Document& doc = *ex.document;
    const Span outer = ex.view.stretches[s].outer;
    const int32_t size = static_cast<int32_t>(doc.text().size());
    const Span around{std::max(0, outer.begin - 260),
                      std::min(size, outer.end + 160)};
    std::cout << "---- " << (had_candidate ? "chose wrong" : "no candidate")
              << " rule " << quotes::RuleName(chosen.rule()) << " chose ["
              << (chosen.mention < 0
                      ? absl::string_view("nobody")
                      : doc.Text(ex.view.mentions[chosen.mention].span))
              << "] gold ["
              << (gold == nullptr ? absl::string_view("nobody")
                                  : doc.Text(gold->speaker))
              << "] quote [" << doc.Text(outer).substr(0, 60) << "]\n"
              << doc.Text(around) << "\n";
  }

  void Learn(const Example& ex) {
    const quotes::CandidateContext context(*ex.document, ex.view);
    std::vector<Decision> decisions;
    std::vector<Candidate> candidates;
    for (size_t s = 0; s < ex.view.stretches.size(); ++s) {
      quotes::ListCandidates(context, static_cast<int32_t>(s), decisions,
                             &candidates);
      const int32_t g = ex.gold_of_stretch[s];
      const GoldQuote* gold = g < 0 ? nullptr : &ex.gold[g];
      std::vector<bool> right = Right(ex, gold, candidates);
      const size_t best = Step(candidates, right, gold != nullptr);
      decisions.push_back(
          Decision{candidates[best].mention, candidates[best].cue});
    }
  }

  static std::vector<bool> Right(const Example& ex, const GoldQuote* gold,
                                 const std::vector<Candidate>& candidates) {
    std::vector<bool> right(candidates.size());
    for (bool head : {true, false}) {
      bool any = false;
      for (size_t k = 0; k < candidates.size(); ++k) {
        right[k] = IsRight(ex, gold, candidates[k].mention, head);
        any |= right[k];
      }
      if (any) break;
    }
    return right;
  }

  // One gradient step; returns the candidate that the model chose before it.
  size_t Step(const std::vector<Candidate>& candidates,
              const std::vector<bool>& right, bool quoted) {
    std::vector<double> p(candidates.size());
    size_t best = 0;
    for (size_t k = 0; k < p.size(); ++k) {
      p[k] = model_.Score(candidates[k]);
      if (p[k] > p[best]) best = k;
    }
    const double top = p[best];
    double all = 0, good = 0;
    for (size_t k = 0; k < p.size(); ++k) {
      p[k] = std::exp(p[k] - top);
      all += p[k];
      if (right[k]) good += p[k];
    }
    ++total_;
    right_ += right[best];
    if (good == 0) {
      missing_ += quoted;
      return best;
    }
    loss_ -= std::log(good / all);
    for (size_t k = 0; k < p.size(); ++k) {
      const double gradient = p[k] / all - (right[k] ? p[k] / good : 0);
      if (std::fabs(gradient) > 1e-4) Update(candidates[k], gradient);
    }
    return best;
  }

  void Update(const Candidate& candidate, double gradient) {
    constexpr float kRate = 0.04f;
    constexpr float kDecay = 8e-3f;
    absl::Span<float> weights = model_.weights();
    model_.FeaturesOf(candidate, &features_);
    for (uint32_t f : features_) {
      const float g = static_cast<float>(gradient) + kDecay * weights[f];
      squares_[f] += g * g;
      weights[f] -= kRate * g / std::sqrt(squares_[f]);
    }
  }

  std::vector<Example> examples_;
  AttributionModel model_;
  std::vector<float> squares_;
  std::vector<uint32_t> features_;
  double loss_ = 0;
  int right_ = 0, total_ = 0, missing_ = 0;
};

void AlignStretches(Example* ex) {
  for (const quotes::QuotedStretch& s : ex->view.stretches) {
    int32_t best = -1;
    int32_t overlap = 0;
    for (size_t g = 0; g < ex->gold.size(); ++g) {
      const Span a = ex->gold[g].span;
      const int32_t both =
          std::min(a.end, s.outer.end) - std::max(a.begin, s.outer.begin);
      if (both > overlap) {
        overlap = both;
        best = static_cast<int32_t>(g);
      }
    }
    ex->gold_of_stretch.push_back(best);
  }
}

Example MakeExample(simdjson::dom::element line, const text::Lexicon& lexicon) {
  Example ex;
  std::string_view text;
  if (line["text"].get(text)) return ex;
  const std::vector<int32_t> at = CodePointOffsets({text.data(), text.size()});
  ex.document = std::make_unique<Document>(std::string(text), lexicon);
  ex.view = quotes::MakeReporterView(*ex.document);
  simdjson::dom::array list;
  if (line["quotes"].get(list)) return ex;
  for (simdjson::dom::element q : list) {
    int64_t start = 0, end = 0, speaker_start = -1, speaker_end = -1;
    if (q["start"].get(start) || q["end"].get(end)) continue;
    GoldQuote gold;
    gold.span = Span{at[start], at[end]};
    std::string_view type;
    gold.direct = !q["type"].get(type) && type == "direct";
    if (!q["speaker_start"].get(speaker_start) &&
        !q["speaker_end"].get(speaker_end)) {
      gold.speaker = Span{at[speaker_start], at[speaker_end]};
    }
    ex.gold.push_back(gold);
  }
  AlignStretches(&ex);
  return ex;
}

int Main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: train ARTICLES.jsonl [--fold=K/N]\n";
    return 64;
  }
  uint64_t fold = 0, folds = 0;
  if (argc > 2 && absl::StartsWith(argv[2], "--fold=")) {
    const std::vector<std::string> parts =
        absl::StrSplit(absl::string_view(argv[2]).substr(7), '/');
    if (parts.size() != 2 || !absl::SimpleAtoi(parts[0], &fold) ||
        !absl::SimpleAtoi(parts[1], &folds)) {
      std::cerr << "want --fold=K/N, got " << argv[2] << "\n";
      return 64;
    }
  }
  text::Lexicon::Builder builder;
  if (absl::Status s = data::AddEmbeddedWords(&builder); !s.ok()) {
    std::cerr << s.message() << "\n";
    return 70;
  }
  const std::unique_ptr<const text::Lexicon> lexicon = builder.Build();
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  if (parser.load_many(argv[1], 1 << 24).get(lines)) {
    std::cerr << argv[1] << ": cannot be read\n";
    return 74;
  }
  std::vector<Example> examples, held_out;
  for (auto line : lines) {
    simdjson::dom::element article;
    std::string_view id;
    if (line.get(article) || article["id"].get(id)) continue;
    const bool out = folds > 0 && Hash({id.data(), id.size()}) % folds == fold;
    (out ? held_out : examples).push_back(MakeExample(article, *lexicon));
  }
  Trainer trainer(std::move(examples));
  trainer.Run(/*epochs=*/12);
  if (folds > 0) {
    trainer.Evaluate(held_out, /*list=*/true);
    return 0;
  }
  std::cout << "# What each feature of a candidate speaker is worth; learned, "
               "not written by hand.\n"
               "# template\tvalues\tweight\n"
               "# source: bench/attribution on PolNeAR train; see "
               "docs/evaluation.md\n"
            << trainer.model().ToTsv(kLeastWeight);
  return 0;
}

}  // namespace
}  // namespace onrecord::bench

int main(int argc, char** argv) { return onrecord::bench::Main(argc, argv); }

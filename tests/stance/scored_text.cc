#include "tests/stance/scored_text.h"

#include <map>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "data/embedded.h"
#include "data/load_lexicon.h"
#include "stance/target_proto.h"

namespace onrecord::stance {
namespace {

quotes::QuoteKind KindAt(absl::string_view text, text::Span content) {
  const absl::string_view before = text.substr(0, content.begin);
  if (!absl::EndsWith(before, "“")) return quotes::QuoteKind::kIndirect;
  return absl::ascii_islower(text[content.begin]) ? quotes::QuoteKind::kMixed
                                                  : quotes::QuoteKind::kDirect;
}

}  // namespace

ScoredText ReadScoredText(absl::string_view marked,
                          const text::Lexicon& lexicon) {
  ScoredText result;
  std::string text;
  for (size_t at = 0; at < marked.size(); ++at) {
    if (marked[at] != '{') {
      text += marked[at];
      continue;
    }
    const char mark = marked[at + 1];
    const size_t close = marked.find('}', at);
    const int32_t begin = static_cast<int32_t>(text.size());
    absl::StrAppend(&text, marked.substr(at + 3, close - at - 3));
    const text::Span span{begin, static_cast<int32_t>(text.size())};
    if (mark == 'q') result.utterance.content.push_back(span);
    if (mark == 's') result.utterance.mention = span;
    if (mark == 'c') result.utterance.cue = span;
    at = close;
  }
  result.utterance.kind = KindAt(text, result.utterance.content.front());
  result.document = std::make_unique<text::Document>(text, lexicon);
  return result;
}

TestScorer::TestScorer(absl::string_view txtpb, const OpinionModel* opinions) {
  const auto target = ParseTarget("test.txtpb", txtpb);
  text::Lexicon::Builder builder;
  data::AddEmbeddedWords(&builder).IgnoreError();
  RegisterWords({*target}, &builder);
  lexicon = builder.Build();
  scorer = std::make_unique<StanceScorer>(
      std::move(MakeScorers({*target}, *lexicon, opinions).front()));
}

Stance TestScorer::Score(absl::string_view marked) const {
  const ScoredText read = ReadScoredText(marked, *lexicon);
  return Score(read);
}

Stance TestScorer::Score(const ScoredText& read) const {
  return scorer
      ->Judge(*read.document, scorer->FindPlaces(*read.document),
              read.utterance)
      .stance;
}

const TestScorer& ScorerOf(absl::string_view target) {
  static auto* scorers =
      new std::map<std::string, std::unique_ptr<const TestScorer>>();
  std::unique_ptr<const TestScorer>& made = (*scorers)[std::string(target)];
  if (made == nullptr) {
    made = std::make_unique<TestScorer>(
        data::EmbeddedContents(absl::StrCat("targets/", target, ".txtpb")));
  }
  return *made;
}

std::string LabelName(StanceLabel label) {
  constexpr const char* kNames[] = {"NONE", "FAVOR", "AGAINST", "MIXED"};
  return kNames[static_cast<int>(label)];
}

}  // namespace onrecord::stance

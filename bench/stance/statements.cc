#include "bench/stance/statements.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "data/embedded.h"
#include "simdjson.h"
#include "stance/target_proto.h"
#include "text/span.h"

namespace onrecord::bench {
namespace {

// Where the speaker's name stands nearest to the quotation, outside it.
text::Span FindSpeaker(const Statement& one, text::Span quote) {
  text::Span best;
  const std::vector<std::string> words = absl::StrSplit(one.speaker, ' ');
  for (size_t first = 0; first < words.size(); ++first) {
    const std::string name = absl::StrJoin(
        words.begin() + static_cast<long>(first), words.end(), " ");
    for (size_t at = one.context.find(name); at != std::string::npos;
         at = one.context.find(name, at + 1)) {
      const text::Span span{static_cast<int32_t>(at),
                            static_cast<int32_t>(at + name.size())};
      const auto distance = [quote](text::Span s) {
        return std::max(quote.begin - s.end, s.begin - quote.end);
      };
      if (!span.Overlaps(quote) &&
          (best.empty() || distance(span) < distance(best))) {
        best = span;
      }
    }
    if (!best.empty()) return best;
  }
  return best;
}

bool IsTitleWord(absl::string_view word) {
  return !word.empty() &&
         (absl::ascii_isupper(word[0]) || word == "of" || word == "the");
}

// The name with the title before it.
text::Span WithTitle(const std::string& context, text::Span name) {
  if (name.empty()) return name;
  int32_t begin = name.begin;
  while (begin > 1 && context[begin - 1] == ' ') {
    size_t at = context.rfind(' ', begin - 2);
    at = at == std::string::npos ? 0 : at + 1;
    const absl::string_view word(context.data() + at, begin - 1 - at);
    if (!IsTitleWord(word) || word.back() == ',' || word.back() == '.') break;
    begin = static_cast<int32_t>(at);
  }
  return {begin, name.end};
}

// The word before the quotation, or the one before "that": its cue.
text::Span FindCue(const std::string& context, size_t begin) {
  for (int tries = 0; tries < 2 && begin > 1; ++tries) {
    size_t at = context.rfind(' ', begin - 2);
    at = at == std::string::npos ? 0 : at + 1;
    const absl::string_view word(context.data() + at, begin - 1 - at);
    if (word != "that" && word != "to") {
      if (!std::all_of(word.begin(), word.end(), absl::ascii_islower)) {
        return {};
      }
      return {static_cast<int32_t>(at), static_cast<int32_t>(begin - 1)};
    }
    begin = at;
  }
  return {};
}

}  // namespace

std::vector<Statement> ReadStatements(const std::string& path) {
  std::vector<Statement> all;
  std::ifstream file(path);
  std::string line;
  simdjson::dom::parser parser;
  while (std::getline(file, line)) {
    const auto object = parser.parse(line);
    const auto text = [&object](const char* key) {
      return std::string(std::string_view(object[key]));
    };
    Statement one{text("id"),       text("target"),  text("context"),
                  text("quote"),    text("speaker"), {},
                  std::string::npos};
    int64_t begin = 0;
    if (!object["begin"].get(begin)) one.at = static_cast<size_t>(begin);
    for (const auto label : object["stance"].get_array()) {
      one.labels.emplace_back(std::string_view(label));
    }
    all.push_back(std::move(one));
  }
  return all;
}

stance::Utterance ToUtterance(const Statement& one) {
  stance::Utterance utterance;
  const size_t at =
      one.at != std::string::npos ? one.at : one.context.find(one.quote);
  text::Span span{0, static_cast<int32_t>(one.context.size())};
  utterance.kind = quotes::QuoteKind::kIndirect;
  if (at != std::string::npos) {
    span = {static_cast<int32_t>(at),
            static_cast<int32_t>(at + one.quote.size())};
    const std::string before = one.context.substr(at < 3 ? 0 : at - 3, 3);
    if (at > 0 && (before.find("“") != before.npos || before.back() == '"' ||
                   before.find("‘") != before.npos)) {
      const bool lower = absl::ascii_islower(one.quote[0]);
      utterance.kind =
          lower ? quotes::QuoteKind::kMixed : quotes::QuoteKind::kDirect;
    }
  }
  utterance.content = {span};
  utterance.mention = WithTitle(one.context, FindSpeaker(one, span));
  if (utterance.kind == quotes::QuoteKind::kIndirect && span.begin > 0) {
    utterance.cue = FindCue(one.context, static_cast<size_t>(span.begin));
  }
  utterance.speaker_name = one.speaker;
  return utterance;
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

absl::StatusOr<stance::Target> LoadTarget(const std::string& name,
                                          const std::string& folder) {
  const std::string file = absl::StrCat("targets/", name, ".txtpb");
  const absl::string_view built_in = data::EmbeddedContents(file);
  if (!built_in.empty()) return stance::ParseTarget(file, built_in);
  const std::string path = absl::StrCat(folder, "/", name, ".txtpb");
  return stance::ParseTarget(path, ReadFile(path));
}

}  // namespace onrecord::bench

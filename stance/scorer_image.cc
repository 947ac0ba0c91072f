#include "stance/scorer_image.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "stance/pattern_index.h"
#include "stance/shared_words.h"
#include "stance/vocabulary.h"
#include "stance/word_forms.h"
#include "text/table_image.h"

namespace onrecord::stance {
namespace {

// The image: one block of tables, see text/table_image.h.
struct Tables {
  struct Part {
    uint32_t begin, end;  // Of `bytes`.
  };
  struct TargetParts {
    Part name, words, topic;
  };

  absl::Span<const char> bytes;  // Images of indexes, then names.
  absl::Span<const Part> shared;
  absl::Span<const TargetParts> targets;

  absl::string_view Bytes(Part part) const {
    return absl::string_view(bytes.data() + part.begin, part.end - part.begin);
  }

  template <typename AnyTables, typename Function>
  static void ForEach(AnyTables& tables, Function part) {
    part(tables.bytes);
    part(tables.shared);
    part(tables.targets);
  }
  static constexpr size_t kCount = 3;
};

// The lists that all questions share, in the order of Tables::shared.
constexpr PatternIndex SharedWords::*kShared[] = {
    &SharedWords::words, &SharedWords::questions, &SharedWords::answers,
    &SharedWords::observers};

Tables::Part Append(absl::string_view bytes, std::string* all) {
  const auto begin = static_cast<uint32_t>(all->size());
  all->append(bytes.data(), bytes.size());
  return {begin, static_cast<uint32_t>(all->size())};
}

absl::Status BadImage(absl::string_view want) {
  return absl::DataLossError(
      absl::StrCat("image of scorers: want ", want, ", got none"));
}

absl::StatusOr<std::shared_ptr<const SharedWords>> ReadShared(
    const Tables& tables) {
  if (tables.shared.size() != std::size(kShared)) {
    return BadImage("shared words");
  }
  std::vector<PatternIndex> lists;
  for (const Tables::Part part : tables.shared) {
    absl::StatusOr<PatternIndex> list =
        PatternIndex::FromImage(tables.Bytes(part));
    if (!list.ok()) return list.status();
    lists.push_back(*std::move(list));
  }
  return std::make_shared<const SharedWords>(
      SharedWords{std::move(lists[0]), std::move(lists[1]), std::move(lists[2]),
                  std::move(lists[3])});
}

}  // namespace

std::string ScorerImage(absl::Span<const Target> targets,
                        const text::Lexicon& lexicon) {
  const WordForms forms;
  const SharedWords shared = CompileSharedWords(forms, lexicon);
  std::string bytes;
  std::vector<Tables::Part> shared_parts;
  for (const auto list : kShared) {
    shared_parts.push_back(Append((shared.*list).image(), &bytes));
  }
  std::vector<Tables::TargetParts> parts(targets.size());
  for (size_t i = 0; i < targets.size(); ++i) {
    const PatternIndex words(TargetWords(targets[i], forms), lexicon);
    const PatternIndex topic(TopicWords(targets[i], forms), lexicon);
    parts[i].words = Append(words.image(), &bytes);
    parts[i].topic = Append(topic.image(), &bytes);
  }
  // Behind all that must be aligned.
  for (size_t i = 0; i < targets.size(); ++i) {
    parts[i].name = Append(targets[i].name, &bytes);
  }
  Tables tables;
  tables.bytes = bytes;
  tables.shared = shared_parts;
  tables.targets = parts;
  return text::WriteTables(tables);
}

absl::StatusOr<std::vector<StanceScorer>> ScorersFromImage(
    absl::string_view image, absl::Span<const Target> targets,
    const OpinionModel* opinions) {
  Tables tables;
  if (!text::ReadTables(image, &tables)) return BadImage("its tables");
  const auto shared = ReadShared(tables);
  if (!shared.ok()) return shared.status();
  std::vector<StanceScorer> scorers;
  scorers.reserve(targets.size());
  for (const Target& target : targets) {
    const auto parts =
        std::find_if(tables.targets.begin(), tables.targets.end(),
                     [&](const Tables::TargetParts& one) {
                       return tables.Bytes(one.name) == target.name;
                     });
    if (parts == tables.targets.end()) {
      return BadImage(absl::StrCat("words of ", target.name));
    }
    auto words = PatternIndex::FromImage(tables.Bytes(parts->words));
    if (!words.ok()) return words.status();
    auto topic = PatternIndex::FromImage(tables.Bytes(parts->topic));
    if (!topic.ok()) return topic.status();
    scorers.push_back(StanceScorer(target, *std::move(words), *std::move(topic),
                                   *shared, opinions, targets.size() == 1));
  }
  return scorers;
}

}  // namespace onrecord::stance

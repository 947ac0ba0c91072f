#include "data/embedded.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace onrecord::data {
namespace {

// Beginnings of the names of tables that are no word lists.
constexpr absl::string_view kOtherTables[] = {
    "attribution_weights",  // quotes/: weights of the scorer
    "channel_phrases",      // stance/: private or public
    "irregular_",           // text/lexicon.h: AddIrregularVerbs(), ...Nouns()
    "nicknames",            // quotes/: Bill is William
    "shift_phrases",        // stance/: who changed position
    "stance_",              // stance/: frames and operators
};

}  // namespace

absl::string_view EmbeddedContents(absl::string_view name) {
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (file.name == name) return file.contents;
  }
  return {};
}

bool IsWordList(absl::string_view name) {
  if (!absl::EndsWith(name, ".tsv") || absl::StrContains(name, "/")) {
    return false;
  }
  for (absl::string_view other : kOtherTables) {
    if (absl::StartsWith(name, other)) return false;
  }
  return true;
}

}  // namespace onrecord::data

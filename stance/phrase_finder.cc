#include "stance/phrase_finder.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/string_view.h"
#include "text/token.h"
#include "text/word_fold.h"

namespace onrecord::stance {
namespace {

// The longest word, the first of several; a word that is not listed is rarer
// than those that are.
int32_t AnchorOf(const std::vector<PhraseTable::Word>& words) {
  const auto rarer = [](const PhraseTable::Word& a,
                        const PhraseTable::Word& b) {
    return std::make_pair(a.id != 0, b.folded.size()) <
           std::make_pair(b.id != 0, a.folded.size());
  };
  return static_cast<int32_t>(
      std::min_element(words.begin(), words.end(), rarer) - words.begin());
}

// By the first and last letter.
constexpr size_t kUnlistedKeys = 1 << 10;
size_t UnlistedKey(absl::string_view spelling) {
  const size_t first = static_cast<size_t>(spelling.front()) & 31;
  const size_t last = static_cast<size_t>(spelling.back()) & 31;
  return first << 5 | last;
}

}  // namespace

PhraseFinder::PhraseFinder(absl::Span<const PhraseTable* const> tables,
                           const text::Lexicon& lexicon)
    : tables_(tables.size()),
      words_(lexicon.size()),
      anchors_(lexicon.size() / 64 + 1),
      group_of_(lexicon.size() + kUnlistedKeys),
      groups_(1) {
  for (size_t table = 0; table < tables.size(); ++table) {
    for (size_t row = 0; row < tables[table]->size(); ++row) {
      Phrase phrase;
      phrase.table = static_cast<int32_t>(table);
      phrase.row = static_cast<int32_t>(row);
      phrase.words = tables[table]->words(phrase.row);
      phrase.first = phrase.words.front().id;
      phrase.anchor = AnchorOf(phrase.words);
      Add(std::move(phrase));
    }
  }
}

size_t PhraseFinder::KeyOf(text::WordId word,
                           absl::string_view spelling) const {
  const size_t unlisted = words_ + UnlistedKey(spelling);
  return word != 0 ? word : unlisted;
}

void PhraseFinder::Add(Phrase phrase) {
  const PhraseTable::Word& anchor = phrase.words[phrase.anchor];
  anchors_[anchor.id / 64] |= uint64_t{1} << anchor.id % 64;
  uint32_t& group = group_of_[KeyOf(anchor.id, anchor.folded)];
  if (group == 0) {
    group = static_cast<uint32_t>(groups_.size());
    groups_.emplace_back();
  }
  groups_[group].push_back(std::move(phrase));
}

// The tokens that may be anchors. Most are not: written down without a branch.
std::vector<int32_t> PhraseFinder::TokensOfAnchors(
    const text::Document& document) const {
  const text::Token* const tokens = document.tokens().data();
  const auto size = static_cast<int32_t>(document.tokens().size());
  std::vector<int32_t> found(document.tokens().size());
  size_t count = 0;
  for (int32_t i = 0; i < size; ++i) {
    const text::WordId word = tokens[i].word;
    found[count] = i;
    count += anchors_[word / 64] >> word % 64 & 1;
  }
  found.resize(count);
  return found;
}

bool PhraseFinder::Stands(const Phrase& phrase, const text::Document& document,
                          int32_t begin) {
  const auto is_at = [&document](const PhraseTable::Word& word, int32_t token) {
    if (document.token(token).word != word.id) return false;
    if (word.id != 0) return true;
    const absl::string_view spelling = document.Text(token);
    return UnlistedKey(spelling) == UnlistedKey(word.folded) &&
           text::FoldWord(spelling).bytes() == word.folded;
  };
  const auto size = static_cast<int32_t>(phrase.words.size());
  if (begin + size > static_cast<int32_t>(document.tokens().size())) {
    return false;
  }
  for (int32_t k = 0; k < size; ++k) {
    if (!is_at(phrase.words[k], begin + k)) return false;
  }
  return true;
}

std::vector<PhraseFinder::Match> PhraseFinder::FindMatches(
    const text::Document& document) const {
  std::vector<Match> matches;
  for (const int32_t token : TokensOfAnchors(document)) {
    const size_t key = KeyOf(document.token(token).word, document.Text(token));
    for (const Phrase& phrase : groups_[group_of_[key]]) {
      const int32_t begin = token - phrase.anchor;
      if (begin < 0 || document.token(begin).word != phrase.first) continue;
      if (Stands(phrase, document, begin)) matches.push_back({&phrase, begin});
    }
  }
  return matches;
}

std::vector<std::vector<PhraseHit>> PhraseFinder::FindAll(
    const text::Document& document) const {
  std::vector<Match> matches = FindMatches(document);
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return std::make_tuple(a.begin, -a.end(), a.phrase->row) <
           std::make_tuple(b.begin, -b.end(), b.phrase->row);
  });
  std::vector<std::vector<PhraseHit>> hits(tables_);
  for (const Match& match : matches) {
    std::vector<PhraseHit>& of_table = hits[match.phrase->table];
    if (!of_table.empty() && of_table.back().tokens.end > match.begin) continue;
    of_table.push_back({{match.begin, match.end()}, match.phrase->row});
  }
  return hits;
}

}  // namespace onrecord::stance

#include "stance/observations.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "stance/take_groups.h"

namespace onrecord::stance {
namespace {

// FNV-1a, 64 bit.
uint64_t Hash(absl::string_view text) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  }
  return hash;
}

// British and American spellings fold to one.
std::string FoldWord(std::string word) {
  for (char& c : word) {
    if (c == 'z') c = 's';
  }
  // Hardly any word has one of them.
  if (absl::StrContains(word, "our") || absl::StrContains(word, "ence") ||
      absl::StrContains(word, "ll")) {
    word = absl::StrReplaceAll(word,
                               {{"our", "or"}, {"ence", "ense"}, {"ll", "l"}});
  }
  if (word.size() > 4 && absl::EndsWith(word, "tre")) {
    word.replace(word.size() - 2, 2, "er");
  }
  return word;
}

// Hashes of the folded words of a text.
std::vector<uint64_t> Words(absl::string_view text) {
  std::vector<uint64_t> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(Hash(FoldWord(word)));
    word.clear();
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (absl::ascii_isalnum(c)) {
      word.push_back(absl::ascii_tolower(c));
    } else if (c == '\'') {
      continue;
    } else if (c == 0xE2 && i + 2 < text.size()) {
      // General punctuation: an apostrophe joins, everything else parts.
      if (absl::string_view(text).substr(i, 3) != "’") flush();
      i += 2;
    } else if (c >= 0x80) {
      word.push_back(static_cast<char>(c));
    } else {
      flush();
    }
  }
  flush();
  return words;
}

// What a version of an utterance is compared by: its word pairs, sorted, each
// once; the word itself where there is only one.
struct Print {
  std::vector<uint64_t> pairs;
  int words = 0;
};

Print PrintOf(absl::string_view text) {
  const std::vector<uint64_t> words = Words(text);
  Print print;
  print.words = static_cast<int>(words.size());
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    print.pairs.push_back(words[i] * 31 + words[i + 1]);
  }
  if (words.size() == 1) print.pairs = words;
  std::sort(print.pairs.begin(), print.pairs.end());
  print.pairs.erase(std::unique(print.pairs.begin(), print.pairs.end()),
                    print.pairs.end());
  return print;
}

// `shared`: how many pairs the two have in common.
double LikenessOf(size_t shared, const Print& a, const Print& b) {
  if (shared == 0) return 0;
  return static_cast<double>(shared) /
         static_cast<double>(std::min(a.pairs.size(), b.pairs.size()));
}

double LikenessOf(const Print& a, const Print& b) {
  std::vector<uint64_t> shared;
  std::set_intersection(a.pairs.begin(), a.pairs.end(), b.pairs.begin(),
                        b.pairs.end(), std::back_inserter(shared));
  return LikenessOf(shared.size(), a, b);
}

// Days between two dates as far as they are known; 0 where they overlap.
int DaysBetween(text::PartialDate a, text::PartialDate b) {
  if (a.First() > b.Last()) return static_cast<int>(a.First() - b.Last());
  if (b.First() > a.Last()) return static_cast<int>(b.First() - a.Last());
  return 0;
}

// The statements of one utterance, the longest first.
struct Utterance {
  std::vector<Statement*> versions;
  Print print;  // Of the longest.
};

// Longest first; then by everything that tells statements apart.
bool LongerFirst(const Statement& a, const Statement& b) {
  const auto key = [](const Statement& s) {
    return std::make_tuple(-static_cast<int64_t>(s.text.size()), s.said.year,
                           s.said.month, s.said.day);
  };
  if (key(a) != key(b)) return key(a) < key(b);
  return std::tie(a.text, a.article_id, a.quote_id, a.url, a.context) <
         std::tie(b.text, b.article_id, b.quote_id, b.url, b.context);
}

// Groups the statements of one speaker, target and channel.
class Grouper {
 public:
  explicit Grouper(const ObservationOptions& options) : options_(options) {}

  // Statements come longest first.
  void Add(Statement* statement) {
    Print print = PrintOf(statement->text);
    const int found = Find(*statement, print);
    if (found >= 0) {
      utterances_[found].versions.push_back(statement);
      return;
    }
    for (uint64_t pair : print.pairs) {
      index_[pair].push_back(static_cast<int32_t>(utterances_.size()));
    }
    utterances_.push_back({{statement}, std::move(print)});
    shared_.push_back(0);
  }

  std::vector<Utterance> Take() { return std::move(utterances_); }

 private:
  // The most alike utterance that fits, -1 if there is none. What the texts
  // share is counted through the index: most share only what everybody says
  // ("we will"), and go without a look at their dates.
  int Find(const Statement& statement, const Print& print) {
    touched_.clear();
    for (uint64_t pair : print.pairs) {
      const auto listed = index_.find(pair);
      if (listed == index_.end()) continue;
      for (const int32_t i : listed->second) {
        if (shared_[i]++ == 0) touched_.push_back(i);
      }
    }
    int best = -1;
    double best_likeness = 0;
    for (const int32_t i : touched_) {
      const double likeness =
          LikenessOf(std::exchange(shared_[i], 0), print, utterances_[i].print);
      if (likeness < least_likeness_) continue;
      const bool better =
          likeness > best_likeness || (likeness == best_likeness && i < best);
      if (better && Fits(statement, print, utterances_[i], likeness)) {
        best = i;
        best_likeness = likeness;
      }
    }
    return best;
  }

  bool Fits(const Statement& statement, const Print& print,
            const Utterance& utterance, double likeness) const {
    const Statement& anchor = *utterance.versions.front();
    if (!statement.said.known() || !anchor.said.known()) {
      return statement.said == anchor.said &&
             likeness >= options_.min_likeness_other_day;
    }
    // One article prints an utterance in several pieces, but piece by piece.
    const int words = std::min(print.words, utterance.print.words);
    if (statement.said == anchor.said) {
      return likeness >= options_.min_likeness_same_day &&
             (words > 1 || print.words == utterance.print.words);
    }
    return DaysBetween(statement.said, anchor.said) <= options_.window_days &&
           words >= options_.min_words_other_day &&
           likeness >= options_.min_likeness_other_day;
  }

  const ObservationOptions& options_;
  const double least_likeness_ =
      std::min(options_.min_likeness_same_day, options_.min_likeness_other_day);
  std::vector<Utterance> utterances_;
  // By word pair, the utterances that hold it.
  absl::flat_hash_map<uint64_t, absl::InlinedVector<int32_t, 2>> index_;
  // Parallel to `utterances_`: pairs shared with the statement at hand; 0
  // between calls. Those above 0 are in `touched_`.
  std::vector<int32_t> shared_;
  std::vector<int32_t> touched_;
};

// Takes its words out of the statement. `text` is that of the observation.
Source TakeSource(Statement* s, const std::string& text) {
  return {std::move(s->article_id), std::move(s->url),
          std::move(s->outlet),     std::move(s->published),
          std::move(s->quote_id),   s->text == text ? "" : std::move(s->text)};
}

auto SourceKey(const Source& s) {
  return std::tie(s.published, s.outlet, s.article_id, s.quote_id, s.url);
}

// Sorts all but the first, which is that of the text.
void SortSources(std::vector<Source>* sources) {
  std::sort(sources->begin() + 1, sources->end(),
            [](const Source& a, const Source& b) {
              return std::tuple_cat(SourceKey(a), std::tie(a.text)) <
                     std::tuple_cat(SourceKey(b), std::tie(b.text));
            });
  sources->erase(std::unique(sources->begin(), sources->end(),
                             [](const Source& a, const Source& b) {
                               return SourceKey(a) == SourceKey(b);
                             }),
                 sources->end());
}

int Precision(text::PartialDate date) {
  return !date.known() ? 0 : date.month == 0 ? 1 : date.day == 0 ? 2 : 3;
}

// A more precise date, an earlier one, or the same with words that tell it.
bool IsBetterDated(const Statement& a, const Observation& b) {
  const int ours = Precision(a.said), theirs = Precision(b.said);
  if (ours != theirs) return ours > theirs;
  if (a.said != b.said) return a.said < b.said;
  return b.said_words.empty() && !a.said_words.empty();
}

// Takes their words out of the versions.
Observation MakeObservation(const Utterance& utterance) {
  // What a reader ruled of one version holds for all.
  const auto rank = [](const Statement& s) {
    return s.stance.human ? 2 : s.stance.label != StanceLabel::kNone ? 1 : 0;
  };
  Statement* chosen = utterance.versions.front();
  for (Statement* version : utterance.versions) {
    if (rank(*version) > rank(*chosen)) chosen = version;
  }
  Observation out;
  out.speaker_id = std::move(chosen->speaker_id);
  out.speaker_name = std::move(chosen->speaker_name);
  out.channel = chosen->channel;
  out.form = chosen->form;
  out.stance = std::move(chosen->stance);
  out.human_speaker = chosen->human_speaker;
  out.text = std::move(chosen->text);
  out.context = std::move(chosen->context);
  out.context_begin = chosen->context_begin;
  out.content = std::move(chosen->content);
  out.channel_words = std::move(chosen->channel_words);
  out.said = chosen->said;
  out.said_words = std::move(chosen->said_words);
  out.published = chosen->published;
  out.sources.reserve(utterance.versions.size());
  chosen->text.clear();
  out.sources.push_back(TakeSource(chosen, out.text));
  for (Statement* version : utterance.versions) {
    if (version == chosen) continue;
    if (IsBetterDated(*version, out)) {
      out.said = version->said;
      out.said_words = version->said_words;
    }
    if (!version->published.empty() &&
        (out.published.empty() || version->published < out.published)) {
      out.published = version->published;
    }
    out.sources.push_back(TakeSource(version, out.text));
  }
  SortSources(&out.sources);
  return out;
}

bool SameStream(const Observation& a, const Observation& b) {
  return std::tie(a.speaker_id, a.stance.target, a.channel) ==
         std::tie(b.speaker_id, b.stance.target, b.channel);
}

// Was it printed only after its month was over?
bool IsRecalled(const Observation& o) {
  if (Precision(o.said) != 2 || o.published.empty()) return false;
  const auto published = text::ParsePartialDate(o.published);
  return published.has_value() && published->First() > o.said.Last();
}

// Of the observations in [first, last), which are one stream: the one on the
// only day of the month on which the like was said; -1 if there are more days.
int DayOfRecalled(const ObservationQueue& all, size_t first, size_t last,
                  const Observation& recalled) {
  int found = -1;
  for (size_t i = first; i < last; ++i) {
    const Observation& o = all[i];
    if (Precision(o.said) != 3 || o.said.year != recalled.said.year ||
        o.said.month != recalled.said.month ||
        o.stance.label != recalled.stance.label) {
      continue;
    }
    if (found >= 0 && all[found].said != o.said) return -1;
    if (found < 0 || Likeness(o.text, recalled.text) >
                         Likeness(all[found].text, recalled.text)) {
      found = static_cast<int>(i);
    }
  }
  return found;
}

// Gives `whole` the sources of another version of it.
void AddSources(const Observation& version, Observation* whole) {
  for (Source source : version.sources) {
    if (source.text.empty()) source.text = version.text;
    if (source.text == whole->text) source.text.clear();
    whole->sources.push_back(std::move(source));
  }
  SortSources(&whole->sources);
}

// The observations are sorted by stream.
void JoinRecalled(ObservationQueue* all) {
  std::vector<bool> joined(all->size());
  for (size_t first = 0; first < all->size();) {
    size_t last = first;
    while (last < all->size() && SameStream((*all)[first], (*all)[last])) {
      ++last;
    }
    for (size_t i = first; i < last; ++i) {
      if ((*all)[i].stance.label == StanceLabel::kNone) continue;
      if (!IsRecalled((*all)[i])) continue;
      const int day = DayOfRecalled(*all, first, last, (*all)[i]);
      if (day < 0) continue;
      AddSources((*all)[i], &(*all)[day]);
      joined[i] = true;
    }
    first = last;
  }
  size_t kept = 0;
  for (size_t i = 0; i < all->size(); ++i) {
    if (joined[i]) continue;
    if (kept != i) (*all)[kept] = std::move((*all)[i]);
    ++kept;
  }
  all->resize(kept);
}

void SetId(Observation* o) {
  o->id = StableId(absl::StrCat(o->speaker_id, "\n", o->stance.target, "\n",
                                o->said.ToString(), "\n",
                                static_cast<int>(o->channel), "\n", o->text));
}

void SortByDay(ObservationQueue::iterator first,
               ObservationQueue::iterator last) {
  std::sort(first, last, [](const Observation& a, const Observation& b) {
    return std::tie(a.said, a.id) < std::tie(b.said, b.id);
  });
}

auto StreamKey(const Statement& s) {
  return std::tuple<absl::string_view, absl::string_view, Channel>(
      s.speaker_id, s.stance.target, s.channel);
}

// The statements of each speaker, target and channel, in this order of them.
std::vector<std::vector<Statement>> StreamsOf(StatementQueue statements) {
  auto streams = TakeGroups(std::move(statements), StreamKey,
                            [](const Statement&) { return true; });
  std::sort(streams.begin(), streams.end(), [](const auto& a, const auto& b) {
    return StreamKey(a.front()) < StreamKey(b.front());
  });
  return streams;
}

// The observations that the statements of one stream make, by day.
void AddStream(std::vector<Statement> stream, const ObservationOptions& options,
               ObservationQueue* out) {
  std::vector<Statement*> longest_first;
  longest_first.reserve(stream.size());
  for (Statement& statement : stream) longest_first.push_back(&statement);
  std::sort(longest_first.begin(), longest_first.end(),
            [](const Statement* a, const Statement* b) {
              return LongerFirst(*a, *b);
            });
  Grouper grouper(options);
  for (Statement* statement : longest_first) grouper.Add(statement);
  const size_t first = out->size();
  for (const Utterance& utterance : grouper.Take()) {
    Observation o = MakeObservation(utterance);
    if (o.stance.label == StanceLabel::kNone && !options.keep_none) continue;
    SetId(&o);
    out->push_back(std::move(o));
  }
  SortByDay(out->begin() + first, out->end());
}

}  // namespace

double Likeness(absl::string_view a, absl::string_view b) {
  return LikenessOf(PrintOf(a), PrintOf(b));
}

std::string StableId(absl::string_view text) {
  return absl::StrFormat("%016x", Hash(text));
}

ObservationQueue MergeStatements(StatementQueue statements,
                                 const ObservationOptions& options) {
  ObservationQueue out;
  for (std::vector<Statement>& stream : StreamsOf(std::move(statements))) {
    AddStream(std::move(stream), options, &out);
  }
  if (options.join_recalled) JoinRecalled(&out);
  // Streams of one speaker and target are neighbours.
  for (auto first = out.begin(); first != out.end();) {
    const auto last = std::find_if_not(first, out.end(), [&](const auto& o) {
      return o.speaker_id == first->speaker_id &&
             o.stance.target == first->stance.target;
    });
    SortByDay(first, last);
    first = last;
  }
  return out;
}

}  // namespace onrecord::stance

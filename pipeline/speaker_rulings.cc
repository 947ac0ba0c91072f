#include "pipeline/speaker_rulings.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "quotes/names.h"

namespace onrecord::pipeline {
namespace {

// Sets of nodes that were joined.
class Unions {
 public:
  explicit Unions(size_t n) : parent_(n) {
    std::iota(parent_.begin(), parent_.end(), 0);
  }
  int Add() {
    parent_.push_back(static_cast<int>(parent_.size()));
    return parent_.back();
  }
  int Find(int node) {
    while (parent_[node] != node) {
      parent_[node] = parent_[parent_[node]];
      node = parent_[node];
    }
    return node;
  }
  void Join(int a, int b) {
    a = Find(a);
    b = Find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<int> parent_;
};

// Two nodes that a ruling or the roster keeps apart.
struct Apart {
  int a, b;
  std::string where;
};

// Nodes are the entries of the roster, then the speakers of the first round,
// then those that rulings took out of these.
class Judge {
 public:
  Judge(const std::vector<quotes::SpeakerInput>& inputs,
        const quotes::Identities& base,
        const std::vector<quotes::KnownSpeaker>& roster)
      : inputs_(inputs),
        roster_(roster),
        unions_(roster.size() + base.speakers.size()) {
    const int entries = static_cast<int>(roster.size());
    for (int r = 0; r < entries; ++r) node_of_id_[roster[r].id] = r;
    for (size_t s = 0; s < base.speakers.size(); ++s) {
      const int node = entries + static_cast<int>(s);
      const auto [at, added] = node_of_id_.emplace(base.speakers[s].id, node);
      if (!added) unions_.Join(at->second, node);
    }
    for (size_t s = 0; s < base.speakers.size(); ++s) {
      for (const std::string& id : base.speakers[s].former_ids) {
        former_.insert(id);
        node_of_id_.emplace(id, entries + static_cast<int>(s));
      }
    }
    for (const quotes::SpeakerIdentity& one : base.of_input) {
      node_of_input_.push_back(entries + one.speaker);
    }
  }

  absl::Status Separate(const ResolvedRuling& ruling) {
    std::vector<int> nodes;
    for (size_t i = 0; i < ruling.refs.size(); ++i) {
      absl::StatusOr<int> node = NodeOf(ruling.refs[i], ruling.where);
      if (!node.ok()) return node.status();
      for (size_t j = 0; j < i; ++j) {
        if (nodes[j] != *node) continue;
        absl::Status status = Part(ruling.refs[j], ruling.refs[i], ruling.where,
                                   &nodes[j], &*node);
        if (!status.ok()) return status;
      }
      for (const int other : nodes) {
        apart_.push_back({other, *node, ruling.where});
      }
      nodes.push_back(*node);
    }
    touched_.insert(nodes.begin(), nodes.end());
    return absl::OkStatus();
  }

  absl::Status Join(const ResolvedRuling& ruling) {
    int first = -1;
    for (const SpeakerRef& ref : ruling.refs) {
      const absl::StatusOr<int> node = NodeOf(ref, ruling.where);
      if (!node.ok()) return node.status();
      touched_.insert(*node);
      if (first < 0) first = *node;
      unions_.Join(first, *node);
    }
    for (const Apart& apart : apart_) {
      if (unions_.Find(apart.a) != unions_.Find(apart.b)) continue;
      return absl::DataLossError(absl::StrCat(
          ruling.where, ": want speakers that no ruling keeps apart, got ",
          Describe(ruling), ", which ", apart.where, " says are different"));
    }
    return CheckRoster(ruling);
  }

  std::vector<int32_t> Ruled() {
    std::set<int> roots;
    for (const int node : touched_) roots.insert(unions_.Find(node));
    std::vector<int32_t> ruled(inputs_.size(), -1);
    for (size_t i = 0; i < inputs_.size(); ++i) {
      const int root = unions_.Find(node_of_input_[i]);
      if (roots.count(root) > 0) ruled[i] = root;
    }
    return ruled;
  }

 private:
  static std::string Describe(const ResolvedRuling& ruling) {
    std::string text;
    for (const SpeakerRef& ref : ruling.refs) {
      absl::StrAppend(&text, text.empty() ? "" : " and ", "\"", ref.text, "\"");
    }
    return text;
  }

  absl::StatusOr<int> NodeOf(const SpeakerRef& ref,
                             const std::string& where) const {
    if (ref.id.empty()) return node_of_input_[ref.input];
    const auto found = node_of_id_.find(ref.id);
    if (found != node_of_id_.end()) return found->second;
    return absl::DataLossError(
        absl::StrCat(where,
                     ": want the id of a speaker of the articles or the "
                     "roster, got \"",
                     ref.id, "\""));
  }

  // Takes one of two, which the first round joined, out of the rest.
  absl::Status Part(const SpeakerRef& a, const SpeakerRef& b,
                    const std::string& where, int* node_a, int* node_b) {
    if (CanLeave(b, a) && Leave(b, a, node_b)) return absl::OkStatus();
    if (CanLeave(a, b) && Leave(a, b, node_a)) return absl::OkStatus();
    return absl::DataLossError(absl::StrCat(
        where, ": want different speakers, got \"", a.text, "\" and \"", b.text,
        "\", which are one in their article"));
  }

  bool CanLeave(const SpeakerRef& ref, const SpeakerRef& rest) const {
    if (!ref.id.empty()) return former_.count(ref.id) > 0;
    return ref.input != rest.input;
  }

  bool Leave(const SpeakerRef& ref, const SpeakerRef& rest, int* node) {
    const int from = *node;
    std::vector<size_t> leaving, staying;
    for (size_t i = 0; i < inputs_.size(); ++i) {
      if (node_of_input_[i] != from) continue;
      (Leaves(i, ref, rest) ? leaving : staying).push_back(i);
    }
    if (leaving.empty() || staying.empty()) return false;
    *node = unions_.Add();
    for (const size_t i : leaving) node_of_input_[i] = *node;
    return true;
  }

  bool Leaves(size_t i, const SpeakerRef& ref, const SpeakerRef& rest) const {
    if (!ref.id.empty()) {
      return quotes::Slug(quotes::ParsePersonName(inputs_[i].name).display) ==
             ref.id;
    }
    if (static_cast<int32_t>(i) == ref.input) return true;
    if (static_cast<int32_t>(i) == rest.input) return false;
    const bool with_rest =
        rest.id.empty() && ShareRole(inputs_[i], inputs_[rest.input]);
    return !with_rest && ShareRole(inputs_[i], inputs_[ref.input]);
  }

  static bool ShareRole(const quotes::SpeakerInput& a,
                        const quotes::SpeakerInput& b) {
    return std::any_of(
        a.roles.begin(), a.roles.end(), [&](const std::string& role) {
          return std::find(b.roles.begin(), b.roles.end(), role) !=
                 b.roles.end();
        });
  }

  absl::Status CheckRoster(const ResolvedRuling& ruling) {
    absl::flat_hash_map<int, int> entry_of;
    for (size_t r = 0; r < roster_.size(); ++r) {
      const int entry = static_cast<int>(r);
      const auto [at, added] = entry_of.emplace(unions_.Find(entry), entry);
      if (added) continue;
      return absl::DataLossError(absl::StrCat(
          ruling.where, ": want one entry of the roster, got \"",
          roster_[at->second].id, "\" (", roster_[at->second].name, ") and \"",
          roster_[r].id, "\" (", roster_[r].name, ")"));
    }
    return absl::OkStatus();
  }

  const std::vector<quotes::SpeakerInput>& inputs_;
  const std::vector<quotes::KnownSpeaker>& roster_;
  Unions unions_;
  absl::flat_hash_map<std::string, int> node_of_id_;
  std::set<std::string> former_;
  std::vector<int> node_of_input_;
  std::vector<Apart> apart_;
  std::set<int> touched_;
};

}  // namespace

absl::StatusOr<std::vector<int32_t>> RuleSpeakers(
    const std::vector<ResolvedRuling>& same,
    const std::vector<ResolvedRuling>& different,
    const std::vector<quotes::SpeakerInput>& inputs,
    const quotes::Identities& base,
    const std::vector<quotes::KnownSpeaker>& roster) {
  Judge judge(inputs, base, roster);
  for (const ResolvedRuling& ruling : different) {
    absl::Status status = judge.Separate(ruling);
    if (!status.ok()) return status;
  }
  for (const ResolvedRuling& ruling : same) {
    absl::Status status = judge.Join(ruling);
    if (!status.ok()) return status;
  }
  return judge.Ruled();
}

}  // namespace onrecord::pipeline

#include "stance/passage.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "stance/clause.h"

namespace onrecord::stance {
namespace {

constexpr double kConsequence = .8;    // "if they go there will be war"
constexpr double kVerdict = .7;        // "it would be madness"
constexpr double kObjectVerdict = .6;  // "they protect us"
constexpr double kRhetorical = .8;
constexpr double kEcho = .6;  // "Peace talks? With whom?"
constexpr int32_t kEchoLength = 4;
constexpr double kBeforeBut = .5;  // Factor for what "but" overrides.
constexpr double kConcession = .3;
constexpr double kRelative = .5;

class PassageReader {
 public:
  PassageReader(const Reading& reading, Topic topic)
      : reading_(reading), clauses_(SplitClauses(reading)) {
    result_.topic = topic;
    meanings_.reserve(clauses_.size());
    for (const Clause& clause : clauses_) {
      meanings_.push_back(ReadClause(reading_, clause, result_.topic));
      UpdateTopic(meanings_.back());
    }
  }

  PassageMeaning Topics() { return std::move(result_); }

  PassageMeaning All(const PatternIndex& questions) {
    questions_ = &questions;
    for (size_t i = 0; i < clauses_.size(); ++i) ReadOne(i);
    result_.both_ways = BothWays();
    return std::move(result_);
  }

 private:
  void UpdateTopic(const ClauseMeaning& meaning) {
    if (meaning.names_object || meaning.outcome != 0) {
      result_.topic.object = true;
    }
    if (meaning.bare_outcome != 0) result_.bare_outcome = meaning.bare_outcome;
    const Clause& clause = clauses_[meanings_.size() - 1];
    if ((clause.role == ClauseRole::kOpen ||
         clause.role == ClauseRole::kCondition) &&
        meaning.value != 0) {
      result_.asked = meaning.value > 0 ? 1 : -1;
    }
    if (meaning.outcome != 0 &&
        (clause.question || clause.role == ClauseRole::kOpen ||
         clause.role == ClauseRole::kCondition)) {
      result_.asked_of = true;
    }
  }

  // The openings of two conditions of the same breath, one with a negation and
  // one without, where the object, an outcome or an act is named beside them:
  // "if they ask us we go; if they do not, we stay". None if there are no such
  // two.
  std::vector<Evidence> BothWays() const {
    const Clause* plain = nullptr;
    const Clause* negated = nullptr;
    bool named = false;
    for (size_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      named |= meanings_[i].outcome != 0 || meanings_[i].names_object ||
               meanings_[i].bare_outcome != 0 ||
               (result_.topic.article && NamesAct(clause));
      if (clause.role == ClauseRole::kCondition && !clause.question &&
          clause.items.begin < clause.items.end) {
        (HasNegation(clause) ? negated : plain) = &clause;
      }
    }
    if (!named || plain == nullptr || negated == nullptr ||
        std::abs(plain->sentence - negated->sentence) > 1) {
      return {};
    }
    std::vector<Evidence> evidence;
    for (const Clause* clause : {plain, negated}) {
      const Item& opening = reading_.items[clause->items.begin];
      evidence.push_back(
          {reading_.SpanOf(opening.at), opening.signal->name, 0});
    }
    return evidence;
  }

  // "we will go", where the whole text is about who goes.
  bool NamesAct(const Clause& clause) const {
    for (int32_t i = clause.items.begin; i < clause.items.end; ++i) {
      const Item& item = reading_.items[i];
      if (item.Is(SignalKind::kActBy) || item.Is(SignalKind::kActOn)) {
        return true;
      }
    }
    return false;
  }

  bool HasNegation(const Clause& clause) const {
    for (int32_t i = clause.items.begin; i < clause.items.end; ++i) {
      if (reading_.items[i].Is(SignalKind::kNegation)) return true;
    }
    return false;
  }

  void ReadOne(size_t i) {
    const Clause& clause = clauses_[i];
    const ClauseMeaning& meaning = meanings_[i];
    if (clause.question && !reading_.reported) {
      ReadQuestion(i);
      if (meaning.loaded && meaning.value != 0) Add(i, meaning.value);
      return;
    }
    const int previous = pending_;
    if (meaning.bare_outcome != 0 || meaning.outcome != 0) {
      pending_ =
          meaning.bare_outcome != 0 ? meaning.bare_outcome : meaning.outcome;
    }
    if (clause.subordinate() && clause.role != ClauseRole::kReason &&
        meaning.outcome != 0 && Consequence(i)) {
      return;
    }
    if (meaning.value != 0) {
      if (clause.role == ClauseRole::kOpen) return;
      if ((clause.role == ClauseRole::kCondition ||
           clause.role == ClauseRole::kDuration ||
           clause.role == ClauseRole::kException) &&
          !AloneInSentence(i)) {
        return;
      }
      if (reading_.reported && clause.role == ClauseRole::kTime) return;
      Add(i, meaning.value);
      if (meaning.opposite != 0) Add(i, meaning.opposite);
      return;
    }
    if (meaning.verdict == 0 || meaning.attributed) return;
    if (used_[i]) return;
    ReadVerdict(i, previous);
  }

  // "get out too fast and we undo everything": the verdict is of an outcome
  // named before it.
  void ReadVerdict(size_t i, int previous) {
    const ClauseMeaning& meaning = meanings_[i];
    const Clause& clause = clauses_[i];
    if (clause.subordinate() && clause.role != ClauseRole::kReason &&
        !AloneInSentence(i)) {
      return;
    }
    if (meaning.verdict_on_object && result_.topic.object) {
      Add(i, meaning.verdict * result_.topic.object_side * kObjectVerdict);
      return;
    }
    int outcome = previous != 0 ? previous : 0;
    if (outcome == 0) outcome = result_.topic.outcome;
    if (outcome == 0) return;
    const bool follows = i > 0 && clauses_[i - 1].sentence == clause.sentence &&
                         meanings_[i - 1].outcome != 0;
    if (clause.joined_by_or && follows) {
      Add(i, -meaning.verdict * meanings_[i - 1].outcome * kConsequence);
    } else if (clause.joined_by_and && follows &&
               meanings_[i - 1].subject_free) {
      // The imperative before it is no demand but a condition.
      Cancel(i - 1);
      Add(i, meaning.verdict * meanings_[i - 1].outcome * kConsequence);
    } else if (meaning.verdict_on_outcome &&
               clause.role != ClauseRole::kReason) {
      Add(i, meaning.verdict * outcome * kVerdict);
    }
  }

  // A subordinate clause names the outcome and its main clause judges it.
  bool Consequence(size_t i) {
    const ClauseMeaning& meaning = meanings_[i];
    for (size_t j : {i + 1, i - 1, i - 2}) {
      if (j >= clauses_.size()) continue;
      if (clauses_[j].sentence != clauses_[i].sentence) continue;
      const bool both_times = clauses_[i].role == ClauseRole::kTime &&
                              clauses_[j].role == ClauseRole::kTime;
      if (clauses_[j].subordinate() && !both_times) continue;
      const ClauseMeaning& main = meanings_[j];
      if (main.outcome != 0 || main.value != 0) return false;
      if (main.verdict == 0 || main.attributed) continue;
      used_[j] = true;
      const int turn = clauses_[i].role == ClauseRole::kException ? -1 : 1;
      Contribution& added =
          Add(j, turn * meaning.outcome * main.verdict * kConsequence);
      added.evidence.insert(added.evidence.end(), meaning.evidence.begin(),
                            meaning.evidence.end());
      if (added.act == Act::kUnspecified) added.act = Act::kConsequence;
      return true;
    }
    return false;
  }

  void ReadQuestion(size_t i) {
    const Clause& clause = clauses_[i];
    const ClauseMeaning& meaning = meanings_[i];
    const Signal* opening = Opening(clause.sentence);
    if (opening == nullptr) {
      // "Peace talks? With whom?"
      if (clause.at.end - clause.at.begin <= kEchoLength &&
          i + 1 < clauses_.size() && meaning.bare_outcome != 0) {
        Add(i, -meaning.bare_outcome * kEcho);
      }
      return;
    }
    int outcome = opening->kind == SignalKind::kBadEnd ? meaning.bare_outcome
                                                       : meaning.outcome;
    double value = 0;
    if (outcome != 0) {
      value = opening->sign * outcome * kRhetorical;
    } else if (opening->kind == SignalKind::kRhetorical &&
               (meaning.verdict_on_object || meaning.names_object) &&
               result_.topic.object) {
      value = opening->sign * result_.topic.object_side *
              (meaning.verdict < 0 ? -1 : 1) * kObjectVerdict;
    }
    if (value == 0) return;
    Contribution& added = Add(i, value);
    added.evidence.push_back({reading_.SpanOf(opening_at_), opening->name,
                              static_cast<double>(opening->sign)});
  }

  // The listed question opening of a sentence, nullptr if there is none.
  const Signal* Opening(int32_t sentence) {
    auto clause = std::lower_bound(
        clauses_.begin(), clauses_.end(), sentence,
        [](const Clause& c, int32_t s) { return c.sentence < s; });
    for (; clause != clauses_.end() && clause->sentence == sentence; ++clause) {
      for (int32_t at = clause->at.begin;
           at < clause->at.end && at < clause->at.begin + 3; ++at) {
        const PatternIndex::Match match =
            questions_->Longest(*reading_.document, reading_.tokens, at);
        if (match.length == 0) continue;
        opening_at_ = {at, at + match.length};
        return match.signal;
      }
    }
    return nullptr;
  }

  Contribution& Add(size_t i, double value) {
    const ClauseMeaning& meaning = meanings_[i];
    Contribution added;
    added.value = value * RoleWeight(i);
    added.act = meaning.act;
    added.modality = meaning.modality;
    added.negated = meaning.negated;
    added.attitude = meaning.attitude;
    added.evidence = meaning.evidence;
    if (added.evidence.empty() && !meaning.outcome_evidence.rule.empty()) {
      added.evidence.push_back(meaning.outcome_evidence);
    }
    if (const Clause* condition = ConditionOf(i)) {
      // "not before hearts have softened": no, for all that can be seen.
      added.conditional =
          value > 0 || condition->role == ClauseRole::kCondition;
      added.condition =
          std::string(reading_.document->Text(reading_.SpanOf(condition->at)));
      added.modality = Modality::kConditional;
    }
    result_.contributions.push_back(std::move(added));
    from_.push_back(i);
    return result_.contributions.back();
  }

  void Cancel(size_t clause) {
    for (size_t k = 0; k < from_.size(); ++k) {
      if (from_[k] == clause) result_.contributions[k].value = 0;
    }
  }

  double RoleWeight(size_t i) const {
    if (clauses_[i].role == ClauseRole::kConcession) return kConcession;
    if (clauses_[i].role == ClauseRole::kRelative) return kRelative;
    for (size_t j = i + 1; j < clauses_.size() && j <= i + 3; ++j) {
      if (clauses_[j].role == ClauseRole::kContrast &&
          (meanings_[j].value != 0 || meanings_[j].verdict != 0)) {
        return kBeforeBut;
      }
    }
    return 1;
  }

  // The open condition of a clause's sentence, nullptr if there is none.
  const Clause* ConditionOf(size_t main) const {
    for (size_t j : {main - 1, main + 1}) {
      if (j >= clauses_.size()) continue;
      const Clause& clause = clauses_[j];
      if (clause.sentence != clauses_[main].sentence) continue;
      if (clause.role != ClauseRole::kCondition &&
          clause.role != ClauseRole::kDuration &&
          clause.role != ClauseRole::kException) {
        continue;
      }
      // ", and if it rains we ...": belongs to what follows.
      if (j > main && Leads(j)) continue;
      if (meanings_[j].outcome != 0) continue;
      return &clause;
    }
    return nullptr;
  }

  // A condition after a comma with a clause of its own behind it.
  bool Leads(size_t j) const {
    const int32_t at = clauses_[j].at.begin;
    const bool after_mark =
        at > 0 && (!reading_.token(at - 1).is_word() ||
                   reading_.token(at).Has(text::kConjunction));
    return after_mark && j + 1 < clauses_.size() &&
           clauses_[j + 1].sentence == clauses_[j].sentence;
  }

  bool AloneInSentence(size_t i) const {
    for (size_t j : {i - 1, i + 1}) {
      if (j < clauses_.size() && clauses_[j].sentence == clauses_[i].sentence) {
        return false;
      }
    }
    return true;
  }

  const Reading& reading_;
  const PatternIndex* questions_ = nullptr;  // For All().
  std::vector<Clause> clauses_;
  std::vector<ClauseMeaning> meanings_;
  PassageMeaning result_;
  std::vector<size_t> from_;
  std::vector<bool> used_ = std::vector<bool>(clauses_.size(), false);
  int pending_ = 0;
  PositionRange opening_at_;
};

}  // namespace

PassageMeaning ReadTopic(const Reading& reading, Topic topic) {
  return PassageReader(reading, topic).Topics();
}

PassageMeaning ReadPassage(const Reading& reading, Topic topic,
                           const PatternIndex& questions) {
  return PassageReader(reading, topic).All(questions);
}

}  // namespace onrecord::stance

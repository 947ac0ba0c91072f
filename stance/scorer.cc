#include "stance/scorer.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "stance/answer.h"
#include "stance/passage.h"
#include "stance/reading.h"
#include "stance/setting.h"

namespace onrecord::stance {
namespace {

using text::Document;
using text::Span;

constexpr double kFire = .35;        // Least weight that makes a label.
constexpr double kBalanced = .5;     // Weaker side / stronger side: MIXED.
constexpr double kAnswerValue = .7;  // "Yes." to the reporter's question.
constexpr double kReporter = .9;     // The reporter's words for a position.
constexpr double kMixedConfidence = .6;

Reading Prepare(const Document& document, const std::vector<Span>& spans,
                const PatternIndex& words) {
  return MakeReading(document, spans, words);
}

bool AnyTargetWord(const Document& document, Span span) {
  const text::TokenRange range = document.TokensIn(span);
  for (int32_t i = range.begin; i < range.end; ++i) {
    if (document.token(i).Has(text::kTargetWord)) return true;
  }
  return false;
}

bool AnyTargetWord(const Document& document, const std::vector<Span>& spans) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](Span span) { return AnyTargetWord(document, span); });
}

// What the text before a quotation is about.
Topic TopicOf(const Reading& before, const PatternIndex& questions,
              int object_side) {
  Topic topic;
  topic.object_side = object_side;
  bool excluded = false;
  for (const Item& item : before.items) {
    topic.object |= item.Is(SignalKind::kObject);
    excluded |= item.Is(SignalKind::kExclude);
  }
  topic.excluded = excluded && !topic.object;
  topic.outcome = ReadPassage(before, topic, questions).bare_outcome;
  topic.object |= topic.outcome != 0;
  return topic;
}

// Both sides of the balance, and what it says.
class Balance {
 public:
  void Add(std::vector<Contribution> contributions, double weight) {
    for (Contribution& one : contributions) {
      one.value *= weight;
      if (one.value == 0) continue;
      all_.push_back(std::move(one));
    }
  }
  bool empty() const { return all_.empty(); }

  void Decide(const Answer& answer, Stance* stance) const {
    double favor = 0, against = 0;
    const Contribution* strongest = nullptr;
    for (const Contribution& one : all_) {
      (one.value > 0 ? favor : against) += std::abs(one.value);
      if (strongest == nullptr ||
          std::abs(one.value) > std::abs(strongest->value)) {
        strongest = &one;
      }
    }
    const double top = std::max(favor, against);
    if (strongest == nullptr || top < kFire) return;
    const double total = favor + against;
    stance->score = (favor - against) / std::max(1.0, total);
    stance->confidence = std::min(1.0, top) * (answer.hedged ? .8 : 1);
    stance->act = strongest->act;
    stance->modality = strongest->modality;
    stance->negated = strongest->negated;
    stance->condition = strongest->condition;
    stance->label =
        favor > against ? StanceLabel::kFavor : StanceLabel::kAgainst;
    const bool depends =
        strongest->conditional || answer.torn || answer.depends;
    if (std::min(favor, against) >= kBalanced * top || depends) {
      stance->label = StanceLabel::kMixed;
      stance->confidence = std::min(stance->confidence, kMixedConfidence);
    }
    for (const Contribution& one : all_) {
      stance->evidence.insert(stance->evidence.end(), one.evidence.begin(),
                              one.evidence.end());
    }
  }

 private:
  std::vector<Contribution> all_;
};

// The stance of an answer to what the reporter put into words.
Contribution FromAnswer(const Answer& answer, const Setting& setting,
                        const Topic& topic) {
  Contribution result;
  if (topic.outcome == 0) return result;
  int sign = answer.yes;
  if (sign == 0 && setting.answer && answer.negations > 0) {
    sign = answer.negations % 2 == 0 ? 1 : -1;
  }
  result.value = sign * topic.outcome * kAnswerValue;
  result.act = sign < 0 ? Act::kRefuse : Act::kEndorse;
  result.evidence = answer.evidence;
  return result;
}

void SortEvidence(std::vector<Evidence>* evidence) {
  std::stable_sort(evidence->begin(), evidence->end(),
                   [](const Evidence& a, const Evidence& b) {
                     if (a.span != b.span) return a.span < b.span;
                     return a.rule < b.rule;
                   });
  evidence->erase(std::unique(evidence->begin(), evidence->end(),
                              [](const Evidence& a, const Evidence& b) {
                                return a.span == b.span && a.rule == b.rule;
                              }),
                  evidence->end());
}

}  // namespace

void StanceScorer::RegisterWords(const Target& target,
                                 text::Lexicon::Builder* builder) {
  RegisterVocabulary(MakeVocabulary(target), builder);
}

StanceScorer::StanceScorer(const Target& target, const text::Lexicon& lexicon)
    : StanceScorer(target, MakeVocabulary(target), lexicon) {}

StanceScorer::StanceScorer(const Target& target, Vocabulary vocabulary,
                           const text::Lexicon& lexicon)
    : name_(target.name),
      object_side_(target.object_side),
      words_(std::move(vocabulary.words), lexicon),
      questions_(std::move(vocabulary.questions), lexicon),
      answers_(std::move(vocabulary.answers), lexicon) {}

Stance StanceScorer::Score(const Document& document,
                           const Utterance& utterance) const {
  Stance stance;
  stance.target = name_;
  if (utterance.content.empty() ||
      utterance.kind == quotes::QuoteKind::kScare) {
    return stance;
  }
  const Setting setting = LookAround(document, utterance);
  if (!AnyTargetWord(document, utterance.content) &&
      !AnyTargetWord(document, setting.before)) {
    return stance;
  }
  const Topic topic = TopicOf(Prepare(document, setting.before, words_),
                              questions_, object_side_);
  Reading content = Prepare(document, utterance.content, words_);
  const Answer answer = ReadAnswer(content, answers_);
  if (answer.no_comment) return stance;

  Balance balance;
  const bool indirect = utterance.kind == quotes::QuoteKind::kIndirect;
  if (indirect || setting.fragment) {
    std::vector<Span> spans = indirect ? utterance.content : setting.joined;
    if (indirect && !utterance.cue.empty() &&
        utterance.cue.end <= spans.front().begin) {
      spans.insert(spans.begin(), utterance.cue);
    }
    Reading joined = Prepare(document, spans, words_);
    joined.reported = setting.speaker_first || indirect;
    joined.third_person = true;
    balance.Add(ReadPassage(joined, topic, questions_).contributions, 1);
  } else {
    balance.Add(ReadPassage(content, topic, questions_).contributions, 1);
    if (setting.speaker_first) {
      Reading reporter = Prepare(document, setting.reporter, words_);
      reporter.reported = true;
      reporter.third_person = true;
      balance.Add(ReadPassage(reporter, topic, questions_).contributions,
                  kReporter);
    }
  }
  if (balance.empty()) {
    balance.Add({FromAnswer(answer, setting, topic)}, 1);
  }
  balance.Decide(answer, &stance);
  if (stance.label == StanceLabel::kNone && topic.object &&
      (answer.depends || answer.torn)) {
    stance.label = StanceLabel::kMixed;
    stance.confidence = kMixedConfidence;
    stance.modality = Modality::kConditional;
    stance.evidence = answer.evidence;
  }
  SortEvidence(&stance.evidence);
  return stance;
}

}  // namespace onrecord::stance

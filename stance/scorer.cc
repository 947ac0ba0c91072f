#include "stance/scorer.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "stance/answer.h"
#include "stance/holder.h"
#include "stance/passage.h"
#include "stance/reading.h"
#include "stance/setting.h"

namespace onrecord::stance {
namespace {

using text::Document;
using text::Span;

constexpr double kFirm = .65;        // Outweighs "no comment".
constexpr double kFire = .35;        // Least weight that makes a label.
constexpr double kBalanced = .5;     // Weaker side / stronger side: MIXED.
constexpr double kAnswerValue = .7;  // "Yes." to the reporter's question.
constexpr double kReporter = .9;     // The reporter's words for a position.
constexpr double kMixedConfidence = .6;

bool AnyTargetWord(const Document& document, const std::vector<Span>& spans) {
  for (Span span : spans) {
    const text::TokenRange range = document.TokensIn(span);
    for (int32_t i = range.begin; i < range.end; ++i) {
      if (document.token(i).Has(text::kTargetWord)) return true;
    }
  }
  return false;
}

// The word of a pattern that tells of the target most: of objects and outcomes
// the last, of idioms the longest; -1 if it has everyday words only.
int CoreWord(const Pattern& pattern) {
  constexpr size_t kTelling = 9;
  const SignalKind kind = pattern.signal.kind;
  if (!pattern.signal.of_target || pattern.signal.beside_object) return -1;
  const int last = static_cast<int>(pattern.words.size()) - 1;
  const bool thing =
      kind == SignalKind::kObject || kind == SignalKind::kOutcome;
  if (thing && last == 0) return 0;
  if (!thing && kind != SignalKind::kPhrase && kind != SignalKind::kLoaded) {
    return -1;
  }
  int best = -1;
  size_t length = thing ? 3 : kTelling - 1;
  for (int i = last; i >= 0; --i) {
    if (pattern.words[i].empty()) continue;
    if (pattern.words[i][0].size() <= length) continue;
    length = pattern.words[i][0].size();
    best = i;
    if (thing) break;  // "stabilisation force": the last long word.
  }
  return best;
}

std::vector<bool> CoreWords(const std::vector<Pattern>& patterns,
                            const text::Lexicon& lexicon) {
  std::vector<bool> core(lexicon.size(), false);
  for (const Pattern& pattern : patterns) {
    const int word = CoreWord(pattern);
    if (word < 0) continue;
    for (const std::string& form : pattern.words[word]) {
      core[lexicon.Find(form)] = true;
    }
  }
  if (!core.empty()) core[0] = false;
  return core;
}

// "the historian", ", who teaches law,": a speaker without a part in it.
bool NamesObserver(const Document& document, const std::vector<Span>& aside,
                   const PatternIndex& observers) {
  return !MakeReading(document, aside, observers).items.empty();
}

// How many bytes an item is away from a stretch of text.
int32_t Distance(const Reading& reading, const Item& item, Span span) {
  const Span at = reading.SpanOf(item.at);
  return std::max({0, span.begin - at.end, at.begin - span.end});
}

// What the text around a quotation is about. `topic` tells of the target.
Topic TopicOf(const Reading& around, Span quotation,
              const PatternIndex& questions, Topic topic) {
  int32_t object = -1, excluded = -1;  // Nearest, in bytes.
  const auto nearer = [&](const Item& item, int32_t* best) {
    const int32_t distance = Distance(around, item, quotation);
    if (*best < 0 || distance < *best) *best = distance;
  };
  for (const Item& item : around.items) {
    if (item.Is(SignalKind::kObject)) nearer(item, &object);
    if (item.Is(SignalKind::kExclude)) nearer(item, &excluded);
  }
  topic.object = object >= 0;
  for (int32_t at = 0; topic.nationals && at < around.size(); ++at) {
    topic.object |= IsNational(around, at);
  }
  const PassageMeaning meaning = ReadPassage(around, topic, questions);
  topic.asked = meaning.asked_of;
  topic.outcome = meaning.asked != 0 ? meaning.asked : meaning.bare_outcome;
  topic.object |= topic.outcome != 0;
  topic.excluded = excluded >= 0 && (object < 0 || excluded < object);
  if (topic.excluded) topic.object = false;
  return topic;
}

// Both sides of the balance, and what it says.
class Balance {
 public:
  void Add(std::vector<Contribution> contributions, double weight) {
    for (Contribution& one : contributions) {
      one.value *= weight;
      if (one.value == 0 || one.evidence.empty()) continue;
      all_.push_back(std::move(one));
    }
  }
  bool empty() const { return all_.empty(); }
  // True if some words alone make a firm position.
  bool Strong() const {
    return std::any_of(all_.begin(), all_.end(), [](const Contribution& one) {
      return std::abs(one.value) >= kFirm;
    });
  }

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
  result.evidence = answer.evidence;
  if (sign == 0 && setting.answer && topic.asked && answer.negations > 0) {
    sign = answer.negations % 2 == 0 ? 1 : -1;
    result.evidence = answer.negation_evidence;
  }
  result.value = sign * topic.outcome * kAnswerValue;
  result.act = sign < 0 ? Act::kRefuse : Act::kEndorse;
  return result;
}

// Of the reporter's own words only those that tell of a wish count.
void KeepAttitudes(std::vector<Contribution>* contributions) {
  for (Contribution& one : *contributions) {
    if (!one.attitude) one.value = 0;
  }
}

// "That depends", where nothing else was said.
void AbideByAnswer(const Answer& answer, Stance* stance) {
  if (!answer.depends && !answer.torn) return;
  stance->label = StanceLabel::kMixed;
  stance->confidence = kMixedConfidence;
  stance->modality = Modality::kConditional;
  stance->evidence = answer.evidence;
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
      nationals_are_object_(target.nationals_are_object),
      core_(CoreWords(vocabulary.words, lexicon)),
      words_(std::move(vocabulary.words), lexicon),
      questions_(std::move(vocabulary.questions), lexicon),
      answers_(std::move(vocabulary.answers), lexicon),
      observers_(std::move(vocabulary.observers), lexicon) {}

// In a whole article the target is named; in an excerpt everyday words may have
// to do.
bool StanceScorer::Concerns(const Document& document,
                            const std::vector<Span>& content,
                            const std::vector<Span>& before) const {
  constexpr size_t kExcerptTokens = 150;
  if (document.tokens().size() < kExcerptTokens) {
    return AnyTargetWord(document, content) || AnyTargetWord(document, before);
  }
  return NamesTarget(document, content) || NamesTarget(document, before) ||
         IsAbout(document);
}

bool StanceScorer::NamesTarget(const Document& document,
                               const std::vector<Span>& spans) const {
  for (Span span : spans) {
    const text::TokenRange range = document.TokensIn(span);
    for (int32_t i = range.begin; i < range.end; ++i) {
      const text::Token& token = document.token(i);
      if (core_[token.word]) return true;
      // "the Kenyans" can be the object.
      if (nationals_are_object_ && token.Has(text::kDemonym) &&
          token.Has(text::kPlural)) {
        return true;
      }
    }
  }
  return false;
}

// The whole text is about the target: words of it come again and again.
bool StanceScorer::IsAbout(const Document& document) const {
  constexpr int kEnough = 4;
  int found = 0;
  for (const text::Token& token : document.tokens()) {
    found += core_[token.word];
    if (found >= kEnough) return true;
  }
  return false;
}

Topic StanceScorer::TopicAround(const Document& document,
                                const Setting& setting, Span quotation) const {
  Topic topic;
  topic.object_side = object_side_;
  topic.nationals = nationals_are_object_;
  topic.article = IsAbout(document);
  return TopicOf(MakeReading(document, setting.before, words_), quotation,
                 questions_, topic);
}

std::vector<StanceScorer::Source> StanceScorer::SourcesOf(
    const Utterance& utterance, const Setting& setting,
    const Answer& answer) const {
  if (utterance.kind == quotes::QuoteKind::kIndirect) {
    std::vector<Span> spans = utterance.content;
    if (!utterance.cue.empty() && utterance.cue.end <= spans.front().begin) {
      spans.front().begin = utterance.cue.begin;
    }
    return {{std::move(spans), true, true, 1}};
  }
  if (setting.fragment) {
    // "will stop “when pigs fly”": the fragment takes it back.
    const double weight = answer.yes < 0 ? -1 : 1;
    return {{setting.joined, setting.speaker_first, true, weight}};
  }
  std::vector<Source> sources = {{utterance.content, false, false, 1}};
  if (!setting.reporter.empty()) {
    sources.push_back({setting.reporter, true, true, kReporter});
  }
  return sources;
}

Stance StanceScorer::Score(const Document& document,
                           const Utterance& utterance) const {
  Stance stance;
  stance.target = name_;
  if (utterance.content.empty() ||
      utterance.kind == quotes::QuoteKind::kScare) {
    return stance;
  }
  const Setting setting = LookAround(document, utterance);
  if (!Concerns(document, utterance.content, setting.before)) return stance;
  Topic topic = TopicAround(
      document, setting,
      {utterance.content.front().begin, utterance.content.back().end});
  const Answer answer =
      ReadAnswer(MakeReading(document, utterance.content, words_), answers_);
  const bool observer = utterance.speaker_is_third_party ||
                        NamesObserver(document, setting.aside, observers_);
  Balance balance;
  for (const Source& source : SourcesOf(utterance, setting, answer)) {
    Reading reading = MakeReading(document, source.spans, words_);
    reading.reported = source.reported;
    reading.third_person = source.third_person;
    reading.observer = observer;
    PassageMeaning meaning = ReadPassage(reading, topic, questions_);
    topic.object |= !topic.excluded && meaning.topic.object;
    if (source.weight == kReporter) KeepAttitudes(&meaning.contributions);
    balance.Add(std::move(meaning.contributions), source.weight);
  }
  if (answer.no_comment && !balance.Strong()) return stance;
  if (balance.empty()) {
    balance.Add({FromAnswer(answer, setting, topic)}, 1);
  }
  balance.Decide(answer, &stance);
  if (stance.label == StanceLabel::kNone && topic.object) {
    AbideByAnswer(answer, &stance);
  }
  SortEvidence(&stance.evidence);
  return stance;
}

}  // namespace onrecord::stance

#include "stance/scorer.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "stance/answer.h"
#include "stance/holder.h"
#include "stance/judgement.h"
#include "stance/passage.h"
#include "stance/setting.h"
#include "stance/vocabulary.h"
#include "stance/word_forms.h"

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
constexpr double kBothWaysConfidence = .9;  // "If ..., and if not ...".

// In an article most of what people say is about something else; an excerpt was
// chosen for what it says.
constexpr Bounds kInArticle = {.85, .95};
constexpr Bounds kInArticleAboutIt = {.8, .95};
constexpr Bounds kUnnamedInArticleAboutIt = {.9, .97};
constexpr Bounds kInExcerpt = {.5, .5};
constexpr Bounds kInUnnamedExcerpt = {.55, .55};  // No word of the target.
constexpr Bounds kNotAsked = {1, 1};
// "Bring our troops home now": in one clause the rules see all there is, and
// what contradicts them must be about as sure as they are.
constexpr int32_t kPlainTokens = 12;
constexpr double kPlainShare = .9;

// Far enough around a quotation to hold all that is read with it: its
// paragraphs and the one before.
text::TokenRange Around(const Document& document, const Utterance& utterance) {
  const int32_t count = static_cast<int32_t>(document.tokens().size());
  const auto paragraph_at = [&](int32_t offset) {
    return document.ParagraphOf(std::min(document.TokenAt(offset), count - 1));
  };
  if (count == 0) return {};
  const auto& paragraphs = document.paragraphs();
  const int32_t first = paragraph_at(utterance.content.front().begin);
  const int32_t last = paragraph_at(std::max(utterance.content.back().begin,
                                             utterance.content.back().end - 1));
  return {paragraphs[std::max(0, first - 1)].tokens.begin,
          paragraphs[last].tokens.end};
}

// True if a quotation with this text around it can be about the target: in a
// whole article the target is named, in an excerpt everyday words may have to
// do.
bool Concerns(const TargetPlaces& places, text::TokenRange around) {
  return places.WordIn(around) &&
         (places.IsExcerpt() || places.IsAbout() || places.TellingIn(around));
}

// What `spans` hold of the sentences in which a word of the target stands: the
// others say nothing about it.
std::vector<Span> SentencesWithWords(const Document& document,
                                     const TargetPlaces& places,
                                     const std::vector<Span>& spans) {
  std::vector<Span> found;
  for (Span span : spans) {
    const text::TokenRange range = document.TokensIn(span);
    for (int32_t at = range.begin; at < range.end;) {
      const text::TokenRange sentence =
          document.sentences()[document.SentenceOf(at)].tokens;
      const text::TokenRange part{at, std::min(sentence.end, range.end)};
      if (places.WordIn(part)) found.push_back(document.SpanOf(part));
      at = part.end;
    }
  }
  return found;
}

// "the historian", ", who teaches law,": a speaker without a part in it.
bool NamesObserver(const Document& document, const std::vector<Span>& aside,
                   const PatternIndex& observers) {
  return !MakeReading(document, aside, {&observers}).items.empty();
}

// How many bytes an item is away from a stretch of text.
int32_t Distance(const Reading& reading, const Item& item, Span span) {
  const Span at = reading.SpanOf(item.at);
  return std::max({0, span.begin - at.end, at.begin - span.end});
}

int32_t TokensOf(const Document& document, const Utterance& utterance) {
  int32_t tokens = 0;
  for (Span span : utterance.content) {
    tokens += document.TokensIn(span).size();
  }
  return tokens;
}

// A statement of so many words says by itself what it means.
double WeightOf(const Document& document, const Utterance& utterance) {
  constexpr double kFullTokens = 10;
  return std::min(1.0, TokensOf(document, utterance) / kFullTokens);
}

// What the text around a quotation is about. `topic` tells of the target.
Topic TopicOf(const Reading& around, Span quotation, Topic topic) {
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
    topic.object |= IsNational(*around.document, around.tokens[at]);
  }
  const PassageMeaning meaning = ReadTopic(around, topic);
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

// `alone`: no other question is asked, so that an excerpt without a word of the
// target is about this one.
Bounds BoundsOf(const Document& document, const TargetPlaces& places,
                const Utterance& utterance, const Setting& setting,
                bool alone) {
  if (places.IsExcerpt()) {
    Bounds bounds = kNotAsked;
    if (alone) bounds = kInUnnamedExcerpt;
    if (places.WordIn(Around(document, utterance))) bounds = kInExcerpt;
    if (TokensOf(document, utterance) <= kPlainTokens) {
      bounds.share_of_rules = kPlainShare;
    }
    return bounds;
  }
  for (const std::vector<Span>* spans :
       {&utterance.content, &setting.reporter}) {
    for (Span span : *spans) {
      if (!places.WordIn(document.TokensIn(span))) continue;
      return places.IsAbout() ? kInArticleAboutIt : kInArticle;
    }
  }
  return places.IsAbout() ? kUnnamedInArticleAboutIt : kNotAsked;
}

}  // namespace

void RegisterWords(absl::Span<const Target> targets,
                   text::Lexicon::Builder* builder) {
  const WordForms forms;
  RegisterVocabulary(SharedVocabulary(forms), builder);
  for (const Target& target : targets) {
    RegisterPatterns(TargetWords(target, forms), builder);
    RegisterPatterns(TopicWords(target, forms), builder);
  }
}

std::vector<StanceScorer> MakeScorers(absl::Span<const Target> targets,
                                      const text::Lexicon& lexicon,
                                      const OpinionModel* opinions) {
  const WordForms forms;
  const auto shared =
      std::make_shared<const SharedWords>(CompileSharedWords(forms, lexicon));
  std::vector<StanceScorer> scorers;
  scorers.reserve(targets.size());
  for (const Target& target : targets) {
    scorers.push_back(
        StanceScorer(target, PatternIndex(TargetWords(target, forms), lexicon),
                     PatternIndex(TopicWords(target, forms), lexicon), shared,
                     opinions, targets.size() == 1));
  }
  return scorers;
}

StanceScorer::StanceScorer(const Target& target, PatternIndex words,
                           PatternIndex topic,
                           std::shared_ptr<const SharedWords> shared,
                           const OpinionModel* opinions, bool alone)
    : name_(target.name),
      object_side_(target.object_side),
      nationals_are_object_(target.nationals_are_object),
      words_(std::move(words)),
      topic_(std::move(topic)),
      shared_(std::move(shared)),
      opinions_(opinions),
      alone_(alone) {}

TargetPlaces StanceScorer::FindPlaces(const Document& document) const {
  return FindTargetPlaces(document, words_, topic_, nationals_are_object_);
}

Reading StanceScorer::Read(const Document& document,
                           const std::vector<Span>& spans) const {
  return MakeReading(document, spans, {&words_, &shared_->words});
}

Topic StanceScorer::TopicAround(const Document& document,
                                const TargetPlaces& places,
                                const Setting& setting, Span quotation) const {
  Topic topic;
  topic.object_side = object_side_;
  topic.nationals = nationals_are_object_;
  topic.article = places.IsAbout();
  const std::vector<Span> telling =
      SentencesWithWords(document, places, setting.before);
  if (telling.empty()) return topic;
  return TopicOf(Read(document, telling), quotation, topic);
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

std::vector<OpinionFeature> StanceScorer::FeaturesOf(
    const Document& document, const Utterance& utterance,
    const Setting& setting, const Stance& rules) const {
  const Reading quotation = Read(document, utterance.content);
  const Reading reporter = Read(document, setting.reporter);
  return OpinionFeatures(
      {&quotation, &reporter, &rules, utterance.kind, setting.fragment});
}

std::vector<OpinionFeature> StanceScorer::Features(
    const Document& document, const TargetPlaces& places,
    const Utterance& utterance) const {
  if (utterance.content.empty()) return {};
  const Setting setting = LookAround(document, utterance);
  Stance rules;
  if (Concerns(places, Around(document, utterance))) {
    rules = ByRules(document, places, utterance, setting);
  }
  return FeaturesOf(document, utterance, setting, rules);
}

Judgement StanceScorer::Judge(const Document& document,
                              const TargetPlaces& places,
                              const Utterance& utterance) const {
  if (utterance.content.empty() ||
      utterance.kind == quotes::QuoteKind::kScare) {
    return JudgeByRules(Nothing());
  }
  Judgement judgement = BothOpinions(document, places, utterance);
  judgement.weight = WeightOf(document, utterance);
  if (judgement.stance.label == StanceLabel::kNone && !places.words.empty()) {
    for (Span span : utterance.content) {
      judgement.stance.on_topic |= places.WordIn(document.TokensIn(span));
    }
  }
  return judgement;
}

Judgement StanceScorer::BothOpinions(const Document& document,
                                     const TargetPlaces& places,
                                     const Utterance& utterance) const {
  // Most articles have no word of the target, and nothing is looked up there.
  const bool concerns =
      !places.words.empty() && Concerns(places, Around(document, utterance));
  if (!concerns && !(Asks() && places.IsExcerpt()))
    return JudgeByRules(Nothing());
  const Setting setting = LookAround(document, utterance);
  Stance both_ways = BothWays(document, places, utterance, setting);
  if (concerns && both_ways.label != StanceLabel::kNone) {
    return JudgeByRules(std::move(both_ways));
  }
  Stance rules =
      concerns ? ByRules(document, places, utterance, setting) : Nothing();
  if (!Asks()) return JudgeByRules(std::move(rules));
  const Bounds bounds = BoundsOf(document, places, utterance, setting, alone_);
  if (bounds.silent >= 1) return JudgeByRules(std::move(rules));
  const Opinion opinion =
      opinions_->Judge(name_, FeaturesOf(document, utterance, setting, rules));
  return Settle(std::move(rules), opinion, bounds);
}

bool StanceScorer::MayJudge(const TargetPlaces& places) const {
  return !places.words.empty() || (Asks() && places.IsExcerpt());
}

Stance StanceScorer::Nothing() const {
  Stance nothing;
  nothing.target = name_;
  return nothing;
}

Stance StanceScorer::BothWays(const Document& document,
                              const TargetPlaces& places,
                              const Utterance& utterance,
                              const Setting& setting) const {
  const std::vector<Span>& speech =
      utterance.speech.empty() ? utterance.content : utterance.speech;
  const Reading reading = Read(document, speech);
  Stance stance = Nothing();
  if (std::count_if(reading.items.begin(), reading.items.end(),
                    [](const Item& item) { return item.Is(SignalKind::kIf); }) <
      2) {
    return stance;
  }
  const Topic topic = TopicAround(document, places, setting,
                                  {speech.front().begin, speech.back().end});
  PassageMeaning meaning = ReadPassage(reading, topic, shared_->questions);
  if (meaning.both_ways.empty()) return stance;
  stance.label = StanceLabel::kMixed;
  stance.confidence = kBothWaysConfidence;
  stance.modality = Modality::kConditional;
  stance.evidence = std::move(meaning.both_ways);
  SortEvidence(&stance.evidence);
  return stance;
}

Stance StanceScorer::ByRules(const Document& document,
                             const TargetPlaces& places,
                             const Utterance& utterance,
                             const Setting& setting) const {
  Stance stance;
  stance.target = name_;
  Topic topic = TopicAround(
      document, places, setting,
      {utterance.content.front().begin, utterance.content.back().end});
  const Answer answer =
      ReadAnswer(Read(document, utterance.content), shared_->answers);
  const bool observer =
      utterance.speaker_is_third_party ||
      NamesObserver(document, setting.aside, shared_->observers);
  Balance balance;
  for (const Source& source : SourcesOf(utterance, setting, answer)) {
    Reading reading = Read(document, source.spans);
    reading.reported = source.reported;
    reading.third_person = source.third_person;
    reading.observer = observer;
    PassageMeaning meaning = ReadPassage(reading, topic, shared_->questions);
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

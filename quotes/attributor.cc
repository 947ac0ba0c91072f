#include "quotes/attributor.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "quotes/attribution_candidates.h"

namespace onrecord::quotes {
namespace {

using text::Document;

// Fills in how sure the answer is, and the best one with another speaker,
// nobody included. The probability of a mention is the share of all candidates
// that name it.
void FillConfidence(const std::vector<Candidate>& candidates,
                    const std::vector<float>& scores, Attribution* out) {
  float top = scores.front();
  int second = -1;
  for (size_t k = 0; k < candidates.size(); ++k) {
    top = std::max(top, scores[k]);
    if (candidates[k].mention == out->mention) continue;
    if (second < 0 || scores[k] > scores[second]) second = static_cast<int>(k);
  }
  const int32_t other = second < 0 ? -1 : candidates[second].mention;
  double all = 0, same = 0, of_other = 0;
  for (size_t k = 0; k < candidates.size(); ++k) {
    const int32_t mention = candidates[k].mention;
    const float share = std::exp(scores[k] - top);
    all += share;
    if (mention == out->mention) same += share;
    if (mention == other) of_other += share;
  }
  if (out->mention >= 0) out->confidence = same / all;
  if (second < 0) return;
  out->runner_up = {other, RuleName(candidates[second].rule()), of_other / all};
}

// How far "nobody" must lead before speech is left without a speaker.
constexpr float kNobodyLead = 2.0f;
// Words of a stretch that is read as speech (a bucket, see
// Field::kQuoteLength).
constexpr uint8_t kSpeechLength = 4;
// Values of Field::kQuoteEnd and Field::kBeforeQuote.
constexpr uint8_t kEndsInWord = 4;
constexpr uint8_t kColonBefore = kColon;
// More than five words between cue and quotation (a bucket).
constexpr uint8_t kFarCue = 5;

// "Lopez: "Q"" and "Said Lopez: "Q"": a colon announces the words.
bool IsIntroduced(const Candidate& candidate) {
  if (candidate[Field::kBeforeQuote] != kColonBefore) return false;
  if (candidate.rule() == AttributionRule::kLabel) return true;
  return candidate[Field::kCueClass] ==
             static_cast<uint8_t>(CueClass::kUtterance) + 1 &&
         candidate[Field::kMentionCueGap] == 0;
}

// its “caliphate”: one or two words behind an article or a possessive, and the
// verb that might report them is far away.
bool IsSoCalled(const Candidate& candidate) {
  return candidate[Field::kQuoteLength] <= 1 &&
         candidate[Field::kBeforeQuote] == kDeterminer &&
         candidate[Field::kCueQuoteGap] >= kFarCue &&
         candidate[Field::kQuoteWords] == 0;
}

}  // namespace

size_t ChooseCandidate(const std::vector<Candidate>& candidates,
                       const std::vector<float>& scores) {
  const size_t nobody = candidates.size() - 1;
  size_t best = nobody;
  const Candidate& c = candidates[nobody];
  const bool spoken =
      c[Field::kQuoteWords] == 2 && c[Field::kQuoteLength] >= kSpeechLength &&
      c[Field::kQuoteEnd] != kEndsInWord && !c[Field::kQuoteTitle];
  // Under the headline "Let Them Go".
  if (c[Field::kNamed] == 1 && c[Field::kQuoteTitle]) return nobody;
  // First whether a candidate can be believed at all: few can.
  float bar = scores[nobody] - kNobodyLead;
  for (size_t k = 0; k < nobody; ++k) {
    if (scores[k] <= bar || IsSoCalled(candidates[k])) continue;
    if (best == nobody && scores[k] <= scores[nobody] && !spoken &&
        !IsIntroduced(candidates[k])) {
      continue;
    }
    best = k;
    bar = scores[k];
  }
  return best;
}

std::vector<Attribution> AttributeStretches(const Document& document,
                                            const ReporterView& view,
                                            const AttributionModel& model) {
  std::vector<Attribution> out;
  out.reserve(view.stretches.size());
  const CandidateContext context(document, view);
  std::vector<Decision> decisions;
  decisions.reserve(view.stretches.size());
  std::vector<Candidate> candidates;
  std::vector<float> scores;
  for (size_t s = 0; s < view.stretches.size(); ++s) {
    ListCandidates(context, static_cast<int32_t>(s), decisions, &candidates);
    scores.resize(candidates.size());
    std::transform(candidates.begin(), candidates.end(), scores.begin(),
                   [&model](const Candidate& c) { return model.Score(c); });
    const size_t best = ChooseCandidate(candidates, scores);
    const Candidate& chosen = candidates[best];
    decisions.push_back(Decision{chosen.mention, chosen.cue});
    Attribution a;
    a.mention = chosen.mention;
    a.rule = RuleName(chosen.rule());
    if (chosen.cue >= 0) {
      a.cue = document.SpanOf(view.cues[chosen.cue].tokens);
    }
    FillConfidence(candidates, scores, &a);
    out.push_back(a);
  }
  return out;
}

}  // namespace onrecord::quotes

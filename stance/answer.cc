#include "stance/answer.h"

namespace onrecord::stance {
namespace {

// A statement longer than this is no bare yes or no.
constexpr int kShortStatement = 14;

void Note(const Reading& reading, PositionRange at, const Signal& signal,
          Answer* answer) {
  switch (signal.kind) {
    case SignalKind::kAnswer:
      if (answer->yes != 0 || at.begin > 2) return;
      // "No." and "No, ...", not "no date".
      if (at.end - at.begin == 1 && at.end < reading.size() &&
          reading.token(at.end).is_word()) {
        return;
      }
      answer->yes = signal.sign;
      break;
    case SignalKind::kDepends:
      answer->depends = true;
      break;
    case SignalKind::kTorn:
      answer->torn = true;
      break;
    case SignalKind::kNoComment:
      answer->no_comment = true;
      break;
    case SignalKind::kHedge:
      answer->hedged = true;
      return;
    case SignalKind::kGradual:
      answer->gradual = true;
      return;
    default:
      return;
  }
  answer->evidence.push_back(
      {reading.SpanOf(at), signal.name, static_cast<double>(signal.sign)});
}

}  // namespace

Answer ReadAnswer(const Reading& reading, const PatternIndex& answers) {
  Answer answer;
  for (int32_t at = 0; at < reading.size();) {
    const PatternIndex::Match match =
        answers.Longest(*reading.document, reading.tokens, at);
    if (match.length == 0) {
      ++at;
      continue;
    }
    Note(reading, {at, at + match.length}, *match.signal, &answer);
    at += match.length;
  }
  if (reading.size() <= kShortStatement) {
    bool first = true;
    for (const Item& item : reading.items) {
      if (!item.Is(SignalKind::kNegation)) continue;
      // "Not this year and not next" is one.
      const bool again =
          !first && item.at.begin > 0 &&
          reading.token(item.at.begin - 1).Has(text::kConjunction);
      if (!again) ++answer.negations;
      answer.negation_evidence.push_back(
          {reading.SpanOf(item.at), item.signal->name, -1.0});
      first = false;
    }
  }
  return answer;
}

}  // namespace onrecord::stance

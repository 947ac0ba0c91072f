#include "quotes/analyze.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "quotes/attributor.h"
#include "quotes/coreference.h"
#include "quotes/indirect_finder.h"
#include "quotes/quote_assembler.h"
#include "quotes/reporter_view.h"
#include "quotes/turn_finder.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Span;
using text::TokenRange;

// True if the words of a turn overlap a quotation; turns are in text order and
// apart.
bool Overlaps(const std::vector<Turn>& turns, const Document& doc,
              const Quote& quote) {
  const Span outer = quote.Outer();
  auto turn = std::partition_point(
      turns.begin(), turns.end(),
      [&](const Turn& t) { return doc.SpanOf(t.content).end <= outer.begin; });
  return turn != turns.end() && doc.SpanOf(turn->content).Overlaps(outer);
}

// The words of a turn, without the stretches in quotation marks inside it:
// those are quotations of their own.
std::vector<Span> WordsOfTurn(const Document& doc, const ReporterView& view,
                              const Turn& turn) {
  std::vector<Span> words;
  int32_t begin = turn.content.begin;
  const auto add = [&](int32_t end) {
    while (begin < end && !doc.token(begin).is_word()) ++begin;
    if (begin < end) words.push_back(doc.SpanOf(TokenRange{begin, end}));
  };
  auto s =
      std::partition_point(view.stretches.begin(), view.stretches.end(),
                           [&turn](const QuotedStretch& stretch) {
                             return stretch.tokens.begin < turn.content.begin;
                           });
  for (; s != view.stretches.end() && s->tokens.begin < turn.content.end; ++s) {
    add(s->tokens.begin - 1);
    begin = s->tokens.end + (s->closed ? 1 : 0);
  }
  add(turn.content.end);
  return words;
}

AttributedQuote QuoteOfTurn(const Document& doc, const Turn& turn) {
  AttributedQuote q;
  q.quote.kind = QuoteKind::kDirect;
  q.quote.turn = true;
  q.attribution.mention = turn.mention;
  q.attribution.rule = "turn";
  q.attribution.confidence = turn.mention < 0 ? 0 : 0.97;
  q.attribution.cue =
      doc.SpanOf(TokenRange{turn.label.end, turn.label.end + 1});
  return q;
}

// Adds the turns, each with the paragraphs that it runs over.
void AddTurns(const Document& doc, const ReporterView& view,
              const std::vector<Turn>& turns,
              std::vector<AttributedQuote>* quotes) {
  for (size_t t = 0; t < turns.size();) {
    AttributedQuote q = QuoteOfTurn(doc, turns[t]);
    const bool question = turns[t].question;
    do {
      for (Span span : WordsOfTurn(doc, view, turns[t])) {
        q.quote.content.push_back(span);
      }
      ++t;
    } while (t < turns.size() && turns[t].continues());
    if (!question && !q.quote.content.empty()) quotes->push_back(std::move(q));
  }
}

// The mention that "I" or "you" means in a turn: its speaker, or whoever
// answers the question next. -1 if nobody does.
int32_t PersonIn(const std::vector<Turn>& turns, size_t t, bool first_person) {
  if (first_person) return turns[t].mention;
  if (!turns[t].question) return -1;
  while (t < turns.size() && turns[t].question) ++t;
  return t < turns.size() ? turns[t].mention : -1;
}

// Ties what "I" and "you" say inside turns to the people of the interview:
// "You promised a “review”" is the words of the person asked.
void ResolvePersonsInTurns(const Document& doc, const ReporterView& view,
                           const std::vector<Turn>& turns,
                           std::vector<AttributedQuote>* quotes) {
  for (AttributedQuote& q : *quotes) {
    if (q.attribution.mention < 0) continue;
    const int32_t head = view.mentions[q.attribution.mention].head;
    const bool first_person = doc.token(head).Has(text::kFirstPerson);
    if (!first_person && !doc.token(head).Has(text::kSecondPerson)) continue;
    const auto turn = std::partition_point(
        turns.begin(), turns.end(),
        [head](const Turn& t) { return t.content.end <= head; });
    if (turn == turns.end() || !turn->content.Contains(head)) continue;
    const int32_t person = PersonIn(turns, turn - turns.begin(), first_person);
    if (person >= 0) q.attribution.mention = person;
  }
}

}  // namespace

QuoteAnalysis AnalyzeQuotes(const Document& document,
                            const AttributionModel& model) {
  ReporterView view = MakeReporterView(document);
  const std::vector<Attribution> attributions =
      AttributeStretches(document, view, model);
  std::vector<AttributedQuote> quotes =
      AssembleQuotes(document, view, attributions);
  const std::vector<Turn> turns = FindTurns(document, view);
  ResolvePersonsInTurns(document, view, turns, &quotes);
  AddTurns(document, view, turns, &quotes);
  for (IndirectQuote& q : FindIndirectQuotes(document, view)) {
    if (Overlaps(turns, document, q.quote)) continue;
    quotes.push_back(
        AttributedQuote{std::move(q.quote), std::move(q.attribution)});
  }
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const AttributedQuote& a, const AttributedQuote& b) {
                     return a.quote.Outer() < b.quote.Outer();
                   });
  QuoteAnalysis out;
  std::vector<bool> speaks(view.mentions.size(), false);
  out.quotes.reserve(quotes.size());
  out.attributions.reserve(quotes.size());
  out.speaker_of_quote.reserve(quotes.size());
  for (AttributedQuote& q : quotes) {
    if (q.attribution.mention >= 0) speaks[q.attribution.mention] = true;
    out.quotes.push_back(std::move(q.quote));
    out.attributions.push_back(q.attribution);
  }
  Coreference coreference = ResolveCoreference(document, view.mentions, speaks);
  for (const Attribution& a : out.attributions) {
    out.speaker_of_quote.push_back(
        a.mention < 0 ? -1 : coreference.speaker_of_mention[a.mention]);
  }
  out.mentions = std::move(view.mentions);
  out.speakers = std::move(coreference.speakers);
  out.speaker_of_mention = std::move(coreference.speaker_of_mention);
  return out;
}

}  // namespace onrecord::quotes

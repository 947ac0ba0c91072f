#include "pipeline/annotate.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "pipeline/speaker_id.h"
#include "quotes/analyze.h"
#include "stance/channel.h"
#include "stance/reported_shift.h"
#include "stance/utterance.h"
#include "stance/when_said.h"
#include "text/dates.h"
#include "text/document.h"

namespace onrecord::pipeline {
namespace {

using quotes::QuoteAnalysis;
using quotes::QuoteKind;
using stance::Form;
using text::Document;
using text::Span;

// Between the parts of a quotation that the reporter's words interrupt.
constexpr absl::string_view kGap = " … ";

std::string WordsOf(const Document& document, const quotes::Quote& quote) {
  std::string words;
  for (Span span : quote.content) {
    absl::StrAppend(&words, words.empty() ? "" : kGap, document.Text(span));
  }
  return words;
}

// The sentences that a span touches.
Span SentencesOf(const Document& document, Span span) {
  const text::TokenRange tokens = document.TokensIn(span);
  if (tokens.empty()) return span;
  const auto& sentences = document.sentences();
  const Span first = sentences[document.SentenceOf(tokens.begin)].span;
  const Span last = sentences[document.SentenceOf(tokens.end - 1)].span;
  return {first.begin, last.end};
}

Form FormOf(const quotes::Quote& quote) {
  return quote.kind == QuoteKind::kIndirect ? Form::kIndirect : Form::kQuoted;
}

RecordedRunnerUp RunnerUpOf(const Document& document,
                            const QuoteAnalysis& analysis,
                            const quotes::RunnerUp& second) {
  RecordedRunnerUp out;
  out.rule = std::string(second.rule);
  out.confidence = second.confidence;
  if (second.mention >= 0) {
    out.span = analysis.mentions[second.mention].span;
    out.text = std::string(document.Text(out.span));
  }
  return out;
}

// The quotation number `i` of the analysis, before stance and dates.
RecordedQuote Record(const Document& document, const std::string& article_id,
                     const QuoteAnalysis& analysis, size_t i) {
  RecordedQuote out;
  out.id = absl::StrCat(article_id, "#", i + 1);
  out.quote = analysis.quotes[i];
  out.text = WordsOf(document, out.quote);
  const Span context = SentencesOf(document, out.quote.Outer());
  out.context = std::string(document.Text(context));
  out.context_begin = context.begin;
  out.attribution = analysis.attributions[i];
  out.rule = std::string(out.attribution.rule);
  if (out.attribution.mention >= 0) {
    out.mention = analysis.mentions[out.attribution.mention];
    out.mention_text = std::string(document.Text(out.mention.span));
  }
  out.runner_up = RunnerUpOf(document, analysis, out.attribution.runner_up);
  out.speaker = analysis.speaker_of_quote[i];
  out.form = FormOf(out.quote);
  return out;
}

stance::Utterance UtteranceOf(const RecordedQuote& quote,
                              const ArticleRecord& record) {
  stance::Utterance out;
  out.content = quote.quote.content;
  out.kind = quote.quote.kind;
  out.cue = quote.attribution.cue;
  out.mention = quote.mention.span;
  if (quote.speaker >= 0) {
    out.speaker_name = record.speakers[quote.speaker].name;
  }
  return out;
}

void ScoreAll(const Document& document, const Config& config,
              ArticleRecord* record) {
  std::vector<stance::TargetPlaces> places;
  for (const stance::StanceScorer& scorer : config.scorers()) {
    places.push_back(scorer.FindPlaces(document));
  }
  for (RecordedQuote& quote : record->quotes) {
    const stance::Utterance utterance = UtteranceOf(quote, *record);
    for (size_t i = 0; i < places.size(); ++i) {
      quote.stances.push_back(
          config.scorers()[i].Score(document, places[i], utterance));
    }
  }
}

// What the stages that look around quotations need of them.
std::vector<stance::SaidQuote> SaidQuotes(
    const std::vector<RecordedQuote>& quotes) {
  std::vector<stance::SaidQuote> out;
  for (const RecordedQuote& quote : quotes) {
    out.push_back({quote.quote.content, quote.attribution.cue,
                   quote.mention.span, quote.speaker});
  }
  return out;
}

std::vector<stance::SpeakerPlace> SpeakerPlaces(const QuoteAnalysis& analysis) {
  std::vector<stance::SpeakerPlace> out;
  for (size_t i = 0; i < analysis.mentions.size(); ++i) {
    out.push_back({analysis.mentions[i].span, analysis.speaker_of_mention[i]});
  }
  return out;
}

absl::optional<absl::CivilDay> DayOf(const std::string& published) {
  const auto date = text::ParsePartialDate(published);
  if (!date.has_value() || date->day == 0) return absl::nullopt;
  return date->First();
}

// When the quotations were said, and in front of whom.
void AddSettings(const Document& document, const Config& config,
                 absl::optional<absl::CivilDay> published,
                 const std::vector<stance::SaidQuote>& said,
                 const std::vector<stance::SpeakerPlace>& places,
                 std::vector<RecordedQuote>* quotes) {
  const auto dates = stance::ResolveWhenSaid(document, published, said, places);
  const auto channels =
      stance::ResolveChannels(document, said, config.channel_phrases());
  for (size_t i = 0; i < quotes->size(); ++i) {
    RecordedQuote& quote = (*quotes)[i];
    quote.said = dates[i].date;
    quote.said_evidence = dates[i].evidence;
    quote.said_words = std::string(document.Text(quote.said_evidence));
    quote.channel = channels[i].channel;
    quote.channel_evidence = channels[i].evidence;
    quote.channel_words = std::string(document.Text(quote.channel_evidence));
  }
}

void AddReports(std::vector<stance::FoundReport> reports,
                ArticleRecord* record) {
  for (stance::FoundReport& found : reports) {
    stance::ReportedShift& shift = found.report;
    shift.article_id = record->article.id;
    shift.outlet = record->article.outlet;
    shift.published = record->article.published;
    const quotes::ArticleSpeaker& speaker = record->speakers[found.speaker];
    shift.speaker_id = SpeakerId(speaker);
    shift.speaker_name = speaker.name;
    record->reported_shifts.push_back(std::move(shift));
    record->reported_shift_speakers.push_back(found.speaker);
  }
}

}  // namespace

ArticleRecord Annotate(ingest::Article article, const Config& config) {
  ArticleRecord record;
  record.article = std::move(article);
  record.config_sha256 = config.sha256();
  const Document document(record.article.text, config.lexicon());
  const auto published = DayOf(record.article.published);

  QuoteAnalysis analysis =
      quotes::AnalyzeQuotes(document, config.attribution_model());
  record.speakers = std::move(analysis.speakers);
  record.quotes.reserve(analysis.quotes.size());
  for (size_t i = 0; i < analysis.quotes.size(); ++i) {
    record.quotes.push_back(Record(document, record.article.id, analysis, i));
  }
  const auto said = SaidQuotes(record.quotes);
  const auto places = SpeakerPlaces(analysis);
  AddSettings(document, config, published, said, places, &record.quotes);
  ScoreAll(document, config, &record);
  AddReports(stance::FindReportedShifts(document, published, said, places,
                                        config.shift_phrases()),
             &record);
  return record;
}

}  // namespace onrecord::pipeline

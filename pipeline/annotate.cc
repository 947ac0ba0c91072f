#include "pipeline/annotate.h"

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "pipeline/speaker_id.h"
#include "quotes/analyze.h"
#include "stance/channel.h"
#include "stance/judgement.h"
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
  std::string words(document.Text(quote.content.front()));
  for (size_t i = 1; i < quote.content.size(); ++i) {
    absl::StrAppend(&words, kGap, document.Text(quote.content[i]));
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

// Takes the quotation number `i` out of the analysis, as it is before stance
// and dates.
void TakeQuote(const Document& document, const std::string& article_id,
               size_t i, QuoteAnalysis* analysis, RecordedQuote* out) {
  out->id = absl::StrCat(article_id, "#", i + 1);
  out->quote = std::move(analysis->quotes[i]);
  out->text = WordsOf(document, out->quote);
  const Span context = SentencesOf(document, out->quote.Outer());
  out->context = std::string(document.Text(context));
  out->context_begin = context.begin;
  out->attribution = analysis->attributions[i];
  out->rule = std::string(out->attribution.rule);
  if (out->attribution.mention >= 0) {
    out->mention = analysis->mentions[out->attribution.mention];
    out->mention_text = std::string(document.Text(out->mention.span));
  }
  out->runner_up = RunnerUpOf(document, *analysis, out->attribution.runner_up);
  out->speaker = analysis->speaker_of_quote[i];
  out->form = FormOf(out->quote);
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

// A speech has no more quotations than this, as each is read with all others.
constexpr size_t kMaxSpeechQuotes = 24;

// Quotations of one speaker that follow each other in one paragraph are one
// speech.
void JoinSpeech(const Document& document,
                const std::vector<RecordedQuote>& quotes,
                std::vector<stance::Utterance>* utterances) {
  const auto paragraph = [&](size_t i) {
    return document.ParagraphOf(
        document.TokenAt(quotes[i].quote.content.front().begin));
  };
  for (size_t begin = 0, end = 0; begin < quotes.size(); begin = end) {
    end = begin + 1;
    if (quotes[begin].quote.content.empty()) continue;
    while (end < quotes.size() && end - begin < kMaxSpeechQuotes &&
           !quotes[end].quote.content.empty() && quotes[begin].speaker >= 0 &&
           quotes[end].speaker == quotes[begin].speaker &&
           paragraph(end) == paragraph(begin)) {
      ++end;
    }
    if (end - begin < 2) continue;
    std::vector<Span> speech;
    for (size_t i = begin; i < end; ++i) {
      speech.insert(speech.end(), quotes[i].quote.content.begin(),
                    quotes[i].quote.content.end());
    }
    for (size_t i = begin; i < end; ++i) (*utterances)[i].speech = speech;
  }
}

// What one speaker said on one day in front of the same people is read
// together.
void ReconcileOccasions(const std::vector<RecordedQuote>& quotes,
                        std::vector<stance::Judgement>* judgements) {
  std::map<std::tuple<int32_t, text::PartialDate, stance::Channel>,
           std::vector<stance::Judgement*>>
      occasions;
  for (size_t i = 0; i < quotes.size(); ++i) {
    const RecordedQuote& quote = quotes[i];
    if (quote.speaker < 0 || quote.quote.kind == QuoteKind::kScare) continue;
    occasions[{quote.speaker, quote.said, quote.channel}].push_back(
        &(*judgements)[i]);
  }
  for (const auto& [key, occasion] : occasions) stance::Reconcile(occasion);
}

std::vector<stance::Utterance> UtterancesOf(const Document& document,
                                            const ArticleRecord& record) {
  std::vector<stance::Utterance> utterances;
  utterances.reserve(record.quotes.size());
  for (const RecordedQuote& quote : record.quotes) {
    utterances.push_back(UtteranceOf(quote, record));
  }
  JoinSpeech(document, record.quotes, &utterances);
  return utterances;
}

std::vector<stance::Judgement> JudgeAll(
    const Document& document, const stance::StanceScorer& scorer,
    const stance::TargetPlaces& places,
    const std::vector<stance::Utterance>& utterances,
    const std::vector<RecordedQuote>& quotes) {
  std::vector<stance::Judgement> judgements;
  judgements.reserve(utterances.size());
  for (const stance::Utterance& utterance : utterances) {
    judgements.push_back(scorer.Judge(document, places, utterance));
  }
  ReconcileOccasions(quotes, &judgements);
  return judgements;
}

// Most articles tell of few targets or none.
void ScoreAll(const Document& document, const Config& config,
              ArticleRecord* record) {
  std::vector<stance::Utterance> utterances;  // Made if one is judged.
  for (RecordedQuote& quote : record->quotes) {
    quote.stances.reserve(config.scorers().size());
  }
  for (const stance::StanceScorer& scorer : config.scorers()) {
    const stance::TargetPlaces places = scorer.FindPlaces(document);
    if (!scorer.MayJudge(places)) {
      for (RecordedQuote& quote : record->quotes) {
        quote.stances.push_back(scorer.Nothing());
      }
      continue;
    }
    if (utterances.empty()) utterances = UtterancesOf(document, *record);
    std::vector<stance::Judgement> judgements =
        JudgeAll(document, scorer, places, utterances, record->quotes);
    for (size_t i = 0; i < judgements.size(); ++i) {
      record->quotes[i].stances.push_back(std::move(judgements[i].stance));
    }
  }
}

// What the stages that look around quotations need of them.
std::vector<stance::SaidQuote> SaidQuotes(
    const std::vector<RecordedQuote>& quotes) {
  std::vector<stance::SaidQuote> out;
  out.reserve(quotes.size());
  for (const RecordedQuote& quote : quotes) {
    out.push_back({quote.quote.content, quote.attribution.cue,
                   quote.mention.span, quote.speaker,
                   quote.quote.kind != QuoteKind::kIndirect});
  }
  return out;
}

std::vector<stance::SpeakerPlace> SpeakerPlaces(const QuoteAnalysis& analysis) {
  std::vector<stance::SpeakerPlace> out;
  out.reserve(analysis.mentions.size());
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
                 const std::vector<stance::PhraseHit>& channel_hits,
                 std::vector<RecordedQuote>* quotes) {
  const auto dates = stance::ResolveWhenSaid(document, published, said, places);
  const auto channels = stance::ResolveChannels(
      document, said, config.channel_phrases(), channel_hits);
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
  record.quotes.resize(analysis.quotes.size());
  for (size_t i = 0; i < record.quotes.size(); ++i) {
    TakeQuote(document, record.article.id, i, &analysis, &record.quotes[i]);
  }
  const auto said = SaidQuotes(record.quotes);
  const auto places = SpeakerPlaces(analysis);
  const auto phrases = config.phrase_finder().FindAll(document);
  AddSettings(document, config, published, said, places, phrases[0],
              &record.quotes);
  ScoreAll(document, config, &record);
  AddReports(stance::FindReportedShifts(document, published, said, places,
                                        config.shift_phrases(), phrases[1]),
             &record);
  return record;
}

}  // namespace onrecord::pipeline

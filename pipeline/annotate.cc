#include "pipeline/annotate.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "quotes/analyze.h"
#include "stance/utterance.h"
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
std::string SentencesOf(const Document& document, Span span) {
  const text::TokenRange tokens = document.TokensIn(span);
  if (tokens.empty()) return std::string(document.Text(span));
  const auto& sentences = document.sentences();
  const Span first = sentences[document.SentenceOf(tokens.begin)].span;
  const Span last = sentences[document.SentenceOf(tokens.end - 1)].span;
  return std::string(document.Text(Span{first.begin, last.end}));
}

Form FormOf(const quotes::Quote& quote) {
  return quote.kind == QuoteKind::kIndirect ? Form::kIndirect : Form::kQuoted;
}

// The quotation number `i` of the analysis, before stance and dates.
RecordedQuote Record(const Document& document, const std::string& article_id,
                     const QuoteAnalysis& analysis, size_t i) {
  RecordedQuote out;
  out.id = absl::StrCat(article_id, "#", i + 1);
  out.quote = analysis.quotes[i];
  out.text = WordsOf(document, out.quote);
  out.context = SentencesOf(document, out.quote.Outer());
  out.attribution = analysis.attributions[i];
  out.rule = std::string(out.attribution.rule);
  if (out.attribution.mention >= 0) {
    out.mention = analysis.mentions[out.attribution.mention];
    out.mention_text = std::string(document.Text(out.mention.span));
  }
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

void Score(const Document& document, const Config& config,
           const ArticleRecord& record, RecordedQuote* quote) {
  const stance::Utterance utterance = UtteranceOf(*quote, record);
  for (const stance::StanceScorer& scorer : config.scorers()) {
    quote->stances.push_back(scorer.Score(document, utterance));
  }
}

}  // namespace

ArticleRecord Annotate(ingest::Article article, const Config& config) {
  ArticleRecord record;
  record.article = std::move(article);
  record.config_sha256 = config.sha256();
  const Document document(record.article.text, config.lexicon());
  QuoteAnalysis analysis =
      quotes::AnalyzeQuotes(document, config.attribution_model());
  record.speakers = std::move(analysis.speakers);
  for (size_t i = 0; i < analysis.quotes.size(); ++i) {
    RecordedQuote quote = Record(document, record.article.id, analysis, i);
    Score(document, config, record, &quote);
    record.quotes.push_back(std::move(quote));
  }
  return record;
}

}  // namespace onrecord::pipeline

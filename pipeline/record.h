#ifndef ONRECORD_PIPELINE_RECORD_H_
#define ONRECORD_PIPELINE_RECORD_H_

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/article.h"
#include "quotes/article_speaker.h"
#include "quotes/attribution.h"
#include "quotes/mention.h"
#include "quotes/quote.h"
#include "stance/stance.h"
#include "stance/statement.h"

namespace onrecord::pipeline {

// quotes::RunnerUp in words that outlive the article.
struct RecordedRunnerUp {
  text::Span span;   // Of the mention; empty: nobody.
  std::string text;  // Its words.
  std::string rule;  // Empty: there was no other answer.
  double confidence = 0;
};

// One quotation of an article with everything that was found out about it.
struct RecordedQuote {
  std::string id;  // "<article id>#<1-based number in text order>".
  quotes::Quote quote;
  std::string text;            // Content spans joined by " … ".
  std::string context;         // The sentences around it.
  int32_t context_begin = -1;  // Byte of the article's text; -1: unknown.
  quotes::Attribution attribution;
  quotes::Mention mention;  // Of the attribution; empty span if nobody.
  std::string mention_text;
  std::string rule;  // Of the attribution, owned.
  RecordedRunnerUp runner_up;
  int32_t speaker = -1;        // Index into ArticleRecord::speakers.
  bool human_speaker = false;  // A reader ruled so; never in record files.
  text::PartialDate said;
  text::Span said_evidence;  // "on Thursday"; empty: the publication date.
  std::string said_words;    // Those of the span.
  stance::Channel channel = stance::Channel::kPublic;
  text::Span channel_evidence;
  std::string channel_words;  // Those of the span.
  stance::Form form = stance::Form::kQuoted;
  std::vector<stance::Stance> stances;  // One per target.
};

// What `extract` makes of one article. A pure function of the article and the
// configuration; every span indexes article.text.
struct ArticleRecord {
  ingest::Article article;
  std::vector<RecordedQuote> quotes;             // In text order.
  std::vector<quotes::ArticleSpeaker> speakers;  // In order of appearance.
  std::vector<stance::ReportedShift> reported_shifts;
  std::vector<int32_t> reported_shift_speakers;  // Index into speakers, -1.
  std::vector<std::string> errors;               // "file:line: ...".
  std::string config_sha256;
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_RECORD_H_

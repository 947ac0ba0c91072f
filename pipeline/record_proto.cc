#include "pipeline/record_proto.h"

#include <utility>

#include "pipeline/enum_map.h"
#include "pipeline/speaker_id.h"
#include "pipeline/stance_proto.h"

namespace onrecord::pipeline {
namespace {

using ingest::DateSource;
using quotes::ArticleSpeaker;
using quotes::Gender;
using quotes::MentionKind;
using quotes::QuoteKind;

constexpr EnumPair<DateSource, v1::DateSource> kDateSources[] = {
    {DateSource::kNone, v1::DATE_SOURCE_UNSPECIFIED},
    {DateSource::kMetadata, v1::DATE_SOURCE_METADATA},
    {DateSource::kPage, v1::DATE_SOURCE_PAGE},
    {DateSource::kOption, v1::DATE_SOURCE_OPTION},
};

constexpr EnumPair<QuoteKind, v1::QuoteKind> kQuoteKinds[] = {
    {QuoteKind::kDirect, v1::QUOTE_KIND_DIRECT},
    {QuoteKind::kMixed, v1::QUOTE_KIND_MIXED},
    {QuoteKind::kIndirect, v1::QUOTE_KIND_INDIRECT},
    {QuoteKind::kScare, v1::QUOTE_KIND_SCARE},
};

constexpr EnumPair<MentionKind, v1::MentionKind> kMentionKinds[] = {
    {MentionKind::kName, v1::MENTION_KIND_NAME},
    {MentionKind::kNominal, v1::MENTION_KIND_NOMINAL},
    {MentionKind::kPronoun, v1::MENTION_KIND_PRONOUN},
    {MentionKind::kOrganization, v1::MENTION_KIND_ORGANIZATION},
    {MentionKind::kGroup, v1::MENTION_KIND_GROUP},
    {MentionKind::kAnonymous, v1::MENTION_KIND_ANONYMOUS},
};

constexpr EnumPair<Gender, v1::Gender> kGenders[] = {
    {Gender::kUnknown, v1::GENDER_UNSPECIFIED},
    {Gender::kMale, v1::GENDER_MALE},
    {Gender::kFemale, v1::GENDER_FEMALE},
    {Gender::kNeuter, v1::GENDER_NEUTER},
};

void Put(const ingest::Article& article, v1::Article* out) {
  out->set_id(article.id);
  out->set_url(article.url);
  out->set_title(article.title);
  out->set_outlet(article.outlet);
  out->set_published(article.published);
  out->set_date_source(ToProtoEnum(kDateSources, article.date_source));
  out->set_text(article.text);
  out->set_content_sha256(article.content_sha256);
  out->set_source(article.source);
  for (const std::string& warning : article.warnings) {
    out->add_warnings(warning);
  }
}

ingest::Article ArticleFromProto(const v1::Article& article) {
  ingest::Article out;
  out.id = article.id();
  out.url = article.url();
  out.title = article.title();
  out.outlet = article.outlet();
  out.published = article.published();
  out.date_source = FromProtoEnum(kDateSources, article.date_source());
  out.text = article.text();
  out.content_sha256 = article.content_sha256();
  out.source = article.source();
  out.warnings.assign(article.warnings().begin(), article.warnings().end());
  return out;
}

void Put(text::Span span, v1::TextSpan* out) {
  out->set_begin(span.begin);
  out->set_end(span.end);
}

void Put(const quotes::Mention& mention, const std::string& text,
         v1::SpeakerMention* out) {
  Put(mention.span, out->mutable_span());
  out->set_text(text);
  out->set_kind(ToProtoEnum(kMentionKinds, mention.kind));
  if (!mention.name.empty()) Put(mention.name, out->mutable_name());
  if (!mention.role.empty()) Put(mention.role, out->mutable_role());
  out->set_gender(ToProtoEnum(kGenders, mention.gender));
  out->set_plural(mention.plural);
}

quotes::Mention MentionFromProto(const v1::SpeakerMention& mention) {
  quotes::Mention out;
  out.span = FromProto(mention.span());
  out.kind = FromProtoEnum(kMentionKinds, mention.kind());
  out.name = FromProto(mention.name());
  out.role = FromProto(mention.role());
  out.gender = FromProtoEnum(kGenders, mention.gender());
  out.plural = mention.plural();
  return out;
}

void FillAttribution(const RecordedQuote& quote,
                     const v1::ArticleSpeaker* speaker, v1::Attribution* out) {
  if (!quote.mention.span.empty()) {
    Put(quote.mention, quote.mention_text, out->mutable_mention());
  }
  if (!quote.attribution.cue.empty()) {
    Put(quote.attribution.cue, out->mutable_cue());
  }
  if (speaker != nullptr) {
    out->set_speaker_id(speaker->id());
    out->set_speaker_name(speaker->name());
  }
  out->set_confidence(quote.attribution.confidence);
  out->set_rule(quote.rule);
  const RecordedRunnerUp& second = quote.runner_up;
  if (second.rule.empty()) return;
  v1::RunnerUp* runner_up = out->mutable_runner_up();
  if (!second.span.empty()) Put(second.span, runner_up->mutable_span());
  runner_up->set_text(second.text);
  runner_up->set_rule(second.rule);
  runner_up->set_confidence(second.confidence);
}

void Put(const RecordedQuote& quote, const v1::ArticleRecord& record,
         v1::Quote* out) {
  out->set_id(quote.id);
  out->set_kind(ToProtoEnum(kQuoteKinds, quote.quote.kind));
  for (text::Span span : quote.quote.content) Put(span, out->add_content());
  out->set_text(quote.text);
  out->set_context(quote.context);
  const bool named = quote.speaker >= 0;
  FillAttribution(quote, named ? &record.speakers(quote.speaker) : nullptr,
                  out->mutable_attribution());
  if (named) out->set_speaker(quote.speaker);
  out->set_said(quote.said.ToString());
  if (!quote.said_evidence.empty()) {
    Put(quote.said_evidence, out->mutable_said_evidence());
  }
  out->set_channel(ToProto(quote.channel));
  if (!quote.channel_evidence.empty()) {
    Put(quote.channel_evidence, out->mutable_channel_evidence());
  }
  out->set_form(ToProto(quote.form));
  for (const stance::Stance& s : quote.stances) {
    FillProto(s, out->add_stances());
  }
  out->set_unterminated(quote.quote.unterminated);
  out->set_turn(quote.quote.turn);
}

text::PartialDate DateFromProto(const std::string& date) {
  return text::ParsePartialDate(date).value_or(text::PartialDate());
}

// `index` if it names one of `size` things, else -1.
int32_t ValidIndex(int32_t index, int size) {
  return index >= 0 && index < size ? index : -1;
}

RecordedQuote QuoteFromProto(const v1::Quote& quote, int speakers) {
  RecordedQuote out;
  out.id = quote.id();
  out.quote.kind = FromProtoEnum(kQuoteKinds, quote.kind());
  out.quote.content.reserve(quote.content_size());
  for (const v1::TextSpan& span : quote.content()) {
    out.quote.content.push_back(FromProto(span));
  }
  out.quote.unterminated = quote.unterminated();
  out.quote.turn = quote.turn();
  out.text = quote.text();
  out.context = quote.context();
  const v1::Attribution& attribution = quote.attribution();
  out.attribution.cue = FromProto(attribution.cue());
  out.attribution.confidence = attribution.confidence();
  out.mention = MentionFromProto(attribution.mention());
  out.mention_text = attribution.mention().text();
  out.rule = attribution.rule();
  const v1::RunnerUp& second = attribution.runner_up();
  out.runner_up = {FromProto(second.span()), second.text(), second.rule(),
                   second.confidence()};
  if (quote.has_speaker()) out.speaker = ValidIndex(quote.speaker(), speakers);
  out.said = DateFromProto(quote.said());
  out.said_evidence = FromProto(quote.said_evidence());
  out.channel = FromProto(quote.channel());
  out.channel_evidence = FromProto(quote.channel_evidence());
  out.form = FromProto(quote.form());
  out.stances.reserve(quote.stances_size());
  for (const v1::Stance& s : quote.stances()) {
    out.stances.push_back(FromProto(s));
  }
  return out;
}

void Put(const ArticleSpeaker& speaker, v1::ArticleSpeaker* out) {
  out->set_id(SpeakerId(speaker));
  out->set_name(speaker.name);
  out->set_kind(ToProtoEnum(kMentionKinds, speaker.kind));
  out->set_gender(ToProtoEnum(kGenders, speaker.gender));
  out->set_plural(speaker.plural);
  for (const std::string& alias : speaker.aliases) out->add_aliases(alias);
  for (const std::string& role : speaker.roles) out->add_roles(role);
}

ArticleSpeaker SpeakerFromProto(const v1::ArticleSpeaker& speaker) {
  ArticleSpeaker out;
  out.name = speaker.name();
  out.kind = FromProtoEnum(kMentionKinds, speaker.kind());
  out.gender = FromProtoEnum(kGenders, speaker.gender());
  out.plural = speaker.plural();
  out.aliases.assign(speaker.aliases().begin(), speaker.aliases().end());
  out.roles.assign(speaker.roles().begin(), speaker.roles().end());
  return out;
}

void Put(const stance::ReportedShift& shift, int32_t speaker,
         v1::ReportedShift* out) {
  if (speaker >= 0) out->set_speaker(speaker);
  out->set_reiterated(shift.reiterated);
  out->set_when(shift.when.ToString());
  out->set_sentence(shift.sentence);
}

stance::ReportedShift ShiftFromProto(const v1::ReportedShift& shift,
                                     const ArticleRecord& record,
                                     int32_t speaker) {
  stance::ReportedShift out;
  out.article_id = record.article.id;
  out.outlet = record.article.outlet;
  out.published = record.article.published;
  if (speaker >= 0) {
    out.speaker_id = SpeakerId(record.speakers[speaker]);
    out.speaker_name = record.speakers[speaker].name;
  }
  out.reiterated = shift.reiterated();
  out.when = DateFromProto(shift.when());
  out.sentence = shift.sentence();
  return out;
}

}  // namespace

void FillProto(const ArticleRecord& record, v1::ArticleRecord* out) {
  Put(record.article, out->mutable_article());
  for (const ArticleSpeaker& speaker : record.speakers) {
    Put(speaker, out->add_speakers());
  }
  for (const RecordedQuote& quote : record.quotes) {
    Put(quote, *out, out->add_quotes());
  }
  for (size_t i = 0; i < record.reported_shifts.size(); ++i) {
    Put(record.reported_shifts[i], record.reported_shift_speakers[i],
        out->add_reported_shifts());
  }
  for (const std::string& error : record.errors) out->add_errors(error);
  out->set_config_sha256(record.config_sha256);
}

v1::ArticleRecord ToProto(const ArticleRecord& record) {
  v1::ArticleRecord out;
  FillProto(record, &out);
  return out;
}

ArticleRecord FromProto(const v1::ArticleRecord& record) {
  ArticleRecord out;
  out.article = ArticleFromProto(record.article());
  out.speakers.reserve(record.speakers_size());
  out.quotes.reserve(record.quotes_size());
  for (const v1::ArticleSpeaker& speaker : record.speakers()) {
    out.speakers.push_back(SpeakerFromProto(speaker));
  }
  for (const v1::Quote& quote : record.quotes()) {
    out.quotes.push_back(QuoteFromProto(quote, record.speakers_size()));
  }
  for (const v1::ReportedShift& shift : record.reported_shifts()) {
    const int32_t speaker =
        shift.has_speaker()
            ? ValidIndex(shift.speaker(), record.speakers_size())
            : -1;
    out.reported_shifts.push_back(ShiftFromProto(shift, out, speaker));
    out.reported_shift_speakers.push_back(speaker);
  }
  out.errors.assign(record.errors().begin(), record.errors().end());
  out.config_sha256 = record.config_sha256();
  return out;
}

}  // namespace onrecord::pipeline

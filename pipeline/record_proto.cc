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

v1::Article ArticleToProto(const ingest::Article& article) {
  v1::Article out;
  out.set_id(article.id);
  out.set_url(article.url);
  out.set_title(article.title);
  out.set_outlet(article.outlet);
  out.set_published(article.published);
  out.set_date_source(ToProtoEnum(kDateSources, article.date_source));
  out.set_text(article.text);
  out.set_content_sha256(article.content_sha256);
  out.set_source(article.source);
  for (const std::string& warning : article.warnings) {
    out.add_warnings(warning);
  }
  return out;
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

v1::SpeakerMention MentionToProto(const quotes::Mention& mention,
                                  const std::string& text) {
  v1::SpeakerMention out;
  *out.mutable_span() = ToProto(mention.span);
  out.set_text(text);
  out.set_kind(ToProtoEnum(kMentionKinds, mention.kind));
  if (!mention.name.empty()) *out.mutable_name() = ToProto(mention.name);
  if (!mention.role.empty()) *out.mutable_role() = ToProto(mention.role);
  out.set_gender(ToProtoEnum(kGenders, mention.gender));
  out.set_plural(mention.plural);
  return out;
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

v1::Attribution AttributionToProto(const RecordedQuote& quote,
                                   const v1::ArticleSpeaker* speaker) {
  v1::Attribution out;
  if (!quote.mention.span.empty()) {
    *out.mutable_mention() = MentionToProto(quote.mention, quote.mention_text);
  }
  if (!quote.attribution.cue.empty()) {
    *out.mutable_cue() = ToProto(quote.attribution.cue);
  }
  if (speaker != nullptr) {
    out.set_speaker_id(speaker->id());
    out.set_speaker_name(speaker->name());
  }
  out.set_confidence(quote.attribution.confidence);
  out.set_rule(quote.rule);
  return out;
}

v1::Quote QuoteToProto(const RecordedQuote& quote,
                       const v1::ArticleRecord& record) {
  v1::Quote out;
  out.set_id(quote.id);
  out.set_kind(ToProtoEnum(kQuoteKinds, quote.quote.kind));
  for (text::Span span : quote.quote.content) {
    *out.add_content() = ToProto(span);
  }
  out.set_text(quote.text);
  out.set_context(quote.context);
  const bool named = quote.speaker >= 0;
  *out.mutable_attribution() = AttributionToProto(
      quote, named ? &record.speakers(quote.speaker) : nullptr);
  if (named) out.set_speaker(quote.speaker);
  out.set_said(quote.said.ToString());
  if (!quote.said_evidence.empty()) {
    *out.mutable_said_evidence() = ToProto(quote.said_evidence);
  }
  out.set_channel(ToProto(quote.channel));
  if (!quote.channel_evidence.empty()) {
    *out.mutable_channel_evidence() = ToProto(quote.channel_evidence);
  }
  out.set_form(ToProto(quote.form));
  for (const stance::Stance& s : quote.stances) *out.add_stances() = ToProto(s);
  out.set_unterminated(quote.quote.unterminated);
  out.set_turn(quote.quote.turn);
  return out;
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
  if (quote.has_speaker()) out.speaker = ValidIndex(quote.speaker(), speakers);
  out.said = DateFromProto(quote.said());
  out.said_evidence = FromProto(quote.said_evidence());
  out.channel = FromProto(quote.channel());
  out.channel_evidence = FromProto(quote.channel_evidence());
  out.form = FromProto(quote.form());
  for (const v1::Stance& s : quote.stances()) {
    out.stances.push_back(FromProto(s));
  }
  return out;
}

v1::ArticleSpeaker SpeakerToProto(const ArticleSpeaker& speaker) {
  v1::ArticleSpeaker out;
  out.set_id(SpeakerId(speaker));
  out.set_name(speaker.name);
  out.set_kind(ToProtoEnum(kMentionKinds, speaker.kind));
  out.set_gender(ToProtoEnum(kGenders, speaker.gender));
  out.set_plural(speaker.plural);
  for (const std::string& alias : speaker.aliases) out.add_aliases(alias);
  for (const std::string& role : speaker.roles) out.add_roles(role);
  return out;
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

v1::ReportedShift ShiftToProto(const stance::ReportedShift& shift,
                               int32_t speaker) {
  v1::ReportedShift out;
  if (speaker >= 0) out.set_speaker(speaker);
  out.set_reiterated(shift.reiterated);
  out.set_when(shift.when.ToString());
  out.set_sentence(shift.sentence);
  return out;
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

v1::ArticleRecord ToProto(const ArticleRecord& record) {
  v1::ArticleRecord out;
  *out.mutable_article() = ArticleToProto(record.article);
  for (const ArticleSpeaker& speaker : record.speakers) {
    *out.add_speakers() = SpeakerToProto(speaker);
  }
  for (const RecordedQuote& quote : record.quotes) {
    *out.add_quotes() = QuoteToProto(quote, out);
  }
  for (size_t i = 0; i < record.reported_shifts.size(); ++i) {
    *out.add_reported_shifts() = ShiftToProto(
        record.reported_shifts[i], record.reported_shift_speakers[i]);
  }
  for (const std::string& error : record.errors) out.add_errors(error);
  out.set_config_sha256(record.config_sha256);
  return out;
}

ArticleRecord FromProto(const v1::ArticleRecord& record) {
  ArticleRecord out;
  out.article = ArticleFromProto(record.article());
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

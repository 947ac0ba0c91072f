#include "pipeline/record_proto.h"

#include <vector>

#include "absl/strings/string_view.h"
#include "pipeline/enum_map.h"
#include "pipeline/speaker_id.h"
#include "pipeline/stance_proto.h"
#include "pipeline/wire_writer.h"

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

// Write() puts the fields of one message, by descending number as WireWriter
// wants them; this all elements of a repeated one.
void WriteEach(int field, const std::vector<std::string>& values,
               WireWriter* out) {
  for (auto it = values.rbegin(); it != values.rend(); ++it) {
    out->AnyString(field, *it);
  }
}

void Write(const ingest::Article& article, WireWriter* out) {
  using Field = v1::Article;
  WriteEach(Field::kWarningsFieldNumber, article.warnings, out);
  out->String(Field::kSourceFieldNumber, article.source);
  out->String(Field::kContentSha256FieldNumber, article.content_sha256);
  out->String(Field::kTextFieldNumber, article.text);
  out->Int(Field::kDateSourceFieldNumber,
           ToProtoEnum(kDateSources, article.date_source));
  out->String(Field::kPublishedFieldNumber, article.published);
  out->String(Field::kOutletFieldNumber, article.outlet);
  out->String(Field::kTitleFieldNumber, article.title);
  out->String(Field::kUrlFieldNumber, article.url);
  out->String(Field::kIdFieldNumber, article.id);
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

void Write(const quotes::Mention& mention, const std::string& text,
           WireWriter* out) {
  using Field = v1::SpeakerMention;
  out->Int(Field::kPluralFieldNumber, mention.plural);
  out->Int(Field::kGenderFieldNumber, ToProtoEnum(kGenders, mention.gender));
  WriteSpan(Field::kRoleFieldNumber, mention.role, out);
  WriteSpan(Field::kNameFieldNumber, mention.name, out);
  out->Int(Field::kKindFieldNumber, ToProtoEnum(kMentionKinds, mention.kind));
  out->String(Field::kTextFieldNumber, text);
  WriteSpan(Field::kSpanFieldNumber, mention.span, out);
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

void Write(const RecordedRunnerUp& second, WireWriter* out) {
  using Field = v1::RunnerUp;
  out->String(Field::kRuleFieldNumber, second.rule);
  out->Double(Field::kConfidenceFieldNumber, second.confidence);
  out->String(Field::kTextFieldNumber, second.text);
  WriteSpan(Field::kSpanFieldNumber, second.span, out);
}

// A speaker as quotations refer to it; both empty: nobody.
struct SpeakerName {
  std::string id;
  absl::string_view name;
};

void WriteAttribution(const RecordedQuote& quote, const SpeakerName& speaker,
                      WireWriter* out) {
  using Field = v1::Attribution;
  if (!quote.runner_up.rule.empty()) {
    out->Message(Field::kRunnerUpFieldNumber,
                 [&] { Write(quote.runner_up, out); });
  }
  out->String(Field::kRuleFieldNumber, quote.rule);
  out->Double(Field::kConfidenceFieldNumber, quote.attribution.confidence);
  out->String(Field::kSpeakerNameFieldNumber, speaker.name);
  out->String(Field::kSpeakerIdFieldNumber, speaker.id);
  WriteSpan(Field::kCueFieldNumber, quote.attribution.cue, out);
  if (!quote.mention.span.empty()) {
    out->Message(Field::kMentionFieldNumber,
                 [&] { Write(quote.mention, quote.mention_text, out); });
  }
}

// The text of the date that was asked for last: the quotations of an article
// mostly have the same one.
class DateText {
 public:
  absl::string_view Of(text::PartialDate date) {
    if (date != date_) {
      date_ = date;
      text_ = date.ToString();
    }
    return text_;
  }

 private:
  text::PartialDate date_;
  std::string text_;  // Of date_.
};

void Write(const RecordedQuote& quote, const SpeakerName& speaker,
           DateText* date, WireWriter* out) {
  using Field = v1::Quote;
  out->String(Field::kChannelWordsFieldNumber, quote.channel_words);
  out->String(Field::kSaidWordsFieldNumber, quote.said_words);
  if (quote.context_begin >= 0) {
    out->AnyInt(Field::kContextBeginFieldNumber, quote.context_begin);
  }
  out->Int(Field::kTurnFieldNumber, quote.quote.turn);
  out->Int(Field::kUnterminatedFieldNumber, quote.quote.unterminated);
  for (auto it = quote.stances.rbegin(); it != quote.stances.rend(); ++it) {
    out->Message(Field::kStancesFieldNumber, [&] { Write(*it, out); });
  }
  out->Int(Field::kFormFieldNumber, ToProto(quote.form));
  WriteSpan(Field::kChannelEvidenceFieldNumber, quote.channel_evidence, out);
  out->Int(Field::kChannelFieldNumber, ToProto(quote.channel));
  WriteSpan(Field::kSaidEvidenceFieldNumber, quote.said_evidence, out);
  out->String(Field::kSaidFieldNumber, date->Of(quote.said));
  if (quote.speaker >= 0) {
    out->AnyInt(Field::kSpeakerFieldNumber, quote.speaker);
  }
  out->Message(Field::kAttributionFieldNumber,
               [&] { WriteAttribution(quote, speaker, out); });
  out->String(Field::kContextFieldNumber, quote.context);
  out->String(Field::kTextFieldNumber, quote.text);
  const std::vector<text::Span>& content = quote.quote.content;
  for (auto it = content.rbegin(); it != content.rend(); ++it) {
    WriteAnySpan(Field::kContentFieldNumber, *it, out);
  }
  out->Int(Field::kKindFieldNumber, ToProtoEnum(kQuoteKinds, quote.quote.kind));
  out->String(Field::kIdFieldNumber, quote.id);
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
  if (quote.has_context_begin()) out.context_begin = quote.context_begin();
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
  out.said_words = quote.said_words();
  out.channel = FromProto(quote.channel());
  out.channel_evidence = FromProto(quote.channel_evidence());
  out.channel_words = quote.channel_words();
  out.form = FromProto(quote.form());
  out.stances.reserve(quote.stances_size());
  for (const v1::Stance& s : quote.stances()) {
    out.stances.push_back(FromProto(s));
  }
  return out;
}

void Write(const ArticleSpeaker& speaker, const std::string& id,
           WireWriter* out) {
  using Field = v1::ArticleSpeaker;
  WriteEach(Field::kRolesFieldNumber, speaker.roles, out);
  WriteEach(Field::kAliasesFieldNumber, speaker.aliases, out);
  out->Int(Field::kPluralFieldNumber, speaker.plural);
  out->Int(Field::kGenderFieldNumber, ToProtoEnum(kGenders, speaker.gender));
  out->Int(Field::kKindFieldNumber, ToProtoEnum(kMentionKinds, speaker.kind));
  out->String(Field::kNameFieldNumber, speaker.name);
  out->String(Field::kIdFieldNumber, id);
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

void Write(const stance::ReportedShift& shift, int32_t speaker,
           WireWriter* out) {
  using Field = v1::ReportedShift;
  out->String(Field::kSentenceFieldNumber, shift.sentence);
  out->String(Field::kWhenFieldNumber, shift.when.ToString());
  out->Int(Field::kReiteratedFieldNumber, shift.reiterated);
  if (speaker >= 0) out->AnyInt(Field::kSpeakerFieldNumber, speaker);
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

// Those of record.speakers, which quotations name again and again.
std::vector<SpeakerName> NamesOf(const std::vector<ArticleSpeaker>& speakers) {
  std::vector<SpeakerName> names;
  names.reserve(speakers.size());
  for (const ArticleSpeaker& speaker : speakers) {
    names.push_back({SpeakerId(speaker), speaker.name});
  }
  return names;
}

void Write(const ArticleRecord& record, WireWriter* out) {
  using Field = v1::ArticleRecord;
  const std::vector<SpeakerName> names = NamesOf(record.speakers);
  const SpeakerName nobody;
  DateText date;
  out->String(Field::kConfigSha256FieldNumber, record.config_sha256);
  WriteEach(Field::kErrorsFieldNumber, record.errors, out);
  for (size_t i = record.reported_shifts.size(); i-- > 0;) {
    out->Message(Field::kReportedShiftsFieldNumber, [&] {
      Write(record.reported_shifts[i], record.reported_shift_speakers[i], out);
    });
  }
  for (size_t i = record.speakers.size(); i-- > 0;) {
    out->Message(Field::kSpeakersFieldNumber,
                 [&] { Write(record.speakers[i], names[i].id, out); });
  }
  for (size_t i = record.quotes.size(); i-- > 0;) {
    const RecordedQuote& quote = record.quotes[i];
    const SpeakerName& speaker =
        quote.speaker < 0 ? nobody : names[quote.speaker];
    out->Message(Field::kQuotesFieldNumber,
                 [&] { Write(quote, speaker, &date, out); });
  }
  out->Message(Field::kArticleFieldNumber, [&] { Write(record.article, out); });
}

// Seldom exceeded: quotations repeat the text with what was found out about
// them.
size_t ExpectedBytes(const ArticleRecord& record) {
  return 4 * record.article.text.size() + 4096;
}

}  // namespace

std::string ToWire(const ArticleRecord& record) {
  WireWriter out(ExpectedBytes(record));
  Write(record, &out);
  return std::string(out.bytes());
}

v1::ArticleRecord ToProto(const ArticleRecord& record) {
  v1::ArticleRecord out;
  out.ParseFromString(ToWire(record));
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

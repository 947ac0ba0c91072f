#include "pipeline/history_proto.h"

#include <string>
#include <utility>

#include "pipeline/enum_map.h"
#include "pipeline/input_kind.h"
#include "pipeline/stance_proto.h"
#include "pipeline/version.h"
#include "text/dates.h"

namespace onrecord::pipeline {
namespace {

using stance::ShiftKind;
using stance::ShiftTier;

constexpr EnumPair<ShiftKind, v1::ShiftKind> kShiftKinds[] = {
    {ShiftKind::kReversal, v1::SHIFT_KIND_REVERSAL},
    {ShiftKind::kSoftening, v1::SHIFT_KIND_SOFTENING},
    {ShiftKind::kHardening, v1::SHIFT_KIND_HARDENING},
};

constexpr EnumPair<ShiftTier, v1::ShiftTier> kShiftTiers[] = {
    {ShiftTier::kCandidate, v1::SHIFT_TIER_CANDIDATE},
    {ShiftTier::kConfirmed, v1::SHIFT_TIER_CONFIRMED},
    {ShiftTier::kReported, v1::SHIFT_TIER_REPORTED},
};

constexpr EnumPair<stance::GroupKind, v1::GroupKind> kGroupKinds[] = {
    {stance::GroupKind::kCountry, v1::GROUP_KIND_COUNTRY},
    {stance::GroupKind::kOrganization, v1::GROUP_KIND_ORGANIZATION},
};

v1::DatePrecision PrecisionOf(text::PartialDate date) {
  if (!date.known()) return v1::DATE_PRECISION_UNSPECIFIED;
  if (date.month == 0) return v1::DATE_PRECISION_YEAR;
  if (date.day == 0) return v1::DATE_PRECISION_MONTH;
  return v1::DATE_PRECISION_DAY;
}

v1::Speaker SpeakerToProto(const quotes::Speaker& speaker) {
  v1::Speaker out;
  out.set_id(speaker.id);
  out.set_name(speaker.name);
  for (const std::string& alias : speaker.aliases) out.add_aliases(alias);
  for (const quotes::DatedRole& role : speaker.roles) {
    v1::Role* added = out.add_roles();
    added->set_title(role.title);
    added->set_first_seen(role.first);
    added->set_last_seen(role.last);
  }
  out.set_external_id(speaker.external_id);
  for (const std::string& id : speaker.former_ids) out.add_former_ids(id);
  out.set_human(speaker.ruled);
  return out;
}

v1::Observation ObservationToProto(stance::Observation observation) {
  v1::Observation out;
  out.set_id(std::move(observation.id));
  out.set_said(observation.said.ToString());
  out.set_said_precision(PrecisionOf(observation.said));
  out.set_published(std::move(observation.published));
  out.set_channel(ToProto(observation.channel));
  out.set_form(ToProto(observation.form));
  FillProto(observation.stance, out.mutable_stance());
  out.set_human_speaker(observation.human_speaker);
  out.set_text(std::move(observation.text));
  out.set_context(std::move(observation.context));
  if (observation.context_begin >= 0) {
    out.set_context_begin(observation.context_begin);
  }
  for (const text::Span span : observation.content) {
    v1::TextSpan* added = out.add_content();
    added->set_begin(span.begin);
    added->set_end(span.end);
  }
  out.set_said_words(std::move(observation.said_words));
  out.set_channel_words(std::move(observation.channel_words));
  out.set_country(std::move(observation.affiliation.country));
  out.set_organization(std::move(observation.affiliation.organization));
  for (stance::Source& source : observation.sources) {
    v1::Source* added = out.add_sources();
    added->set_article_id(std::move(source.article_id));
    added->set_url(std::move(source.url));
    added->set_outlet(std::move(source.outlet));
    added->set_published(std::move(source.published));
    added->set_quote_id(std::move(source.quote_id));
    added->set_text(std::move(source.text));
  }
  out.set_reiterated_by(std::move(observation.reiterated_by));
  return out;
}

v1::Shift ShiftToProto(const stance::Shift& shift) {
  v1::Shift out;
  out.set_kind(ToProtoEnum(kShiftKinds, shift.kind));
  out.set_tier(ToProtoEnum(kShiftTiers, shift.tier));
  out.set_from(ToProto(shift.from));
  out.set_to(ToProto(shift.to));
  out.set_after(shift.after.ToString());
  out.set_by(shift.by.ToString());
  for (const std::string& id : shift.before_ids) out.add_before_ids(id);
  for (const std::string& id : shift.after_ids) out.add_after_ids(id);
  out.set_strength(shift.strength);
  out.set_reported_by(shift.reported_by);
  out.set_confidence(shift.confidence);
  return out;
}

v1::Split SplitToProto(const stance::Split& split) {
  v1::Split out;
  out.set_public_label(ToProto(split.public_label));
  out.set_private_label(ToProto(split.private_label));
  out.set_around(split.around.ToString());
  for (const std::string& id : split.observation_ids) {
    out.add_observation_ids(id);
  }
  return out;
}

v1::Position PositionToProto(const stance::Position& position) {
  v1::Position out;
  out.set_label(ToProto(position.label));
  out.set_score(position.score);
  out.set_n(position.n);
  out.set_first(position.first.ToString());
  out.set_last(position.last.ToString());
  return out;
}

v1::Timeline TimelineToProto(stance::Timeline timeline) {
  v1::Timeline out;
  out.set_target(timeline.target);
  out.set_speaker_id(timeline.speaker_id);
  out.set_speaker_name(timeline.speaker_name);
  for (stance::Observation& observation : timeline.observations) {
    *out.add_observations() = ObservationToProto(std::move(observation));
  }
  for (const stance::Shift& shift : timeline.shifts) {
    *out.add_shifts() = ShiftToProto(shift);
  }
  for (const stance::Split& split : timeline.splits) {
    *out.add_splits() = SplitToProto(split);
  }
  *out.mutable_current() = PositionToProto(timeline.current);
  AddTrend(timeline.trend, &out);
  out.set_reiterations(timeline.reiterations);
  return out;
}

v1::GroupTotals GroupToProto(const stance::GroupTotals& group) {
  v1::GroupTotals out;
  out.set_kind(ToProtoEnum(kGroupKinds, group.kind));
  out.set_name(group.name);
  for (const std::string& id : group.speaker_ids) out.add_speaker_ids(id);
  for (const stance::MonthCounts& month : group.months) {
    v1::MonthCounts* added = out.add_months();
    added->set_month(month.month.ToString());
    added->set_favor(month.favor);
    added->set_against(month.against);
    added->set_mixed(month.mixed);
  }
  return out;
}

v1::Move MoveToProto(const stance::Move& move) {
  v1::Move out;
  out.set_speaker_id(move.speaker_id);
  out.set_speaker_name(move.speaker_name);
  out.set_country(move.affiliation.country);
  out.set_organization(move.affiliation.organization);
  out.set_from(ToProto(move.from));
  out.set_to(ToProto(move.to));
  out.set_tier(ToProtoEnum(kShiftTiers, move.tier));
  out.set_by(move.by.ToString());
  out.set_order(move.order);
  out.set_after_speaker_id(move.after_speaker_id);
  out.set_days_after(move.days_after);
  return out;
}

v1::ArticleInfo ArticleToProto(HistoryArticle article) {
  v1::ArticleInfo out;
  out.set_id(std::move(article.id));
  out.set_url(std::move(article.url));
  out.set_title(std::move(article.title));
  out.set_outlet(std::move(article.outlet));
  out.set_published(std::move(article.published));
  out.set_content_sha256(std::move(article.content_sha256));
  return out;
}

v1::HistoryCounts CountsToProto(const HistoryCounts& counts) {
  v1::HistoryCounts out;
  out.set_articles(counts.articles);
  out.set_quotes(counts.quotes);
  out.set_attributed_quotes(counts.attributed_quotes);
  out.set_observations(counts.observations);
  out.set_shifts(counts.shifts);
  out.set_splits(counts.splits);
  return out;
}

// What stands before the timelines, by number of field.
v1::History HeadToProto(const History& history) {
  v1::History out;
  out.mutable_header()->set_format(std::string(kHistoryFormat));
  out.mutable_header()->set_generator(std::string(kVersion));
  out.mutable_header()->set_config_sha256(history.config_sha256);
  out.mutable_header()->set_half_life_days(history.half_life_days);
  for (const HistoryTarget& target : history.targets) {
    v1::TargetInfo* added = out.add_targets();
    added->set_name(target.name);
    added->set_question(target.question);
    *added->mutable_aggregates() = ToProto(target.aggregates);
  }
  for (const quotes::Speaker& speaker : history.speakers) {
    *out.add_speakers() = SpeakerToProto(speaker);
  }
  return out;
}

// Adds what stands behind them.
void AddTail(History history, v1::History* out) {
  for (HistoryArticle& article : history.articles) {
    *out->add_articles() = ArticleToProto(std::move(article));
  }
  for (const std::string& warning : history.warnings) {
    out->add_warnings(warning);
  }
  *out->mutable_counts() = CountsToProto(history.counts);
}

}  // namespace

v1::History ToProto(History history) {
  v1::History out = HeadToProto(history);
  for (stance::Timeline& timeline : history.timelines) {
    *out.add_timelines() = TimelineToProto(std::move(timeline));
  }
  AddTail(std::move(history), &out);
  return out;
}

absl::Status EncodeHistory(
    History history,
    const std::function<absl::Status(absl::string_view)>& take) {
  absl::Status status = take(HeadToProto(history).SerializeAsString());
  for (stance::Timeline& timeline : history.timelines) {
    if (!status.ok()) return status;
    v1::History piece;
    *piece.add_timelines() = TimelineToProto(std::move(timeline));
    status = take(piece.SerializeAsString());
  }
  if (!status.ok()) return status;
  v1::History tail;
  AddTail(std::move(history), &tail);
  return take(tail.SerializeAsString());
}

v1::Aggregates ToProto(const stance::Aggregates& aggregates) {
  v1::Aggregates out;
  for (const stance::GroupTotals& group : aggregates.groups) {
    *out.add_groups() = GroupToProto(group);
  }
  for (const stance::Move& move : aggregates.moves) {
    *out.add_moves() = MoveToProto(move);
  }
  return out;
}

void AddTrend(const std::vector<stance::TrendPoint>& trend,
              v1::Timeline* timeline) {
  for (const stance::TrendPoint& point : trend) {
    v1::TrendPoint* added = timeline->add_trend();
    added->set_month(point.month.ToString());
    added->set_score(point.score);
    added->set_n(point.n);
  }
}

stance::Timeline FromProto(const v1::Timeline& timeline) {
  const auto date = [](const std::string& written) {
    return text::ParsePartialDate(written).value_or(text::PartialDate());
  };
  stance::Timeline out;
  out.target = timeline.target();
  out.speaker_id = timeline.speaker_id();
  out.speaker_name = timeline.speaker_name();
  for (const v1::Observation& written : timeline.observations()) {
    stance::Observation& observation = out.observations.emplace_back();
    observation.id = written.id();
    observation.speaker_id = timeline.speaker_id();
    observation.said = date(written.said());
    observation.channel = FromProto(written.channel());
    observation.stance = FromProto(written.stance());
  }
  for (const v1::Shift& written : timeline.shifts()) {
    stance::Shift& shift = out.shifts.emplace_back();
    shift.tier = FromProtoEnum(kShiftTiers, written.tier());
    shift.from = FromProto(written.from());
    shift.to = FromProto(written.to());
    shift.by = date(written.by());
  }
  return out;
}

}  // namespace onrecord::pipeline

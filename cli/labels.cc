#include "cli/labels.h"

#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace onrecord::cli {

absl::string_view LabelName(v1::StanceLabel label) {
  switch (label) {
    case v1::STANCE_LABEL_FAVOR:
      return "FAVOR";
    case v1::STANCE_LABEL_AGAINST:
      return "AGAINST";
    case v1::STANCE_LABEL_MIXED:
      return "MIXED";
    default:
      return "none";
  }
}

Style LabelStyle(v1::StanceLabel label) {
  switch (label) {
    case v1::STANCE_LABEL_FAVOR:
      return Style::kFavor;
    case v1::STANCE_LABEL_AGAINST:
      return Style::kAgainst;
    case v1::STANCE_LABEL_MIXED:
      return Style::kMixed;
    default:
      return Style::kDim;
  }
}

absl::string_view KindName(v1::QuoteKind kind) {
  switch (kind) {
    case v1::QUOTE_KIND_DIRECT:
      return "direct";
    case v1::QUOTE_KIND_MIXED:
      return "mixed";
    case v1::QUOTE_KIND_INDIRECT:
      return "indirect";
    default:
      return "not speech";
  }
}

bool IsSpeech(const v1::Quote& quote) {
  return quote.kind() != v1::QUOTE_KIND_SCARE;
}

std::string CountText(int64_t count, absl::string_view noun) {
  return absl::StrCat(count, " ", noun, count == 1 ? "" : "s");
}

std::string ScoreText(double score) {
  return absl::StrFormat("%+.2f", std::abs(score) < 0.005 ? 0.0 : score);
}

absl::string_view ChannelName(v1::Channel channel) {
  return channel == v1::CHANNEL_PRIVATE ? "in private" : "in public";
}

absl::string_view ShiftName(v1::ShiftKind kind) {
  switch (kind) {
    case v1::SHIFT_KIND_SOFTENING:
      return "SOFTENED";
    case v1::SHIFT_KIND_HARDENING:
      return "HARDENED";
    default:
      return "CHANGED SIDES";
  }
}

absl::string_view TierName(v1::ShiftTier tier) {
  switch (tier) {
    case v1::SHIFT_TIER_CONFIRMED:
      return "confirmed: two statements in a row on each side";
    case v1::SHIFT_TIER_REPORTED:
      return "a reporter says so";
    default:
      return "candidate: not yet two statements in a row on each side";
  }
}

}  // namespace onrecord::cli

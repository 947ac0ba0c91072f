#include "stance/aggregates.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace onrecord::stance {
namespace {

constexpr StanceLabel kFavor = StanceLabel::kFavor;
constexpr StanceLabel kAgainst = StanceLabel::kAgainst;
constexpr StanceLabel kMixed = StanceLabel::kMixed;

Observation Observed(const std::string& speaker, const std::string& said,
                     StanceLabel label, Channel channel = Channel::kPublic) {
  Observation o;
  o.speaker_id = speaker;
  o.said = text::ParsePartialDate(said).value_or(text::PartialDate());
  o.stance.label = label;
  o.channel = channel;
  return o;
}

Timeline Line(const std::string& speaker,
              std::vector<Observation> observations) {
  Timeline line;
  line.speaker_id = line.speaker_name = speaker;
  line.observations = std::move(observations);
  return line;
}

Timeline Mover(const std::string& speaker, const std::string& by,
               StanceLabel to, ShiftTier tier = ShiftTier::kConfirmed) {
  Timeline line = Line(speaker, {});
  Shift shift;
  shift.from = to == kAgainst ? kFavor : kAgainst;
  shift.to = to;
  shift.tier = tier;
  shift.by = *text::ParsePartialDate(by);
  line.shifts.push_back(shift);
  return line;
}

// Lopez spoke for Teverra until 2023, then for the Reed Party.
Affiliation Known(const std::string& speaker_id, text::PartialDate when) {
  if (speaker_id != "lopez") return {};
  return when.year < 2023 ? Affiliation{"Teverra", ""}
                          : Affiliation{"", "Reed Party"};
}

std::string Describe(std::vector<Timeline> lines) {
  std::vector<const Timeline*> pointers;
  for (const Timeline& line : lines) pointers.push_back(&line);
  const Aggregates result = Aggregate(pointers, Known);
  std::string out;
  for (const GroupTotals& group : result.groups) {
    absl::StrAppend(
        &out, group.kind == GroupKind::kCountry ? "C:" : "O:", group.name);
    for (const MonthCounts& m : group.months) {
      absl::StrAppend(&out, " ", m.month.ToString(), "=", m.favor, "/",
                      m.against, "/", m.mixed);
    }
    absl::StrAppend(&out, "; ");
  }
  for (const Move& move : result.moves) {
    absl::StrAppend(&out, move.order, ".", move.speaker_id, "<",
                    move.after_speaker_id, "+", move.days_after, " ");
  }
  return out;
}

TEST(AggregateTest, CountsByGroupAndMonth) {
  EXPECT_EQ(Describe({Line("lopez", {Observed("lopez", "2022-03-01", kFavor),
                                     Observed("lopez", "2022-03-09", kMixed),
                                     Observed("lopez", "2022-04-01", kFavor),
                                     Observed("lopez", "2023-01", kAgainst),
                                     Observed("lopez", "2022-03-02", kAgainst,
                                              Channel::kPrivate)}),
                      Line("gomez", {Observed("gomez", "2022", kFavor),
                                     Observed("gomez", "", kFavor)})}),
            "C: =1/0/0 2022=1/0/0 2023-01=0/1/0; "
            "C:Teverra 2022-03=1/0/1 2022-04=1/0/0; "
            "O: =1/0/0 2022=1/0/0 2022-03=1/0/1 2022-04=1/0/0; "
            "O:Reed Party 2023-01=0/1/0; ");
}

TEST(AggregateTest, SaysWhoMovedAfterWhom) {
  EXPECT_EQ(Describe({Mover("c", "2023-02-11", kFavor),
                      Mover("a", "2023-02-01", kFavor, ShiftTier::kReported),
                      Mover("b", "2023-02-01", kFavor),
                      Mover("x", "2023-01-01", kFavor, ShiftTier::kCandidate),
                      Mover("d", "2023-02-15", kFavor),
                      Mover("e", "2023-02-05", kAgainst)}),
            "1.a<+0 1.b<+0 3.c<b+10 4.d<c+4 1.e<+0 ");
}

TEST(AggregateTest, DoesNotLookAtTheOrder) {
  std::vector<Timeline> lines = {
      Mover("a", "2023-02-01", kFavor), Mover("b", "2023-03-01", kFavor),
      Line("lopez", {Observed("lopez", "2022-03-01", kFavor)})};
  const std::string expected = Describe(lines);
  std::reverse(lines.begin(), lines.end());
  EXPECT_EQ(Describe(lines), expected);
}

}  // namespace
}  // namespace onrecord::stance

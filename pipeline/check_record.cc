#include "pipeline/check_record.h"

#include <algorithm>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "text/dates.h"

namespace onrecord::pipeline {
namespace {

absl::Status Wrong(absl::string_view place, absl::string_view field,
                   absl::string_view want, absl::string_view found) {
  return absl::DataLossError(
      absl::StrCat(place, ": ", field, ": want ", want, ", found ", found));
}

bool IsEdge(absl::string_view text, size_t offset) {
  return offset == text.size() || (text[offset] & 0xC0) != 0x80;
}

// Checks the parts of one record. Stops at the first thing that is wrong.
class RecordChecker {
 public:
  explicit RecordChecker(const v1::ArticleRecord& record)
      : record_(record), text_(record.article().text()) {}

  absl::Status Check() {
    if (record_.errors().empty() && record_.article().id().empty()) {
      return Wrong("record", "article.id", "an id", "none");
    }
    CheckDate(record_.article().id(), "published",
              record_.article().published());
    for (const v1::Quote& quote : record_.quotes()) CheckQuote(quote);
    for (const v1::ReportedShift& shift : record_.reported_shifts()) {
      CheckSpeaker(record_.article().id(), shift.has_speaker(),
                   shift.speaker());
      CheckDate(record_.article().id(), "when", shift.when());
    }
    return status_;
  }

 private:
  void CheckQuote(const v1::Quote& quote) {
    if (quote.content().empty()) {
      Fail(quote.id(), "content", "a span", "none");
    }
    int last = 0;
    for (const v1::TextSpan& span : quote.content()) {
      CheckSpan(quote.id(), "content", span);
      if (span.begin() < last) {
        Fail(quote.id(), "content", "spans in order", "an overlap");
      }
      last = span.end();
    }
    CheckSet(quote.id(), "kind", quote.kind());
    CheckSet(quote.id(), "channel", quote.channel());
    CheckSet(quote.id(), "form", quote.form());
    CheckDate(quote.id(), "said", quote.said());
    CheckSpeaker(quote.id(), quote.has_speaker(), quote.speaker());
    CheckContext(quote);
    CheckEvidenceSpans(quote);
    for (const v1::Stance& stance : quote.stances()) {
      CheckStance(quote.id(), stance);
    }
  }

  void CheckContext(const v1::Quote& quote) {
    if (!quote.has_context_begin()) return;
    const int begin = quote.context_begin();
    const size_t size = quote.context().size();
    if (begin >= 0 &&
        (text_.empty() || text_.substr(std::min<size_t>(begin, text_.size()),
                                       size) == quote.context())) {
      return;
    }
    Fail(quote.id(), "context_begin", "where the context stands in the text",
         absl::StrCat(begin));
  }

  void CheckEvidenceSpans(const v1::Quote& quote) {
    const v1::Attribution& attribution = quote.attribution();
    if (attribution.has_mention()) {
      CheckSpan(quote.id(), "mention", attribution.mention().span());
    }
    if (attribution.has_cue()) CheckSpan(quote.id(), "cue", attribution.cue());
    if (attribution.runner_up().has_span()) {
      CheckSpan(quote.id(), "runner-up", attribution.runner_up().span());
    }
    if (quote.has_said_evidence()) {
      CheckSpan(quote.id(), "said_evidence", quote.said_evidence());
    }
    if (quote.has_channel_evidence()) {
      CheckSpan(quote.id(), "channel_evidence", quote.channel_evidence());
    }
  }

  void CheckStance(absl::string_view id, const v1::Stance& stance) {
    CheckSet(id, "stance label", stance.label());
    if (stance.label() != v1::STANCE_LABEL_NONE && stance.evidence().empty()) {
      Fail(id, "stance", "evidence for a position", "none");
    }
    for (const v1::Evidence& evidence : stance.evidence()) {
      CheckSpan(id, "evidence", evidence.span());
    }
  }

  void CheckSpan(absl::string_view id, absl::string_view field,
                 const v1::TextSpan& span) {
    if (span.begin() < 0 || span.begin() > span.end()) {
      return Fail(id, field, "0 <= begin <= end",
                  absl::StrCat(span.begin(), "-", span.end()));
    }
    if (text_.empty()) return;
    const size_t size = text_.size();
    if (static_cast<size_t>(span.end()) > size) {
      return Fail(id, field, absl::StrCat("a span inside ", size, " bytes"),
                  absl::StrCat(span.begin(), "-", span.end()));
    }
    if (!IsEdge(text_, span.begin()) || !IsEdge(text_, span.end())) {
      Fail(id, field, "a span on code-point edges",
           absl::StrCat(span.begin(), "-", span.end()));
    }
  }

  void CheckSpeaker(absl::string_view id, bool has, int index) {
    if (has && (index < 0 || index >= record_.speakers_size())) {
      Fail(id, "speaker",
           absl::StrCat("an index below ", record_.speakers_size()),
           absl::StrCat(index));
    }
  }

  void CheckDate(absl::string_view id, absl::string_view field,
                 const std::string& date) {
    if (date.empty() || text::ParsePartialDate(date).has_value()) return;
    Fail(id, field, "a date YYYY[-MM[-DD]]", date);
  }

  void CheckSet(absl::string_view id, absl::string_view field, int value) {
    if (value == 0) Fail(id, field, "a value", "UNSPECIFIED");
  }

  void Fail(absl::string_view id, absl::string_view field,
            absl::string_view want, absl::string_view found) {
    status_.Update(Wrong(id, field, want, found));
  }

  const v1::ArticleRecord& record_;
  const absl::string_view text_;
  absl::Status status_;
};

absl::Status CheckTimeline(const v1::Timeline& timeline) {
  const std::string place =
      absl::StrCat(timeline.target(), " of ", timeline.speaker_name());
  std::set<std::string> ids;
  std::string last;
  for (const v1::Observation& observation : timeline.observations()) {
    if (observation.sources().empty()) {
      return Wrong(place, "observation " + observation.id(), "a source",
                   "none");
    }
    if (observation.said() < last) {
      return Wrong(place, "observations", "the order of dates",
                   absl::StrCat(observation.said(), " after ", last));
    }
    last = observation.said();
    ids.insert(observation.id());
  }
  std::set<std::string> cited;
  for (const v1::Shift& shift : timeline.shifts()) {
    cited.insert(shift.before_ids().begin(), shift.before_ids().end());
    cited.insert(shift.after_ids().begin(), shift.after_ids().end());
  }
  for (const v1::Split& split : timeline.splits()) {
    cited.insert(split.observation_ids().begin(),
                 split.observation_ids().end());
  }
  for (const std::string& id : cited) {
    if (ids.count(id) == 0) {
      return Wrong(place, "shifts and splits", "ids of its observations", id);
    }
  }
  return absl::OkStatus();
}

absl::Status CheckCount(absl::string_view what, int listed, int counted) {
  if (listed == counted) return absl::OkStatus();
  return Wrong("counts", what, absl::StrCat(counted), absl::StrCat(listed));
}

}  // namespace

absl::Status CheckRecord(const v1::ArticleRecord& record) {
  return RecordChecker(record).Check();
}

absl::Status CheckHistory(const v1::History& history) {
  std::set<std::string> targets, speakers;
  for (const auto& target : history.targets()) targets.insert(target.name());
  for (const auto& speaker : history.speakers()) speakers.insert(speaker.id());
  int observations = 0, shifts = 0, splits = 0;
  for (const v1::Timeline& timeline : history.timelines()) {
    if (targets.count(timeline.target()) == 0) {
      return Wrong("timelines", "target", "one of the targets",
                   timeline.target());
    }
    if (speakers.count(timeline.speaker_id()) == 0) {
      return Wrong("timelines", "speaker_id", "one of the speakers",
                   timeline.speaker_id());
    }
    absl::Status status = CheckTimeline(timeline);
    if (!status.ok()) return status;
    observations += timeline.observations_size();
    shifts += timeline.shifts_size();
    splits += timeline.splits_size();
  }
  const v1::HistoryCounts& counts = history.counts();
  absl::Status status =
      CheckCount("articles", history.articles_size(), counts.articles());
  status.Update(
      CheckCount("observations", observations, counts.observations()));
  status.Update(CheckCount("shifts", shifts, counts.shifts()));
  status.Update(CheckCount("splits", splits, counts.splits()));
  return status;
}

}  // namespace onrecord::pipeline

#include "cli/record_answer.h"

#include <algorithm>
#include <utility>

#include "text/dates.h"

namespace onrecord::cli {
namespace {

// What is written at once, before compression.
constexpr size_t kPieceBytes = 64 << 10;

bool IsInTime(const std::string& published, const HistoryFilter& asked) {
  if (!asked.since.has_value() && !asked.until.has_value()) return true;
  const auto date = text::ParsePartialDate(published);
  if (!date.has_value()) return false;
  return (!asked.since.has_value() || date->Last() >= *asked.since) &&
         (!asked.until.has_value() || date->First() <= *asked.until);
}

}  // namespace

RecordFilter::RecordFilter(const HistoryFilter& asked,
                           const v1::History& history)
    : asked_(asked) {
  std::set<std::string> ids;
  for (const v1::Speaker& speaker : history.speakers()) {
    if (!IsAsked(speaker, asked)) continue;
    ids.insert(speaker.id());
    names_.insert(speaker.name());
    names_.insert(speaker.aliases().begin(), speaker.aliases().end());
  }
  for (const v1::Timeline& line : history.timelines()) {
    if (ids.count(line.speaker_id()) == 0) continue;
    for (const v1::Observation& said : line.observations()) {
      for (const v1::Source& source : said.sources()) {
        articles_.insert(source.article_id());
      }
    }
  }
}

bool RecordFilter::Quotes(const v1::ArticleRecord& record) const {
  if (asked_.speakers.empty()) return true;
  return articles_.count(record.article().id()) > 0 ||
         std::any_of(record.quotes().begin(), record.quotes().end(),
                     [&](const v1::Quote& quote) {
                       const v1::Attribution& who = quote.attribution();
                       return names_.count(who.speaker_name()) > 0 ||
                              asked_.speakers.count(who.speaker_id()) > 0;
                     });
}

bool RecordFilter::Wants(const v1::ArticleRecord& record) const {
  const v1::Article& article = record.article();
  const bool printed =
      asked_.outlets.empty() || asked_.outlets.count(article.outlet()) > 0;
  return printed && IsInTime(article.published(), asked_) && Quotes(record);
}

RecordAnswer::RecordAnswer(std::unique_ptr<store::RecordStream> records,
                           RecordFilter filter, bool gzip)
    : records_(std::move(records)), filter_(std::move(filter)) {
  if (gzip) gzip_.emplace();
}

absl::Status RecordAnswer::Fill(std::string* piece) {
  store::StoredRecord record;
  while (piece->size() < kPieceBytes) {
    const absl::StatusOr<bool> more = records_->Next(&record);
    if (!more.ok()) return more.status();
    if (!*more) {
      done_ = true;
      piece->append(encoder_.Finish());
      break;
    }
    if (!filter_.Wants(record.record)) continue;
    piece->append(encoder_.Head(record.bytes));
    piece->append(record.bytes);
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> RecordAnswer::Next(std::string* piece) {
  piece->clear();
  // Compressed, a piece may be held back for the next one.
  while (!done_ && piece->empty()) {
    std::string plain;
    const absl::Status status = Fill(&plain);
    if (!status.ok()) return status;
    if (!gzip_.has_value()) {
      *piece = std::move(plain);
      continue;
    }
    gzip_->Add(plain, piece);
    if (done_) gzip_->Finish(piece);
  }
  return !piece->empty();
}

}  // namespace onrecord::cli

#include "ingest/jsonl.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/types/optional.h"
#include "ingest/json_article.h"

namespace onrecord::ingest {
namespace {

namespace dom = simdjson::dom;

static_assert(ByteSource::kPadding >= simdjson::SIMDJSON_PADDING,
              "simdjson reads past the end of a line");

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsBlank(absl::string_view line) {
  return absl::StripAsciiWhitespace(line).empty();
}

class JsonLines : public ItemSource {
 public:
  JsonLines(std::unique_ptr<ByteSource> bytes, const ReaderOptions& options,
            const text::Lexicon& lexicon)
      : bytes_(std::move(bytes)),
        options_(options),
        reader_(options, lexicon) {}

  absl::StatusOr<bool> Next(ReadItem* item) override {
    ByteSource::Line line;
    for (;;) {
      const absl::StatusOr<bool> more =
          bytes_->NextLine(&line, options_.max_article_bytes);
      if (!more.ok() || !*more) return more;
      if (++number_ == 1) absl::ConsumePrefix(&line.bytes, kByteOrderMark);
      if (line.too_long || !IsBlank(line.bytes)) break;
    }
    const std::string place = absl::StrCat(bytes_->name(), ":", number_);
    *item = line.too_long
                ? ReadItem::Error(TooLargeMessage(place, line.size, options_))
                : reader_.ReadLine(line.bytes, place);
    return true;
  }

 private:
  std::unique_ptr<ByteSource> bytes_;
  const ReaderOptions options_;
  JsonArticleReader reader_;
  int64_t number_ = 0;
};

class JsonFile : public ItemSource {
 public:
  JsonFile(std::unique_ptr<ByteSource> bytes, const ReaderOptions& options,
           const text::Lexicon& lexicon)
      : bytes_(std::move(bytes)), reader_(options, lexicon) {}

  absl::StatusOr<bool> Next(ReadItem* item) override {
    if (!opened_) {
      opened_ = true;
      const absl::StatusOr<ByteSource::Line> rest = bytes_->Rest();
      if (!rest.ok()) return rest.status();
      if (rest->too_long) {
        *item = ReadItem::Error(
            absl::StrCat(bytes_->name(), ": wanted a .json file of at most ",
                         ByteSource::kMaxBytes >> 20, " MiB, found ",
                         rest->size >> 20, " MiB"));
        return true;
      }
      left_ = rest->bytes;
      absl::ConsumePrefix(&left_, kByteOrderMark);
      Open();
    }
    if (value_) {
      *item = reader_.Read(*value_, bytes_->name());
      value_.reset();
      return true;
    }
    if (array_) return NextElement(item);
    return NextLine(item);
  }

 private:
  // Finds out whether the file is one value; otherwise its lines are read.
  void Open() {
    dom::element value;
    if (reader_.Parse(left_, &value) != simdjson::SUCCESS) return;
    left_ = "";
    dom::array array;
    if (value.get(array) == simdjson::SUCCESS) {
      array_ = array;
      element_ = array.begin();
    } else {
      value_ = value;
    }
  }

  bool NextElement(ReadItem* item) {
    if (!(*element_ != array_->end())) return false;
    *item = reader_.Read(**element_,
                         absl::StrCat(bytes_->name(), "[", index_, "]"));
    ++*element_;
    ++index_;
    return true;
  }

  bool NextLine(ReadItem* item) {
    while (!left_.empty()) {
      const absl::string_view line = left_.substr(0, left_.find('\n'));
      left_.remove_prefix(std::min(left_.size(), line.size() + 1));
      ++number_;
      if (IsBlank(line)) continue;
      *item =
          reader_.ReadLine(line, absl::StrCat(bytes_->name(), ":", number_));
      return true;
    }
    return false;
  }

  std::unique_ptr<ByteSource> bytes_;
  JsonArticleReader reader_;
  bool opened_ = false;
  absl::string_view left_;  // Lines that are still to be read.
  int64_t number_ = 0;      // Of the last line.
  absl::optional<dom::element> value_;
  absl::optional<dom::array> array_;
  absl::optional<dom::array::iterator> element_;
  int64_t index_ = 0;
};

}  // namespace

std::unique_ptr<ItemSource> OpenJsonl(std::unique_ptr<ByteSource> bytes,
                                      const ReaderOptions& options,
                                      const text::Lexicon& lexicon) {
  return std::make_unique<JsonLines>(std::move(bytes), options, lexicon);
}

std::unique_ptr<ItemSource> OpenJson(std::unique_ptr<ByteSource> bytes,
                                     const ReaderOptions& options,
                                     const text::Lexicon& lexicon) {
  return std::make_unique<JsonFile>(std::move(bytes), options, lexicon);
}

}  // namespace onrecord::ingest

#include "ingest/plain_text.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "ingest/article_fields.h"

namespace onrecord::ingest {
namespace {

constexpr size_t kMaxTitleBytes = 200;

// "dir/2024.01.17-talks.txt" -> "2024.01.17-talks".
absl::string_view Stem(absl::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash != path.npos) path.remove_prefix(slash + 1);
  const size_t dot = path.rfind('.');
  return dot == path.npos || dot == 0 ? path : path.substr(0, dot);
}

class PlainText : public ItemSource {
 public:
  PlainText(std::unique_ptr<ByteSource> bytes, const ReaderOptions& options,
            const text::Lexicon& lexicon)
      : bytes_(std::move(bytes)), options_(options), lexicon_(lexicon) {}

  absl::StatusOr<bool> Next(ReadItem* item) override {
    if (done_) return false;
    done_ = true;
    const absl::StatusOr<ByteSource::Line> rest =
        bytes_->Rest(options_.max_article_bytes);
    if (!rest.ok()) return rest.status();
    const std::string& name = bytes_->name();
    if (rest->too_long) {
      *item = ReadItem::Error(TooLargeMessage(name, rest->size, options_));
      return true;
    }
    ArticleFields fields;
    fields.text = rest->bytes;
    fields.source = name;
    if (name != "stdin") fields.id = Stem(name);
    *item = ReadItem();
    item->article = MakeArticle(fields, options_.published, lexicon_);
    if (absl::StripAsciiWhitespace(item->article.text).empty()) {
      *item = ReadItem::Warning(
          absl::StrCat(name, ": wanted an article, found no text"));
      return true;
    }
    item->article.title = std::string(TitleLine(item->article.text));
    return true;
  }

 private:
  std::unique_ptr<ByteSource> bytes_;
  const ReaderOptions options_;
  const text::Lexicon& lexicon_;
  bool done_ = false;
};

}  // namespace

absl::string_view TitleLine(absl::string_view text) {
  text = absl::StripLeadingAsciiWhitespace(text);
  const size_t end = text.find('\n');
  if (end == text.npos) return {};
  const absl::string_view title =
      absl::StripTrailingAsciiWhitespace(text.substr(0, end));
  const absl::string_view rest = text.substr(end + 1);
  const absl::string_view second =
      absl::StripAsciiWhitespace(rest.substr(0, rest.find('\n')));
  if (!second.empty() || title.size() > kMaxTitleBytes ||
      absl::EndsWith(title, ".")) {
    return {};
  }
  return title;
}

std::unique_ptr<ItemSource> OpenPlainText(std::unique_ptr<ByteSource> bytes,
                                          const ReaderOptions& options,
                                          const text::Lexicon& lexicon) {
  return std::make_unique<PlainText>(std::move(bytes), options, lexicon);
}

}  // namespace onrecord::ingest

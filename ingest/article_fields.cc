#include "ingest/article_fields.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "ingest/publication_date.h"
#include "text/normalize.h"
#include "text/sha256.h"

namespace onrecord::ingest {
namespace {

// Enough of a hash to tell a billion articles apart.
constexpr size_t kIdDigits = 16;

std::string Line(absl::string_view field) {
  return text::Normalize(absl::StripAsciiWhitespace(field)).text;
}

std::string Counted(int32_t n, absl::string_view what) {
  return absl::StrCat(n, " ", what, n == 1 ? "" : "s");
}

}  // namespace

Article MakeArticle(const ArticleFields& fields, absl::string_view fallback,
                    const text::Lexicon& lexicon) {
  text::NormalizedText normalized = text::Normalize(fields.text);
  Article article;
  article.source = fields.source;
  const int32_t invalid = normalized.invalid_bytes + fields.invalid_bytes;
  if (invalid > 0) {
    article.warnings.push_back(
        absl::StrCat(article.source, ": wanted UTF-8, found ",
                     Counted(invalid, "other byte"), ", read as Windows-1252"));
  }
  if (normalized.controls > 0) {
    article.warnings.push_back(absl::StrCat(
        article.source, ": wanted text, found ",
        Counted(normalized.controls, "control character"), ", read as blanks"));
  }
  article.text = std::move(normalized.text);
  article.content_sha256 = text::Sha256Hex(article.text);
  article.id = Line(fields.id);
  if (article.id.empty()) {
    article.id = article.content_sha256.substr(0, kIdDigits);
  }
  article.url = Line(fields.url);
  article.title = Line(fields.title);
  article.outlet = Line(fields.outlet);
  DatePublication(fields.published, fallback, lexicon, &article);
  return article;
}

}  // namespace onrecord::ingest

#include "pipeline/corpus.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"

namespace onrecord::pipeline {
namespace {

auto RecordKey(const ArticleRecord& r) {
  return std::tie(r.article.id, r.article.content_sha256, r.article.published,
                  r.article.outlet, r.article.url, r.article.title,
                  r.config_sha256, r.article.source);
}

}  // namespace

std::pair<absl::string_view, absl::string_view> KeyOf(
    const ArticleRecord& record) {
  return {record.article.id, record.article.content_sha256};
}

Corpus MakeCorpus(std::vector<ArticleRecord> records) {
  std::sort(records.begin(), records.end(),
            [](const ArticleRecord& a, const ArticleRecord& b) {
              return RecordKey(a) < RecordKey(b);
            });
  records.erase(std::unique(records.begin(), records.end(),
                            [](const ArticleRecord& a, const ArticleRecord& b) {
                              return KeyOf(a) == KeyOf(b);
                            }),
                records.end());
  Corpus corpus;
  corpus.records = std::move(records);
  for (size_t i = 0; i < corpus.records.size();) {
    const std::string& id = corpus.records[i].article.id;
    size_t end = i;
    while (end < corpus.records.size() &&
           corpus.records[end].article.id == id) {
      ++end;
    }
    const bool alone = end == i + 1;
    if (!alone) {
      corpus.warnings.push_back(absl::StrCat(
          id, ": ", end - i, " articles with this id differ; all are kept"));
    }
    for (; i < end; ++i) {
      const std::string& hash = corpus.records[i].article.content_sha256;
      corpus.keys.push_back(alone ? id
                                  : absl::StrCat(id, "~", hash.substr(0, 8)));
    }
  }
  for (size_t i = 0; i < corpus.keys.size(); ++i) {
    corpus.record_of.emplace(corpus.keys[i], i);
  }
  return corpus;
}

}  // namespace onrecord::pipeline

#ifndef ONRECORD_PIPELINE_CORPUS_H_
#define ONRECORD_PIPELINE_CORPUS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "pipeline/record.h"

namespace onrecord::pipeline {

// What tells an article from all others, as views of the record: another record
// with the same key is a repeat.
std::pair<absl::string_view, absl::string_view> KeyOf(
    const ArticleRecord& record);

// A set of article records in canonical order, each article once; articles
// that share their id have keys of their own.
struct Corpus {
  std::vector<ArticleRecord> records;
  // Parallel to `records`: the article's id, or "<id>~<8 digits of the hash>".
  std::vector<std::string> keys;
  absl::flat_hash_map<std::string, size_t> record_of;  // By key.
  std::vector<std::string> warnings;  // "a7: 2 articles with this id differ"
};

// The same for every order of the records.
Corpus MakeCorpus(std::vector<ArticleRecord> records);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_CORPUS_H_

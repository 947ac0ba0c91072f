#ifndef ONRECORD_TESTS_STORE_SAMPLE_RECORDS_H_
#define ONRECORD_TESTS_STORE_SAMPLE_RECORDS_H_

#include <string>
#include <vector>

#include "pipeline/record.h"

namespace onrecord::store {

using Records = std::vector<pipeline::ArticleRecord>;

// The records of the articles of data/sample.
const Records& SampleRecords();
// The same `times` over, as other articles: "a05", "a05.1", "a05.2".
Records ManyRecords(int times);

// The bytes of the history of a set of records.
std::string HistoryBytes(Records records);
// All records of the store at this path; a test fails if it cannot be read.
Records ReadRecords(const std::string& path);

// A path in the test's own folder where no file is yet.
std::string NewPath();

}  // namespace onrecord::store

#endif  // ONRECORD_TESTS_STORE_SAMPLE_RECORDS_H_

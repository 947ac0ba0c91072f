#ifndef ONRECORD_BENCH_STORE_RECORDS_H_
#define ONRECORD_BENCH_STORE_RECORDS_H_

#include <cstddef>

#include "bench/identity_stress/people.h"
#include "pipeline/record.h"

namespace onrecord::bench {

// A set of that many observations, a hundredth as many people, about four to an
// article. The same number gives the same set on every machine.
StressSet InventStatements(int observations);

// The record of the article whose speakers begin at inputs[*next]: each says
// one sentence of invented words, on troop_withdrawal. Moves *next behind them.
pipeline::ArticleRecord RecordAt(const StressSet& set, size_t* next);

}  // namespace onrecord::bench

#endif  // ONRECORD_BENCH_STORE_RECORDS_H_

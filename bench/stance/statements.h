#ifndef ONRECORD_BENCH_STANCE_STATEMENTS_H_
#define ONRECORD_BENCH_STANCE_STATEMENTS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "stance/target.h"
#include "stance/utterance.h"

// Labelled statements, for the programs that score and train the stance rules.
namespace onrecord::bench {

// One line of a statements file; docs/evaluation.md tells the fields.
struct Statement {
  std::string id, target, context, quote, speaker;
  std::vector<std::string> labels;
  size_t at = std::string::npos;  // Of the quotation; npos: not told.
};

// By stance::StanceLabel.
inline constexpr const char* kLabels[] = {"NONE", "FAVOR", "AGAINST", "MIXED"};

// All lines of a file; nothing if it cannot be read.
std::vector<Statement> ReadStatements(const std::string& path);

// The statement's quotation in its context, as the quote finder would give it.
stance::Utterance ToUtterance(const Statement& statement);

// All bytes of a file; empty if it cannot be read.
std::string ReadFile(const std::string& path);

// The built-in target of this name; else that of `folder`/NAME.txtpb.
absl::StatusOr<stance::Target> LoadTarget(const std::string& name,
                                          const std::string& folder);

}  // namespace onrecord::bench

#endif  // ONRECORD_BENCH_STANCE_STATEMENTS_H_

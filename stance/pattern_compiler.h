#ifndef ONRECORD_STANCE_PATTERN_COMPILER_H_
#define ONRECORD_STANCE_PATTERN_COMPILER_H_

#include <string>
#include <vector>

#include "stance/pattern_index.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// The image of a PatternIndex: PatternTables as one block. `lexicon` must list
// the words of the patterns. Equal patterns make equal bytes.
//
//   Internal to stance/pattern_index.
std::string CompilePatterns(const std::vector<Pattern>& patterns,
                            const text::Lexicon& lexicon);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PATTERN_COMPILER_H_

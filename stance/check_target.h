#ifndef ONRECORD_STANCE_CHECK_TARGET_H_
#define ONRECORD_STANCE_CHECK_TARGET_H_

#include <string>
#include <vector>

#include "stance/target.h"

namespace onrecord::stance {

// What is probably wrong with a target that can be read, one sentence each: a
// word on both sides, an outcome without words, a verb that is shared by all
// targets. Empty: nothing.
std::vector<std::string> FindFaults(const Target& target);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_CHECK_TARGET_H_

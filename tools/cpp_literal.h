#ifndef ONRECORD_TOOLS_CPP_LITERAL_H_
#define ONRECORD_TOOLS_CPP_LITERAL_H_

#include <string>
#include <string_view>

namespace onrecord::tools {

// `bytes` as a C++ string literal, adjacent pieces on lines of their own. GCC
// and Clang read one of several megabytes in a fraction of a second, an array
// of as many numbers in many.
//
//   Example: CppLiteral("a\"b\n") is `"a\"b\012"` and a line end.
std::string CppLiteral(std::string_view bytes);

}  // namespace onrecord::tools

#endif  // ONRECORD_TOOLS_CPP_LITERAL_H_

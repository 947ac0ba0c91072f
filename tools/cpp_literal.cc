#include "tools/cpp_literal.h"

namespace onrecord::tools {
namespace {

void AppendEscaped(unsigned char c, std::string* out) {
  if (c == '"' || c == '\\') {
    *out += {'\\', static_cast<char>(c)};
  } else if (c >= 0x20 && c < 0x7F) {
    *out += static_cast<char>(c);
  } else {
    // Three digits always: what follows may be one itself.
    *out +=
        {'\\', static_cast<char>('0' + c / 64),
         static_cast<char>('0' + c / 8 % 8), static_cast<char>('0' + c % 8)};
  }
}

}  // namespace

std::string CppLiteral(std::string_view bytes) {
  constexpr size_t kBytesInALine = 64;
  if (bytes.empty()) return "\"\"\n";
  std::string out;
  for (size_t at = 0; at < bytes.size(); at += kBytesInALine) {
    out += '"';
    for (char c : bytes.substr(at, kBytesInALine)) {
      AppendEscaped(static_cast<unsigned char>(c), &out);
    }
    out += "\"\n";
  }
  return out;
}

}  // namespace onrecord::tools

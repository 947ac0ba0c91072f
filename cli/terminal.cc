#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <algorithm>
#include <clocale>
#include <cstdint>
#include <cstdlib>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "text/unicode.h"

namespace onrecord::cli {
namespace {

constexpr int kMinWidth = 40;
constexpr int kMaxWidth = 200;

// Escape codes in the order of Style.
constexpr absl::string_view kCodes[] = {
    "",            // kPlain
    "\x1b[1m",     // kBold
    "\x1b[2m",     // kDim
    "\x1b[32m",    // kFavor: green
    "\x1b[31m",    // kAgainst: red
    "\x1b[33m",    // kMixed: yellow
    "\x1b[1;35m",  // kChange: magenta
    "\x1b[36m",    // kQuote: cyan
};

// The C library knows the widths of characters only in a UTF-8 locale.
bool UseUtf8Widths() {
  static const bool set = std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr;
  return set;
}

int CharacterWidth(char32_t c) {
  if (c < 0x80) return c < 0x20 ? 0 : 1;
  if (!UseUtf8Widths()) return 1;
  return std::max(0, ::wcwidth(static_cast<wchar_t>(c)));
}

bool EnvironmentIsSet(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

int TerminalWidth() {
  winsize size;
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  int columns = 0;
  const char* value = std::getenv("COLUMNS");
  return value != nullptr && absl::SimpleAtoi(value, &columns) ? columns : 80;
}

// The bytes of the longest head of `text` that takes at most `width` columns,
// one character at least.
size_t HeadBytes(absl::string_view text, int width) {
  size_t bytes = 0;
  int used = 0;
  while (bytes < text.size()) {
    const text::CodePoint c = text::DecodeAt(text, bytes);
    used += CharacterWidth(c.value);
    if (used > width && bytes > 0) break;
    bytes += c.length;
  }
  return bytes;
}

constexpr absl::string_view kPlainAgain = "\x1b[0m";

// The bytes of Paint()'s code that `text` starts with; 0: none.
size_t PaintedBytes(absl::string_view text) {
  if (absl::StartsWith(text, kPlainAgain)) return kPlainAgain.size();
  for (const absl::string_view code : kCodes) {
    if (!code.empty() && absl::StartsWith(text, code)) return code.size();
  }
  return 0;
}

// Control characters, and those that turn the direction of the text around
// them; the marks within one word of another script turn nothing.
bool IsHidden(char32_t c) {
  if (c < 0x20) return c != '\n' && c != '\t';
  return (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

bool IsTerminal() { return ::isatty(STDOUT_FILENO) == 1; }

Terminal DetectTerminal(absl::string_view color) {
  Terminal terminal;
  terminal.width = std::clamp(TerminalWidth(), kMinWidth, kMaxWidth);
  const char* term = std::getenv("TERM");
  const bool dumb = term != nullptr && absl::string_view(term) == "dumb";
  terminal.color =
      color == "always" || (color == "auto" && IsTerminal() && !dumb &&
                            !EnvironmentIsSet("NO_COLOR"));
  return terminal;
}

int DisplayWidth(absl::string_view text) {
  int width = 0;
  for (size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::DecodeAt(text, i);
    width += CharacterWidth(c.value);
    i += c.length;
  }
  return width;
}

std::vector<std::string> Wrap(absl::string_view text, int width) {
  width = std::max(width, 1);
  std::vector<std::string> lines;
  int used = 0;
  for (absl::string_view word :
       absl::StrSplit(text, absl::ByAnyChar(" \t\n\r"), absl::SkipEmpty())) {
    int size = DisplayWidth(word);
    if (!lines.empty() && used + 1 + size <= width) {
      absl::StrAppend(&lines.back(), " ", word);
      used += 1 + size;
      continue;
    }
    while (size > width) {
      const size_t head = HeadBytes(word, width);
      lines.emplace_back(word.substr(0, head));
      word.remove_prefix(head);
      size = DisplayWidth(word);
    }
    if (word.empty()) continue;
    lines.emplace_back(word);
    used = size;
  }
  return lines;
}

std::string Visible(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const absl::string_view rest = text.substr(i);
    const size_t code = rest.front() == '\x1b' ? PaintedBytes(rest) : 0;
    const text::CodePoint c = text::DecodeAt(text, i);
    const size_t size = code > 0 ? code : c.length;
    if (code == 0 && IsHidden(c.value)) {
      absl::StrAppendFormat(&out, "\\u%04X", static_cast<uint32_t>(c.value));
    } else {
      absl::StrAppend(&out, text.substr(i, size));
    }
    i += size;
  }
  return out;
}

std::string Shorten(absl::string_view text, int width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  absl::string_view head = text.substr(0, HeadBytes(text, width - 1));
  const size_t blank = head.rfind(' ');
  if (blank != absl::string_view::npos && blank + 20 > head.size()) {
    head = head.substr(0, blank);
  }
  return absl::StrCat(head, "…");
}

std::string Paint(const Terminal& terminal, Style style,
                  absl::string_view text) {
  if (!terminal.color || style == Style::kPlain || text.empty()) {
    return std::string(text);
  }
  return absl::StrCat(kCodes[static_cast<int>(style)], text, kPlainAgain);
}

}  // namespace onrecord::cli

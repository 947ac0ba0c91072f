#ifndef ONRECORD_CLI_TERMINAL_H_
#define ONRECORD_CLI_TERMINAL_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace onrecord::cli {

// What readable output may use.
struct Terminal {
  bool color = false;
  int width = 80;  // Columns, 40 to 200.
};

// True if the standard output is a terminal.
bool IsTerminal();

// The terminal on the standard output. `color` is "always", "never" or "auto":
// a terminal, unless the environment sets NO_COLOR or TERM is "dumb". The width
// is that of the terminal, else COLUMNS, else 80.
Terminal DetectTerminal(absl::string_view color);

// Columns that UTF-8 text takes on a terminal: two for East Asian wide
// characters, none for combining ones.
int DisplayWidth(absl::string_view text);

// Breaks text at blanks into lines of at most `width` columns; a longer word
// is broken between characters. Line ends count as blanks. Empty text gives no
// line.
std::vector<std::string> Wrap(absl::string_view text, int width);

// At most `width` columns of `text`, cut at a blank where one is near, with
// "…" where something was cut off.
std::string Shorten(absl::string_view text, int width);

// Text that shows what it holds: control characters (but line ends, tabs and
// what Paint() puts in) and those that turn the direction of the text around
// them as "\u202E".
std::string Visible(absl::string_view text);

// How a stretch of text looks, by what it means.
enum class Style {
  kPlain,
  kBold,
  kDim,
  kFavor,
  kAgainst,
  kMixed,
  kChange,  // A shift or a split.
  kQuote,   // Somebody's words.
};

// `text` in that style; unchanged without colour.
std::string Paint(const Terminal& terminal, Style style,
                  absl::string_view text);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_TERMINAL_H_

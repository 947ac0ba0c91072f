#include "text/paragraph_splitter.h"

#include <algorithm>
#include <cstring>

#include "text/unicode.h"

namespace onrecord::text {
namespace {

// Mail and old web pages wrap at 60 to 80 columns; bytes run a little higher.
constexpr int kMinWrapColumns = 50;
constexpr int kMaxWrapColumns = 90;
// Fewer inner lines than this tell nothing about a width.
constexpr int kMinInnerLines = 3;
// How many columns a wrapping program may leave unused beside the next word.
constexpr int kSlackColumns = 6;

struct Line {
  Span span;           // Without the white space around it.
  int columns = 0;     // Characters.
  int first_word = 0;  // Characters of its first word.
  bool joins = false;  // The line before it is not blank.
};

int CountCharacters(absl::string_view text) {
  return static_cast<int>(std::count_if(
      text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// `line` without blanks of any width around it.
absl::string_view StripBlanks(absl::string_view line) {
  while (!line.empty()) {
    const CodePoint c = DecodeAt(line, 0);
    if (!IsBlank(c.value)) break;
    line.remove_prefix(static_cast<size_t>(c.length));
  }
  while (!line.empty()) {
    size_t last = line.size() - 1;
    while (last > 0 && (line[last] & 0xC0) == 0x80) --last;
    const CodePoint c = DecodeAt(line, last);
    const size_t suffix = line.size() - last;
    if (!IsBlank(c.value) || static_cast<size_t>(c.length) != suffix) break;
    line.remove_suffix(suffix);
  }
  return line;
}

std::vector<Line> SplitLines(absl::string_view text) {
  std::vector<Line> lines;
  bool after_blank = true;
  size_t begin = 0;
  while (begin < text.size()) {
    const void* feed =
        std::memchr(text.data() + begin, '\n', text.size() - begin);
    const size_t end = feed == nullptr
                           ? text.size()
                           : static_cast<const char*>(feed) - text.data();
    const absl::string_view line = StripBlanks(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) {
      after_blank = true;
      continue;
    }
    const int32_t from = static_cast<int32_t>(line.data() - text.data());
    const int32_t to = from + static_cast<int32_t>(line.size());
    Line& added = lines.emplace_back();
    added.span = Span{from, to};
    added.joins = !after_blank;
    after_blank = false;
  }
  return lines;
}

// The width at which the text is hard-wrapped; 0 if it is not.
int WrapColumns(absl::string_view text, std::vector<Line>* lines) {
  int inner = 0;
  int wrapped = 0;
  int columns = 0;
  for (size_t i = 0; i + 1 < lines->size(); ++i) {
    if (!(*lines)[i + 1].joins) continue;
    ++inner;
    const int bytes = (*lines)[i].span.size();
    if (bytes < kMinWrapColumns || bytes > 2 * kMaxWrapColumns) continue;
    const int width = CountCharacters(Slice(text, (*lines)[i].span));
    if (width < kMinWrapColumns || width > kMaxWrapColumns) continue;
    ++wrapped;
    columns = std::max(columns, width);
  }
  if (inner < kMinInnerLines || wrapped * 10 < inner * 6) return 0;
  for (Line& line : *lines) {
    const absl::string_view bytes = Slice(text, line.span);
    line.columns = CountCharacters(bytes);
    line.first_word = CountCharacters(bytes.substr(0, bytes.find(' ')));
  }
  return columns;
}

}  // namespace

std::vector<Span> SplitParagraphs(absl::string_view text) {
  std::vector<Line> lines = SplitLines(text);
  const int columns = WrapColumns(text, &lines);
  std::vector<Span> paragraphs;
  paragraphs.reserve(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool broken =
        columns > 0 && line.joins &&
        lines[i - 1].columns + 1 + line.first_word >= columns - kSlackColumns;
    if (broken) {
      paragraphs.back().end = line.span.end;
    } else {
      paragraphs.push_back(line.span);
    }
  }
  return paragraphs;
}

}  // namespace onrecord::text

#include "ingest/byte_source.h"

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::ingest {
namespace {

std::unique_ptr<ByteSource> OpenBytes(const std::string& bytes) {
  const std::string path = testing::TempDir() + "/bytes";
  std::ofstream(path, std::ios::binary) << bytes;
  auto source = ByteSource::Open(path);
  EXPECT_TRUE(source.ok());
  return *std::move(source);
}

std::vector<std::string> Lines(const std::string& bytes) {
  const auto source = OpenBytes(bytes);
  std::vector<std::string> lines;
  ByteSource::Line line;
  while (*source->NextLine(&line)) {
    EXPECT_FALSE(line.too_long);
    lines.emplace_back(line.bytes);
  }
  return lines;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ByteSourceTest, CutsLines) {
  EXPECT_THAT(Lines(""), IsEmpty());
  EXPECT_THAT(Lines("a"), ElementsAre("a"));
  EXPECT_THAT(Lines("a\n"), ElementsAre("a"));
  EXPECT_THAT(Lines("a\n\nb"), ElementsAre("a", "", "b"));
  EXPECT_THAT(Lines("\n"), ElementsAre(""));
}

TEST(ByteSourceTest, CountsWhatIsTooLong) {
  const auto source =
      OpenBytes("abcde\n" + std::string(3 << 20, 'x') + "\nabcdef\nab");
  std::vector<std::string> lines;
  ByteSource::Line line;
  while (*source->NextLine(&line, 5)) {
    lines.push_back(
        absl::StrCat(line.bytes, "/", line.size, "/", line.too_long));
  }
  EXPECT_THAT(lines, ElementsAre("abcde/5/0", "/3145728/1", "/6/1", "ab/2/0"));
}

TEST(ByteSourceTest, CountsARestThatIsTooLong) {
  const std::string bytes(3 << 20, 'x');
  EXPECT_EQ(OpenBytes(bytes)->Rest(bytes.size())->bytes.size(), bytes.size());
  const auto rest = OpenBytes(bytes)->Rest(bytes.size() - 1);
  EXPECT_TRUE(rest->too_long);
  EXPECT_EQ(rest->size, bytes.size());
  EXPECT_EQ(rest->bytes, "");
}

TEST(ByteSourceTest, LinesCrossTheEdgesOfItsBuffer) {
  std::string bytes;
  std::vector<std::string> lines;
  for (size_t length : {5u, 262144u, 100000u, 0u, 3000000u, 7u, 262143u}) {
    lines.push_back(std::string(length, static_cast<char>('a' + length % 26)));
    bytes += lines.back() + "\n";
  }
  EXPECT_EQ(Lines(bytes), lines);
}

TEST(ByteSourceTest, BytesBehindALineAreReadable) {
  const auto source = OpenBytes("last");
  ByteSource::Line line;
  ASSERT_TRUE(*source->NextLine(&line));
  int sum = 0;
  for (size_t i = 0; i < ByteSource::kPadding; ++i) {
    sum += line.bytes.data()[line.bytes.size() + i];
  }
  EXPECT_EQ(sum, 0);
}

TEST(ByteSourceTest, PeekTakesNothing) {
  const auto source = OpenBytes("\xEF\xBB\xBF \n {\"a\":1}\n");
  EXPECT_EQ(*source->PeekFirstByte(), '{');
  EXPECT_EQ(*source->PeekFirstByte(), '{');
  EXPECT_EQ(source->Rest()->bytes, "\xEF\xBB\xBF \n {\"a\":1}\n");
}

TEST(ByteSourceTest, PeekOfNothingIsZero) {
  EXPECT_EQ(*OpenBytes("")->PeekFirstByte(), 0);
  EXPECT_EQ(*OpenBytes(" \n ")->PeekFirstByte(), 0);
}

TEST(ByteSourceTest, RestFollowsLines) {
  const auto source = OpenBytes("a\nb\nc");
  ByteSource::Line line;
  ASSERT_TRUE(*source->NextLine(&line));
  EXPECT_EQ(source->Rest()->bytes, "b\nc");
  EXPECT_FALSE(*source->NextLine(&line));
}

TEST(ByteSourceTest, ADirectoryCannotBeRead) {
  auto source = ByteSource::Open(testing::TempDir());
  ASSERT_TRUE(source.ok());
  ByteSource::Line line;
  const absl::Status status = (*source)->NextLine(&line).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(status.message()),
              testing::HasSubstr("Is a directory"));
}

TEST(ByteSourceTest, MissingFileIsNotFound) {
  EXPECT_EQ(ByteSource::Open("/nowhere/at/all").status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace onrecord::ingest

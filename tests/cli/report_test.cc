// `onrecord report`: a history as a page, and the histories that are none.
#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class ReportTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string article = WriteFile(folder_ + "/a.txt", kArticle);
    ASSERT_EQ(RunOnrecord(absl::StrCat("track --published=2024-02-01 -o ",
                                       history_, " ", article))
                  .exit_code,
              0);
  }

  RunResult Report(const std::string& words) {
    return RunOnrecord("report " + words);
  }

  const std::string folder_ = NewFolder();
  const std::string history_ = folder_ + "/history.binpb";
};

TEST_F(ReportTest, PutsTheHistoryIntoThePage) {
  const std::string page = folder_ + "/out.html";
  const RunResult result = Report(absl::StrCat(history_, " -o ", page));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(
      ReadFileOrEmpty(page),
      HasSubstr(absl::StrCat(">", absl::Base64Escape(ReadFileOrEmpty(history_)),
                             "</script>")));
  EXPECT_EQ(Report(history_).out, ReadFileOrEmpty(page));
  EXPECT_EQ(Report("- <" + history_).out, ReadFileOrEmpty(page));
}

TEST_F(ReportTest, WritesAFolderForAWebServer) {
  const std::string site = folder_ + "/site/";
  for (int run = 0; run < 2; ++run) {  // A new folder, then one that is there.
    const RunResult result = Report(absl::StrCat(history_, " -o ", site));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(ReadFileOrEmpty(site + "history.binpb"),
              ReadFileOrEmpty(history_));
    EXPECT_THAT(ReadFileOrEmpty(site + "index.html"),
                HasSubstr("id=\"history-data\"></script>"));
  }
  EXPECT_EQ(Report(absl::StrCat(history_, " -o ", folder_)).exit_code, 0);
  EXPECT_THAT(ReadFileOrEmpty(folder_ + "/index.html"), HasSubstr("<!doctype"));
}

TEST_F(ReportTest, ReadsHistoriesOnly) {
  const std::string bytes = ReadFileOrEmpty(history_);
  const std::string records = folder_ + "/records.binpb";
  RunOnrecord(absl::StrCat("extract -o ", records, " ", folder_, "/a.txt"));
  const struct {
    std::string path;
    int exit_code;
    const char* message;
  } kCases[] = {
      {WriteFile(folder_ + "/cut", bytes.substr(0, bytes.size() / 2)), 65,
       "/cut: want a history"},
      {WriteFile(folder_ + "/short", bytes.substr(0, bytes.size() - 2)), 65,
       "/short: "},
      {records, 65, "found article records"},
      {WriteFile(folder_ + "/empty", ""), 65, "/empty: want a history"},
      {folder_ + "/nothing", 74, "cannot read: No such file"},
  };
  for (const auto& c : kCases) {
    const std::string page = folder_ + "/bad.html";
    const RunResult result = Report(absl::StrCat(c.path, " -o ", page));
    EXPECT_EQ(result.exit_code, c.exit_code) << c.path;
    EXPECT_THAT(result.err, HasSubstr(c.message));
    EXPECT_THAT(ReadFileOrEmpty(page), IsEmpty());
  }
}

TEST_F(ReportTest, SaysWhereItCannotWrite) {
  for (const char* output : {"/nowhere/out.html", "/nowhere/site/"}) {
    const RunResult result = Report(absl::StrCat(history_, " -o ", output));
    EXPECT_EQ(result.exit_code, 74);
    EXPECT_THAT(result.err, HasSubstr("/nowhere/"));
  }
  EXPECT_EQ(Report(history_ + " -o /dev/full").exit_code, 74);
  EXPECT_EQ(Report("").exit_code, 64);
}

}  // namespace
}  // namespace onrecord::cli

// Laws of the program: the number of threads and the way articles are cut into
// files never change a byte of the result.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

// The sample articles many times over under other ids, so that all threads
// have something to do.
std::string ManyArticles() {
  const std::string folder = NewFolder();
  const std::string file = folder + "/many.jsonl";
  for (int i = 0; i < 10; ++i) {
    const std::string command = absl::StrCat(
        "cat data/sample/*.jsonl | sed 's/^{\"id\": \"/&", i, "-/' >>", file);
    EXPECT_EQ(system(command.c_str()), 0);
  }
  return file;
}

TEST(JobsTest, ThreadsChangeNoByte) {
  const std::string file = ManyArticles();
  for (const char* format : {"binpb", "jsonl"}) {
    const std::string command =
        absl::StrCat("extract --format=", format, " ", file, " --jobs=");
    const RunResult one = RunOnrecord(absl::StrCat(command, 1));
    ASSERT_EQ(one.exit_code, 0) << one.err;
    ASSERT_GT(one.out.size(), 50000u);
    for (int jobs : {2, 7}) {
      const RunResult many = RunOnrecord(absl::StrCat(command, jobs));
      EXPECT_TRUE(many.out == one.out) << jobs;
      EXPECT_EQ(many.err, one.err);
    }
  }
}

TEST(JobsTest, FilesChangeNoByteOfAHistory) {
  const std::string folder = NewFolder();
  const std::string command = "track --format=json ";
  const RunResult whole = RunOnrecord(command + "data/sample");
  ASSERT_EQ(whole.exit_code, 0) << whole.err;
  ASSERT_EQ(system(absl::StrCat("cat data/sample/*.jsonl | tac >", folder,
                                "/one.jsonl")
                       .c_str()),
            0);
  EXPECT_EQ(RunOnrecord(command + folder).out, whole.out);
  ASSERT_EQ(system(absl::StrCat("cd ", folder,
                                " && split -l 1 one.jsonl part && for f in "
                                "part*; do $OLDPWD/onrecord extract $f -o "
                                "$f.binpb --omit_text || exit 1; done 2>log "
                                "&& rm one.jsonl part??")
                       .c_str()),
            0);
  EXPECT_EQ(RunOnrecord(command + folder).out, whole.out);
}

}  // namespace
}  // namespace onrecord::cli

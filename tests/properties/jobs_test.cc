// Laws of the program: the number of threads and the way articles are cut into
// files never change a byte of the result.
#include <fstream>
#include <iterator>
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

// Articles of a few words between such that fill batches of their own, and one
// that is too long.
std::string UnevenArticles() {
  const std::string file = NewFolder() + "/uneven.jsonl";
  std::ofstream out(file);
  const int sentences[] = {1, 3000, 2, 1, 40000, 900, 3, 1, 1, 500, 30, 1};
  for (int i = 0; i < 24; ++i) {
    out << "{\"id\": \"u" << i << "\", \"published\": \"2024-01-05\", "
        << "\"text\": \"";
    for (int n = sentences[i % std::size(sentences)]; n > 0; --n) {
      out << "“We go,” Ana Lopez said.\\n\\n";
    }
    out << "\"}\n";
  }
  return file;
}

void ExpectTheSameForAnyJobs(const std::string& file) {
  for (const char* format : {"binpb", "jsonl"}) {
    const std::string command =
        absl::StrCat("extract --format=", format, " ", file, " --jobs=");
    const RunResult one = RunOnrecord(absl::StrCat(command, 1));
    ASSERT_EQ(one.exit_code, 0) << one.err;
    ASSERT_GT(one.out.size(), 50000u);
    for (int jobs : {2, 3, 8}) {
      const RunResult many = RunOnrecord(absl::StrCat(command, jobs));
      EXPECT_TRUE(many.out == one.out) << jobs;
      EXPECT_EQ(many.err, one.err);
    }
  }
}

TEST(JobsTest, ThreadsChangeNoByte) { ExpectTheSameForAnyJobs(ManyArticles()); }

TEST(JobsTest, ThreadsChangeNoByteOfUnevenArticles) {
  const std::string file = UnevenArticles();
  ExpectTheSameForAnyJobs(file);
  EXPECT_THAT(RunOnrecord("extract --format=jsonl " + file).err,
              testing::AllOf(
                  testing::HasSubstr(":5: wanted an article of at most 1.0 MB "
                                     "(--max_article_mb), found 1.3 MB"),
                  testing::HasSubstr("2 could not be read")));
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

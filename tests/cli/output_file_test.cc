#include "cli/output_file.h"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <string>

#include "cli/exit_code.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

using testing::HasSubstr;

std::string Contents(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool Exists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

class OutputFileTest : public testing::Test {
 protected:
  const std::string path_ = testing::TempDir() + "/output_file_test.out";
  void SetUp() override { ::unlink(path_.c_str()); }
};

TEST_F(OutputFileTest, AppearsUnderItsNameWhenItIsClosed) {
  absl::StatusOr<OutputFile> file = OutputFile::Open(path_);
  ASSERT_TRUE(file.ok()) << file.status();
  ASSERT_TRUE(file->Write("one ").ok());
  EXPECT_FALSE(Exists(path_));
  ASSERT_TRUE(file->Write("two").ok());
  ASSERT_TRUE(file->Close().ok());
  EXPECT_EQ(Contents(path_), "one two");
  EXPECT_FALSE(Exists(path_ + ".partial"));
}

TEST_F(OutputFileTest, LeavesNothingBehindWhenItIsGivenUp) {
  std::ofstream(path_) << "old";
  {
    absl::StatusOr<OutputFile> file = OutputFile::Open(path_);
    ASSERT_TRUE(file.ok()) << file.status();
    ASSERT_TRUE(file->Write("new").ok());
    ASSERT_TRUE(file->Flush().ok());
  }
  EXPECT_EQ(Contents(path_), "old");
  EXPECT_FALSE(Exists(path_ + ".partial"));
}

TEST_F(OutputFileTest, TwoDoNotWriteOneFile) {
  absl::StatusOr<OutputFile> first = OutputFile::Open(path_);
  ASSERT_TRUE(first->Write("first").ok());
  const absl::StatusOr<OutputFile> second = OutputFile::Open(path_);
  EXPECT_EQ(ExitCodeOf(second.status()), kExitTryAgain);
  EXPECT_THAT(std::string(second.status().message()),
              HasSubstr(path_ + ": want to write it alone"));
  ASSERT_TRUE(first->Close().ok());
  EXPECT_EQ(Contents(path_), "first");
  // What a killed program left is in nobody's way.
  std::ofstream(path_ + ".partial") << "half of an old result";
  ASSERT_TRUE(WriteOutput(path_, "new").ok());
  EXPECT_EQ(Contents(path_), "new");
}

TEST_F(OutputFileTest, NeverOverwritesAStore) {
  struct Case {
    std::string mark;
    bool replaceable;
  };
  for (const Case& c : {Case{"OnRc", false}, Case{"Else", true}}) {
    std::ofstream(path_) << std::string("SQLite format 3\0", 16)
                         << std::string(52, ' ') << c.mark << "pages";
    const std::string before = Contents(path_);
    absl::StatusOr<OutputFile> file = OutputFile::Open(path_);
    EXPECT_EQ(file.ok(), c.replaceable) << c.mark;
    if (c.replaceable) continue;
    EXPECT_EQ(ExitCodeOf(file.status()), kExitUsage);
    EXPECT_THAT(std::string(file.status().message()),
                HasSubstr(path_ + ": want a file that may be overwritten"));
    EXPECT_EQ(Contents(path_), before);
  }
}

TEST_F(OutputFileTest, WritesDevicesInPlaceAndNoticesAFullDisk) {
  absl::StatusOr<OutputFile> file = OutputFile::Open("/dev/full");
  ASSERT_TRUE(file.ok()) << file.status();
  ASSERT_TRUE(file->Write("x").ok());
  const absl::Status status = file->Close();
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("/dev/full: cannot write: No space left on device"));
  EXPECT_EQ(ExitCodeOf(status), kExitIo);
}

TEST_F(OutputFileTest, NamesThePathThatCannotBeWritten) {
  const absl::Status status = OutputFile::Open("/nowhere/x").status();
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("/nowhere/x: cannot write: No such file"));
  EXPECT_EQ(ExitCodeOf(status), kExitIo);
}

TEST(IoErrorTest, AClosedPipeIsNoError) {
  EXPECT_EQ(ExitCodeOf(IoError("standard output", "write", EPIPE)), kExitOk);
  EXPECT_EQ(ExitCodeOf(IoError("standard output", "write", EIO)), kExitIo);
}

}  // namespace
}  // namespace onrecord::cli

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

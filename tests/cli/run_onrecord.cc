#include "tests/cli/run_onrecord.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <fstream>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace onrecord::cli {

const char kArticle[] =
    "“We want the troops to leave in May,” said Ana Lopez, the president of "
    "Teverra, on Monday.\n";

std::string ArticleLine(const std::string& id, const std::string& words) {
  return absl::StrCat(
      R"({"id":")", id,
      R"(","published":"2024-02-01","outlet":"Wire","text":"“)", words,
      R"(,” said Ana Lopez, the president of Teverra."})", "\n");
}

RunResult RunOnrecord(const std::string& words) {
  const std::string folder = NewFolder();
  const std::string command = absl::StrCat("{ ./onrecord ", words, " ; } >",
                                           folder, "/out 2>", folder, "/err");
  const int status = ::system(command.c_str());
  RunResult result;
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  result.out = ReadFileOrEmpty(folder + "/out");
  result.err = ReadFileOrEmpty(folder + "/err");
  return result;
}

std::string NewFolder() {
  static int number = 0;
  const std::string folder = absl::StrCat(testing::TempDir(), "/f", ++number);
  ::mkdir(folder.c_str(), 0777);
  return folder;
}

std::string WriteFile(const std::string& path, const std::string& contents) {
  std::ofstream(path, std::ios::binary) << contents;
  return path;
}

std::string ReadFileOrEmpty(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace onrecord::cli

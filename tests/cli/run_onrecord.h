#ifndef ONRECORD_TESTS_CLI_RUN_ONRECORD_H_
#define ONRECORD_TESTS_CLI_RUN_ONRECORD_H_

#include <string>

namespace onrecord::cli {

// What one call of the program did.
struct RunResult {
  int exit_code = -1;  // -1: killed by a signal.
  std::string out;
  std::string err;
};

// Runs the built program through the shell: `words` is what stands behind
// `onrecord`, with redirections and pipes as in a terminal. The working folder
// is that of the test.
RunResult RunOnrecord(const std::string& words);

// A new empty folder of this test, absolute, without a slash at its end.
std::string NewFolder();

// Writes a file and gives back its path.
std::string WriteFile(const std::string& path, const std::string& contents);

// All bytes of a file; empty if there is none.
std::string ReadFileOrEmpty(const std::string& path);

// A short article in plain text, with one quotation that has a speaker.
extern const char kArticle[];
// The same kind of article as a JSON line, with this id and these words.
std::string ArticleLine(const std::string& id, const std::string& words);

}  // namespace onrecord::cli

#endif  // ONRECORD_TESTS_CLI_RUN_ONRECORD_H_

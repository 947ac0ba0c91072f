#include "cli/progress.h"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "cli/terminal.h"

namespace onrecord::cli {
namespace {

constexpr double kSecondsBetween = 0.2;
constexpr absl::string_view kErase = "\r\x1b[K";

std::string TimeLeft(double seconds) {
  const auto whole = static_cast<int64_t>(std::ceil(seconds));
  if (whole < 60) return absl::StrCat(whole, " s");
  if (whole < 3600) return absl::StrCat((whole + 30) / 60, " min");
  return absl::StrFormat("%.1f h", static_cast<double>(whole) / 3600);
}

// The columns of the terminal on the standard error; 0 if it is none that can
// draw a line over itself.
int ProgressColumns() {
  if (::isatty(STDERR_FILENO) != 1) return 0;
  const char* term = std::getenv("TERM");
  if (term != nullptr && absl::string_view(term) == "dumb") return 0;
  winsize size;
  const bool known =
      ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

int64_t BytesBelow(const std::string& folder) {
  namespace fs = std::filesystem;
  int64_t bytes = 0;
  std::error_code error;
  fs::recursive_directory_iterator it(
      folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && it != fs::recursive_directory_iterator();
       it.increment(error)) {
    std::error_code none;
    if (!it->is_regular_file(none)) continue;
    const auto size = it->file_size(none);
    if (!none) bytes += static_cast<int64_t>(size);
  }
  return bytes;
}

void PrintNow(const std::string& bytes) {
  if (bytes.empty()) return;
  std::fwrite(bytes.data(), 1, bytes.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

std::string ProgressLine::Update(double seconds, const RunCounts& counts) {
  if (seconds < last_seconds_ + kSecondsBetween) return "";
  last_seconds_ = seconds;
  shown_ = true;
  const double bytes = static_cast<double>(counts.bytes);
  std::string text =
      absl::StrFormat("onrecord: %d articles, %.1f MB, %.1f MB/s",
                      counts.articles, bytes / 1e6, bytes / 1e6 / seconds);
  if (total_bytes_ > 0 && bytes > 0) {
    const double left =
        std::max(0.0, static_cast<double>(total_bytes_) - bytes);
    absl::StrAppend(&text, ", ", TimeLeft(left * seconds / bytes), " left");
  }
  return absl::StrCat(kErase, Shorten(text, columns_ - 1));
}

std::string ProgressLine::Clear() {
  if (!shown_) return "";
  shown_ = false;
  return std::string(kErase);
}

Progress::Progress(const std::vector<std::string>& inputs)
    : start_(std::chrono::steady_clock::now()) {
  const int columns = ProgressColumns();
  if (columns > 0) line_.emplace(TotalBytes(inputs), columns);
}

void Progress::Update(const RunCounts& counts) {
  if (!line_.has_value()) return;
  const std::chrono::duration<double> since =
      std::chrono::steady_clock::now() - start_;
  PrintNow(line_->Update(since.count(), counts));
}

void Progress::Clear() {
  if (line_.has_value()) PrintNow(line_->Clear());
}

int64_t TotalBytes(const std::vector<std::string>& inputs) {
  int64_t bytes = 0;
  for (const std::string& input : inputs) {
    struct stat info;
    const int status = input == "-" ? ::fstat(STDIN_FILENO, &info)
                                    : ::stat(input.c_str(), &info);
    if (status != 0) return 0;
    if (S_ISDIR(info.st_mode)) {
      bytes += BytesBelow(input);
    } else if (S_ISREG(info.st_mode)) {
      bytes += info.st_size;
    } else {
      return 0;
    }
  }
  return bytes;
}

}  // namespace onrecord::cli

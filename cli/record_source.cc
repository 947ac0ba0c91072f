#include "cli/record_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "cli/exit_code.h"
#include "cli/read_file.h"

namespace onrecord::cli {
namespace {

using pipeline::InputKind;

// Copies what can be read next without taking it away: bytes copied, 0 at the
// end, -1 and errno where this kind of file cannot be looked into (EINVAL).
ssize_t Peek(int fd, char* head, size_t size) {
  const ssize_t read = ::pread(fd, head, size, 0);
  if (read >= 0 || errno != ESPIPE) return read;
  int copy[2];
  if (::pipe(copy) != 0) return -1;
  const ssize_t copied = ::tee(fd, copy[1], size, 0);
  const int error = errno;
  const ssize_t taken = copied > 0 ? ::read(copy[0], head, copied) : copied;
  ::close(copy[0]);
  ::close(copy[1]);
  errno = error;
  return taken;
}

// A pipe in a folder: opening it to look would drive its writer away. Those
// below /dev are pipes that this process holds open.
bool IsNamedPipe(const std::string& path) {
  struct stat info;
  return !absl::StartsWith(path, "/dev/") && ::stat(path.c_str(), &info) == 0 &&
         S_ISFIFO(info.st_mode);
}

}  // namespace

absl::StatusOr<InputKind> DetectInput(const std::string& path) {
  if (IsNamedPipe(path)) return InputKind::kArticles;
  absl::StatusOr<int> fd = OpenToRead(path);
  if (!fd.ok()) return fd.status();
  char head[pipeline::kInputHeadBytes];
  const ssize_t size = Peek(*fd, head, sizeof(head));
  const int error = errno;
  ::close(*fd);
  if (size >= 0) {
    return pipeline::InputKindOf(
        absl::string_view(head, static_cast<size_t>(size)));
  }
  if (error == EISDIR || error == EINVAL) return InputKind::kArticles;
  return IoError(path, "read", error);
}

absl::StatusOr<std::unique_ptr<RecordSource>> RecordSource::Open(
    const std::string& path, InputKind kind) {
  absl::StatusOr<int> fd = OpenToRead(path);
  if (!fd.ok()) return fd.status();
  return std::unique_ptr<RecordSource>(new RecordSource(*fd, path, kind));
}

RecordSource::RecordSource(int fd, const std::string& path, InputKind kind)
    : path_(path), input_(fd, /*block_size=*/1 << 17) {
  input_.SetCloseOnDelete(true);
  if (kind == InputKind::kRecordLines) {
    lines_.emplace(&input_, path);
  } else {
    file_.emplace(&input_, path);
  }
}

absl::StatusOr<bool> RecordSource::Next(v1::ArticleRecord* record) {
  absl::StatusOr<bool> more =
      file_.has_value() ? file_->Next(record) : lines_->Next(record);
  if (input_.GetErrno() != 0) return IoError(path_, "read", input_.GetErrno());
  return more;
}

int64_t RecordSource::segments() const {
  return file_.has_value() ? file_->segments() : 0;
}

RecordSource::Damage RecordSource::damage() const {
  if (!file_.has_value()) return Damage::kLine;
  return file_->can_go_on() ? Damage::kSegment : Damage::kRest;
}

}  // namespace onrecord::cli

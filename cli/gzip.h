#ifndef ONRECORD_CLI_GZIP_H_
#define ONRECORD_CLI_GZIP_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"

namespace onrecord::cli {

// Bytes in gzip's format, piece by piece.
//
//   Call order: Add() any number of times, then Finish() once.
class GzipEncoder {
 public:
  GzipEncoder();
  ~GzipEncoder();
  GzipEncoder(GzipEncoder&&) noexcept;
  GzipEncoder& operator=(GzipEncoder&&) noexcept;

  // Appends to `out` what can be written of all that was added so far.
  void Add(absl::string_view bytes, std::string* out);
  // Appends the rest.
  void Finish(std::string* out);

 private:
  void Deflate(absl::string_view bytes, int flush, std::string* out);

  struct State;
  std::unique_ptr<State> state_;
};

// All bytes in gzip's format (RFC 1952): the same for the same bytes.
std::string Gzip(absl::string_view bytes);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_GZIP_H_

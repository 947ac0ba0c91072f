#include "cli/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace onrecord::cli {
namespace {

constexpr int kGzipFormat = 15 + 16;  // The largest window, with a gzip header.
constexpr int kMemoryLevel = 8;       // zlib's default.
// Fast: what is served is read once and made again when the file changes.
constexpr int kLevel = 4;

}  // namespace

std::string Gzip(absl::string_view bytes) {
  z_stream stream = {};
  deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipFormat, kMemoryLevel,
               Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  size_t left = bytes.size();
  std::string out;
  char buffer[1 << 16];
  int result = Z_OK;
  while (result == Z_OK) {
    const size_t piece =
        std::min<size_t>(left, std::numeric_limits<uInt>::max());
    stream.avail_in = static_cast<uInt>(piece);
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof(buffer);
    result = deflate(&stream, piece == left ? Z_FINISH : Z_NO_FLUSH);
    left -= piece - stream.avail_in;
    out.append(buffer, sizeof(buffer) - stream.avail_out);
  }
  deflateEnd(&stream);
  return out;
}

}  // namespace onrecord::cli

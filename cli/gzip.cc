#include "cli/gzip.h"

#include <zlib.h>

#include <limits>

namespace onrecord::cli {
namespace {

constexpr int kGzipFormat = 15 + 16;  // The largest window, with a gzip header.
constexpr int kMemoryLevel = 8;       // zlib's default.
// Fast: what is served is read once and made again when the file changes.
constexpr int kLevel = 4;

}  // namespace

struct GzipEncoder::State {
  State() {
    deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipFormat, kMemoryLevel,
                 Z_DEFAULT_STRATEGY);
  }
  ~State() { deflateEnd(&stream); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  z_stream stream = {};
};

GzipEncoder::GzipEncoder() : state_(std::make_unique<State>()) {}
GzipEncoder::~GzipEncoder() = default;
GzipEncoder::GzipEncoder(GzipEncoder&&) noexcept = default;
GzipEncoder& GzipEncoder::operator=(GzipEncoder&&) noexcept = default;

void GzipEncoder::Add(absl::string_view bytes, std::string* out) {
  while (!bytes.empty()) {
    // zlib counts in less than size_t.
    const absl::string_view piece =
        bytes.substr(0, std::numeric_limits<uInt>::max());
    Deflate(piece, Z_NO_FLUSH, out);
    bytes.remove_prefix(piece.size());
  }
}

void GzipEncoder::Finish(std::string* out) { Deflate({}, Z_FINISH, out); }

void GzipEncoder::Deflate(absl::string_view bytes, int flush,
                          std::string* out) {
  z_stream& stream = state_->stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  char buffer[1 << 16];
  do {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof(buffer);
    deflate(&stream, flush);
    out->append(buffer, sizeof(buffer) - stream.avail_out);
  } while (stream.avail_out == 0);
}

std::string Gzip(absl::string_view bytes) {
  GzipEncoder encoder;
  std::string out;
  encoder.Add(bytes, &out);
  encoder.Finish(&out);
  return out;
}

}  // namespace onrecord::cli

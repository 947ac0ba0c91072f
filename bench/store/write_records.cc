// Writes a record file with the records of invented observations, as
// `onrecord track` reads it: input for bench/store/track.py.
//
//   write_records FILE OBSERVATIONS

#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/store/records.h"
#include "pipeline/record_file.h"
#include "pipeline/record_proto.h"

namespace onrecord::bench {
namespace {

// False if the file could not be written.
bool WriteRecords(const StressSet& set, std::FILE* file) {
  pipeline::RecordFileEncoder encoder;
  const auto write = [file](const std::string& bytes) {
    std::fwrite(bytes.data(), 1, bytes.size(), file);
  };
  size_t articles = 0;
  for (size_t next = 0; next < set.inputs.size(); ++articles) {
    const std::string record = pipeline::ToWire(RecordAt(set, &next));
    write(encoder.Head(record));
    write(record);
  }
  write(encoder.Finish());
  const bool good = std::ferror(file) == 0;
  std::printf("%zu\n", articles);
  return std::fclose(file) == 0 && good;
}

}  // namespace
}  // namespace onrecord::bench

int main(int argc, char** argv) {
  std::FILE* file = argc == 3 ? std::fopen(argv[1], "wb") : nullptr;
  if (file == nullptr) {
    std::fprintf(stderr, "usage: write_records FILE OBSERVATIONS\n");
    return 64;
  }
  const auto set = onrecord::bench::InventStatements(std::atoi(argv[2]));
  return onrecord::bench::WriteRecords(set, file) ? 0 : 74;
}

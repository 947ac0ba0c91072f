#include "store/page_carver.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace onrecord::store {
namespace {

constexpr absl::string_view kMagic("SQLite format 3\0", 16);
constexpr size_t kFileHeader = 100;
constexpr uint32_t kDefaultPageSize = 4096;
constexpr uint32_t kMinUsableSize = 480;
constexpr char kTableLeaf = 0x0d;
constexpr size_t kLeafHeader = 8;
constexpr size_t kLogHeader = 32, kFrameHeader = 24;
constexpr size_t kColumns = 8;  // Of `article`; the number is the row's own.

uint64_t BigEndian(absl::string_view bytes, size_t at, size_t size) {
  uint64_t value = 0;
  for (size_t i = at; i < at + size && i < bytes.size(); ++i) {
    value = value << 8 | static_cast<uint8_t>(bytes[i]);
  }
  return value;
}

// Takes SQLite's kind of varint off the front: seven bits a byte, the highest
// first, all eight of the ninth.
bool EatVarint(absl::string_view* bytes, uint64_t* value) {
  *value = 0;
  for (size_t i = 0; i < 9 && i < bytes->size(); ++i) {
    const auto byte = static_cast<uint8_t>((*bytes)[i]);
    *value = i == 8 ? *value << 8 | byte : *value << 7 | (byte & 0x7f);
    if (i == 8 || byte < 0x80) {
      bytes->remove_prefix(i + 1);
      return true;
    }
  }
  return false;
}

// Bytes of a text or blob of this serial type; false for other types.
bool BytesOf(uint64_t type, uint64_t* size) {
  if (type < 12) return false;
  *size = (type - 12) / 2;
  return true;
}

// The columns of a row of `article`; false if it is no such row.
bool ReadRow(absl::string_view payload, ArticleRow* row) {
  absl::string_view header = payload;
  uint64_t header_size;
  if (!EatVarint(&header, &header_size) || header_size > payload.size()) {
    return false;
  }
  absl::string_view values = payload.substr(header_size);
  const size_t first = payload.size() - header.size();
  if (header_size < first) return false;
  header = payload.substr(first, header_size - first);
  std::vector<uint64_t> types;
  while (!header.empty()) {
    uint64_t type;
    if (!EatVarint(&header, &type)) return false;
    types.push_back(type);
  }
  if (types.size() != kColumns || types[0] != 0) return false;
  size_t column = 0;
  for (std::string* field :
       {&row->id, &row->content_sha256, &row->config_sha256, &row->outlet,
        &row->published, &row->record_sha256, &row->record}) {
    uint64_t size;
    if (!BytesOf(types[++column], &size) || size > values.size()) return false;
    *field = std::string(values.substr(0, size));
    values.remove_prefix(size);
  }
  return true;
}

absl::StatusOr<std::string> ReadAll(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return absl::UnknownError(
        absl::StrCat(path, ": cannot read: ", std::strerror(errno)));
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

absl::StatusOr<PageCarver> PageCarver::Open(const std::string& path) {
  absl::StatusOr<std::string> file = ReadAll(path);
  if (!file.ok()) return file.status();
  const absl::StatusOr<std::string> log = ReadAll(absl::StrCat(path, "-wal"));
  return PageCarver(*std::move(file), log.ok() ? *log : std::string());
}

PageCarver::PageCarver(std::string file, std::string log)
    : file_(std::move(file)),
      log_(std::move(log)),
      page_size_(kDefaultPageSize),
      usable_size_(kDefaultPageSize) {
  if (absl::StartsWith(file_, kMagic)) {
    const auto stated = static_cast<uint32_t>(BigEndian(file_, 16, 2));
    const uint32_t size = stated == 1 ? 65536 : stated;
    const auto reserved = static_cast<uint32_t>(BigEndian(file_, 20, 1));
    if (size >= 512 && (size & (size - 1)) == 0 &&
        size - reserved >= kMinUsableSize) {
      page_size_ = size;
      usable_size_ = size - reserved;
    }
  }
  MapLog();
}

void PageCarver::MapLog() {
  const absl::string_view log = log_;
  if (log.size() < kLogHeader) return;
  const absl::string_view salts = log.substr(16, 8);
  for (size_t at = kLogHeader; at + kFrameHeader + page_size_ <= log.size();
       at += kFrameHeader + page_size_) {
    if (log.substr(at + 8, 8) != salts) return;  // Of an older log.
    in_log_[BigEndian(log, at, 4)] = at + kFrameHeader;
  }
}

absl::string_view PageCarver::Page(uint64_t number) const {
  const auto found = in_log_.find(number);
  if (found != in_log_.end()) {
    return absl::string_view(log_).substr(found->second, page_size_);
  }
  const uint64_t pages = (file_.size() + page_size_ - 1) / page_size_;
  if (number == 0 || number > pages) return {};
  return absl::string_view(file_).substr((number - 1) * page_size_, page_size_);
}

void PageCarver::Carve(const Take& take) const {
  uint64_t pages = (file_.size() + page_size_ - 1) / page_size_;
  for (const auto& [number, place] : in_log_) pages = std::max(pages, number);
  for (uint64_t number = 1; number <= pages; ++number) {
    CarvePage(Page(number), number == 1 ? kFileHeader : 0, take);
  }
}

void PageCarver::CarvePage(absl::string_view page, size_t header,
                           const Take& take) const {
  if (page.size() < header + kLeafHeader || page[header] != kTableLeaf) return;
  const uint64_t cells = BigEndian(page, header + 3, 2);
  for (uint64_t i = 0; i < cells; ++i) {
    const size_t pointer = header + kLeafHeader + 2 * i;
    if (pointer + 2 > page.size()) return;
    const uint64_t begin = BigEndian(page, pointer, 2);
    if (begin >= page.size()) continue;
    int64_t number;
    std::string payload;
    ArticleRow row;
    if (ReadPayload(page.substr(begin), &number, &payload) &&
        ReadRow(payload, &row)) {
      take(number, row);
    }
  }
}

bool PageCarver::ReadPayload(absl::string_view cell, int64_t* number,
                             std::string* payload) const {
  uint64_t size, row;
  if (!EatVarint(&cell, &size) || !EatVarint(&cell, &row)) return false;
  if (size > file_.size() + log_.size()) return false;
  *number = static_cast<int64_t>(row);
  const uint64_t most = usable_size_ - 35;
  if (size <= most) {
    *payload = std::string(cell.substr(0, size));
    return payload->size() == size;
  }
  // How much stays on the page: section 1.6 of the format.
  const uint64_t least = (usable_size_ - 12) * 32 / 255 - 23;
  const uint64_t rest = least + (size - least) % (usable_size_ - 4);
  const uint64_t local = rest <= most ? rest : least;
  if (cell.size() < local + 4) return false;
  *payload = std::string(cell.substr(0, local));
  return Follow(BigEndian(cell, local, 4), size, payload);
}

bool PageCarver::Follow(uint64_t page, uint64_t size,
                        std::string* payload) const {
  while (payload->size() < size) {
    const absl::string_view bytes = Page(page);
    if (bytes.size() < usable_size_) return false;
    const uint64_t wanted =
        std::min<uint64_t>(size - payload->size(), usable_size_ - 4);
    payload->append(bytes.data() + 4, wanted);
    page = BigEndian(bytes, 0, 4);
  }
  return true;
}

}  // namespace onrecord::store

#ifndef ONRECORD_TEXT_TABLE_IMAGE_H_
#define ONRECORD_TEXT_TABLE_IMAGE_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

#include "absl/strings/string_view.h"

// Tables of plain records as one block of bytes, which a program can hold in
// its read-only data and use where it lies. The block tells where each table
// begins; then come the records as they stand in memory (little-endian). It
// holds no address. Equal tables make equal bytes.
//
// `Tables` has a span for each table, kCount of them, and a static
// ForEach(tables, part) that calls part(span) for each in a fixed order.
namespace onrecord::text {

// Of a block and of each table in it, in bytes.
inline constexpr size_t kTableAlignment = 8;

// Where a table of a block is.
struct TableExtent {
  uint32_t begin;  // Bytes from the block's, a multiple of kTableAlignment.
  uint32_t count;  // Of records.
};

// The block; its size is a multiple of kTableAlignment.
template <typename Tables>
std::string WriteTables(const Tables& tables) {
  TableExtent extents[Tables::kCount] = {};
  std::string bytes(sizeof(extents), '\0');
  TableExtent* extent = extents;
  Tables::ForEach(tables, [&](const auto& table) {
    *extent++ = {static_cast<uint32_t>(bytes.size()),
                 static_cast<uint32_t>(table.size())};
    if (table.empty()) return;
    bytes.append(reinterpret_cast<const char*>(table.data()),
                 table.size() * sizeof(table[0]));
    bytes.resize((bytes.size() + kTableAlignment - 1) / kTableAlignment *
                 kTableAlignment);
  });
  std::memcpy(&bytes[0], extents, sizeof(extents));
  return bytes;
}

// Makes `tables` views of a block, which must outlive them. False if it is cut
// or misplaced; the records are taken to be what was written.
template <typename Tables>
bool ReadTables(absl::string_view block, Tables* tables) {
  TableExtent extents[Tables::kCount];
  if (block.size() < sizeof(extents)) return false;
  if (reinterpret_cast<uintptr_t>(block.data()) % kTableAlignment != 0) {
    return false;
  }
  std::memcpy(extents, block.data(), sizeof(extents));
  const TableExtent* extent = extents;
  bool fits = true;
  Tables::ForEach(*tables, [&](auto& table) {
    using Table = std::remove_reference_t<decltype(table)>;
    using Record = typename Table::element_type;
    const auto [begin, count] = *extent++;
    const uint64_t end = begin + uint64_t{count} * sizeof(Record);
    fits &= begin % kTableAlignment == 0 && end <= block.size();
    if (!fits) return;
    table = Table(reinterpret_cast<const Record*>(block.data() + begin), count);
  });
  return fits;
}

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_TABLE_IMAGE_H_

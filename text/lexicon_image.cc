#include "text/lexicon_image.h"

#include <cstring>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "text/known_words.h"
#include "text/table_image.h"
#include "text/word_class.h"

namespace onrecord::text {
namespace {

// Of the layout: count it up with every change of a record or a table.
constexpr uint32_t kVersion = 4;
constexpr char kMagic[] = "ORWORDS";  // Eight bytes with the 0.

struct Header {
  char magic[sizeof(kMagic)];
  uint32_t version;
  uint32_t names;  // NamesHash() of the program that wrote it.
  uint64_t bytes;  // Of the whole image.
};
static_assert(sizeof(Header) % kTableAlignment == 0, "tables follow it");

// Of the names on whose places the numbers in an image depend.
constexpr uint32_t NamesHash() {
  uint32_t hash = 2166136261u;
  for (absl::string_view name : kWordClassNames) {
    for (char c : name) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
    hash = (hash ^ ',') * 16777619u;
  }
  for (absl::string_view name : kKnownWords) {
    for (char c : name) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
    hash = (hash ^ ',') * 16777619u;
  }
  return hash;
}
constexpr uint32_t kNamesHash = NamesHash();

absl::Status Bad(absl::string_view what, uint64_t want, uint64_t got) {
  return absl::DataLossError(
      absl::StrCat("lexicon image: want ", what, " ", want, ", got ", got));
}

absl::Status CheckHeader(const Header& header, absl::string_view image) {
  if (std::memcmp(header.magic, kMagic, sizeof(kMagic)) != 0) {
    return absl::DataLossError(
        absl::StrCat("lexicon image: want it to begin with ", kMagic));
  }
  if (header.version != kVersion) {
    return Bad("version", kVersion, header.version);
  }
  if (header.names != kNamesHash) {
    return Bad("word classes and known words of hash", kNamesHash,
               header.names);
  }
  if (header.bytes != image.size()) {
    return Bad("bytes", header.bytes, image.size());
  }
  const auto off = reinterpret_cast<uintptr_t>(image.data()) % kTableAlignment;
  return off == 0 ? absl::OkStatus() : Bad("bytes off its alignment", 0, off);
}

bool IsTableSize(size_t size) { return size > 1 && (size & (size - 1)) == 0; }

// Sizes that look-ups rely on.
bool SizesFit(const LexiconTables& tables) {
  return tables.words.size() > kKnownWordCount + 1 &&
         IsTableSize(tables.slots.size()) &&
         IsTableSize(tables.factors.size()) && tables.values.size() >= 2 &&
         !tables.class_sets.empty() &&
         tables.phrases.size() == tables.by_form.size() + 1 &&
         IsTableSize(tables.edges.size()) && IsTableSize(tables.pairs.size()) &&
         tables.values.back() == tables.texts.size();
}

}  // namespace

std::string WriteLexiconImage(const LexiconTables& tables) {
  const std::string block = WriteTables(tables);
  Header header = {};
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.version = kVersion;
  header.names = kNamesHash;
  header.bytes = sizeof(header) + block.size();
  std::string bytes(sizeof(header), '\0');
  std::memcpy(&bytes[0], &header, sizeof(header));
  return bytes + block;
}

absl::StatusOr<LexiconTables> ReadLexiconImage(absl::string_view image) {
  Header header;
  if (image.size() < sizeof(header)) {
    return Bad("bytes, at least,", sizeof(header), image.size());
  }
  std::memcpy(&header, image.data(), sizeof(header));
  if (absl::Status status = CheckHeader(header, image); !status.ok()) {
    return status;
  }
  LexiconTables tables;
  if (!ReadTables(image.substr(sizeof(header)), &tables) || !SizesFit(tables)) {
    return absl::DataLossError(
        "lexicon image: want tables that fit each other, got others");
  }
  return tables;
}

}  // namespace onrecord::text

#include "text/lexicon_image.h"

#include <cstring>
#include <type_traits>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "text/known_words.h"
#include "text/word_class.h"

namespace onrecord::text {
namespace {

// Of the layout: count it up with every change of a record or a table.
constexpr uint32_t kVersion = 2;
constexpr char kMagic[] = "ORWORDS";  // Eight bytes with the 0.
constexpr size_t kAlignment = 8;

struct Extent {
  uint32_t begin;  // Bytes from the image's, a multiple of kAlignment.
  uint32_t count;  // Of records.
};
struct Header {
  char magic[sizeof(kMagic)];
  uint32_t version;
  uint32_t names;  // NamesHash() of the program that wrote it.
  uint64_t bytes;  // Of the whole image.
  Extent tables[LexiconTables::kCount];
};

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
  const auto off = reinterpret_cast<uintptr_t>(image.data()) % kAlignment;
  return off == 0 ? absl::OkStatus() : Bad("bytes off its alignment", 0, off);
}

bool IsTableSize(size_t size) { return size > 1 && (size & (size - 1)) == 0; }

// Sizes that look-ups rely on.
bool SizesFit(const LexiconTables& tables) {
  return tables.words.size() > kKnownWordCount + 1 &&
         IsTableSize(tables.slots.size()) &&
         tables.tags.size() == tables.slots.size() &&
         tables.values.size() >= 2 && !tables.class_sets.empty() &&
         tables.phrases.size() == tables.by_form.size() + 1 &&
         IsTableSize(tables.edges.size()) &&
         tables.values.back() == tables.texts.size();
}

}  // namespace

std::string WriteLexiconImage(const LexiconTables& tables) {
  std::string bytes(sizeof(Header), '\0');
  Header header = {};
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.version = kVersion;
  header.names = kNamesHash;
  Extent* extent = header.tables;
  LexiconTables::ForEach(tables, [&](const auto& table) {
    *extent++ = {static_cast<uint32_t>(bytes.size()),
                 static_cast<uint32_t>(table.size())};
    bytes.append(reinterpret_cast<const char*>(table.data()),
                 table.size() * sizeof(table[0]));
    bytes.resize((bytes.size() + kAlignment - 1) / kAlignment * kAlignment);
  });
  header.bytes = bytes.size();
  std::memcpy(&bytes[0], &header, sizeof(header));
  return bytes;
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
  const Extent* extent = header.tables;
  bool fits = true;
  LexiconTables::ForEach(tables, [&](auto& table) {
    using Table = std::remove_reference_t<decltype(table)>;
    using Record = typename Table::element_type;
    const auto [begin, count] = *extent++;
    const uint64_t end = begin + uint64_t{count} * sizeof(Record);
    fits &= begin % kAlignment == 0 && end <= image.size();
    if (!fits) return;
    table = Table(reinterpret_cast<const Record*>(image.data() + begin), count);
  });
  if (!fits || !SizesFit(tables)) {
    return absl::DataLossError(
        "lexicon image: want tables that fit each other, got others");
  }
  return tables;
}

}  // namespace onrecord::text

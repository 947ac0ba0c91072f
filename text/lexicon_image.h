#ifndef ONRECORD_TEXT_LEXICON_IMAGE_H_
#define ONRECORD_TEXT_LEXICON_IMAGE_H_

#include <cstdint>
#include <cstring>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "text/known_words.h"
#include "text/lexicon.h"
#include "text/word_class.h"

namespace onrecord::text {

// The image of a lexicon, byte by byte: a header that says where each part
// begins, then the parts, arrays of the records below and in lexicon.h. All
// references are indices or offsets, so that an image works wherever it lies;
// numbers are little-endian. Only lexicon*.cc see this.
struct Lexicon::Image {
  // Of the layout. Count up with every change of a record or part.
  static constexpr uint32_t kVersion = 1;
  static constexpr char kMagic[] = "ORLEXIC";  // Eight bytes with its 0.
  static constexpr size_t kAlignment = 8;

  enum Part {
    kTexts,          // char: forms of words, of phrases, then values.
    kClassSets,      // WordClasses: all that occur, each once.
    kValues,         // uint32_t: where each value begins, and one end.
    kWords,          // WordRecord, by WordId, and one that ends the last form.
    kTags,           // uint8_t: of each slot, see Place; 0 where it is free.
    kSlots,          // Slot: a power of two, at most three quarters full.
    kPhrases,        // PhraseRecord, and one that ends the last form.
    kPhrasesByForm,  // int32_t: indices of phrases, sorted by form.
    kNodes,          // Node; node 0 is nobody's child.
    kEdges,          // Edge
    kPartCount,
  };
  struct Extent {
    uint32_t begin;  // Bytes from the image's, a multiple of kAlignment.
    uint32_t count;  // Of elements.
  };
  struct Header {
    char magic[8];
    uint32_t version;
    uint32_t names;  // NamesHash() of the program that wrote it.
    uint64_t bytes;  // Of the whole image.
    Extent parts[kPartCount];
  };

  // A slot of the open-addressing table of forms, by FoldedWord::Key(). Forms
  // of up to eight bytes are compared without leaving the slot.
  struct Slot {
    uint64_t key;
    WordId id;
    uint32_t length : 8;
    uint32_t classes : 24;  // Index of a class set.
  };
  // Where the search for a key begins, the high bits of a product, and one
  // byte of it that is not 0.
  struct Place {
    size_t home;
    uint8_t tag;
  };
  static Place PlaceOf(uint64_t key, int shift) {
    const uint64_t product = key * 0x9E3779B97F4A7C15u;
    return {static_cast<size_t>(product >> shift),
            static_cast<uint8_t>(product >> 16 | 1)};
  }

  // A node of the phrase trie; its children are edges[first, first + count),
  // by word id.
  struct Node {
    uint32_t first;
    uint32_t count;
    int32_t phrase;  // The phrase that ends here; -1 if none.
  };
  struct Edge {
    WordId word;
    uint32_t node;
  };

  // Of the names whose places an image relies on: classes and known words.
  static constexpr uint32_t NamesHash() {
    uint32_t hash = 2166136261u;
    const auto add = [&hash](absl::string_view name) {
      for (char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
      }
      hash *= 16777619u;
    };
    for (absl::string_view name : kWordClassNames) add(name);
    for (absl::string_view name : kKnownWords) add(name);
    return hash;
  }

  // Puts parts together, in their order.
  class Writer {
   public:
    Writer() : bytes_(sizeof(Header), '\0') {
      std::memcpy(header_.magic, kMagic, sizeof(header_.magic));
      header_.version = kVersion;
      header_.names = NamesHash();
    }
    template <typename Record>
    void Add(Part part, absl::Span<const Record> records) {
      header_.parts[part] = {static_cast<uint32_t>(bytes_.size()),
                             static_cast<uint32_t>(records.size())};
      bytes_.append(reinterpret_cast<const char*>(records.data()),
                    records.size() * sizeof(Record));
      bytes_.resize((bytes_.size() + kAlignment - 1) / kAlignment * kAlignment);
    }
    std::string Finish() {
      header_.bytes = bytes_.size();
      std::memcpy(&bytes_[0], &header_, sizeof(header_));
      return std::move(bytes_);
    }

   private:
    Header header_ = {};
    std::string bytes_;
  };
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LEXICON_IMAGE_H_

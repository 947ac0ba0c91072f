#include "dashboard/page.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "data/embedded.h"

namespace onrecord::dashboard {

// Made by tools/embed_files.cc from dist/page.html alone.
absl::Span<const data::EmbeddedFile> EmbeddedFiles();

namespace {

// Behind it the page takes base64; it is there once.
constexpr absl::string_view kPlace = "id=\"history-data\">";

}  // namespace

absl::string_view Page() { return EmbeddedFiles().front().contents; }

std::string PageWithHistory(absl::string_view history) {
  const size_t place = Page().find(kPlace) + kPlace.size();
  return absl::StrCat(Page().substr(0, place), absl::Base64Escape(history),
                      Page().substr(place));
}

}  // namespace onrecord::dashboard

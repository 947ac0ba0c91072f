#include "dashboard/page.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "data/embedded.h"

namespace onrecord::dashboard {

// Made by tools/embed_files.cc from dist/page.html alone.
absl::Span<const data::EmbeddedFile> EmbeddedFiles();

namespace {

// Each is in the page once.
constexpr absl::string_view kHistory = "name=\"onrecord-history\" content=\"";
constexpr absl::string_view kEvents = "name=\"onrecord-events\" content=\"";
constexpr absl::string_view kData = "id=\"history-data\">";

// The page that reads its history from `address` and listens to nothing.
std::string PageThatReads(absl::string_view address) {
  return absl::StrReplaceAll(
      DashboardPage(),
      {{absl::StrCat(kHistory, "v1/history"), absl::StrCat(kHistory, address)},
       {absl::StrCat(kEvents, "v1/events"), kEvents}});
}

}  // namespace

absl::string_view DashboardPage() { return EmbeddedFiles().front().contents; }

std::string PageBesideHistory() { return PageThatReads("history.binpb"); }

std::string PageWithHistory(absl::string_view history) {
  return absl::StrReplaceAll(
      PageThatReads(""),
      {{kData, absl::StrCat(kData, absl::Base64Escape(history))}});
}

}  // namespace onrecord::dashboard

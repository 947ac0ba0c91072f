#ifndef ONRECORD_DASHBOARD_PAGE_H_
#define ONRECORD_DASHBOARD_PAGE_H_

#include <string>

#include "absl/strings/string_view.h"

// The page that shows a history in a browser: one HTML document, UTF-8, part of
// the program. Its scripts and styles stand in <script> and <style> elements.
namespace onrecord::dashboard {

// The page for a server: it fetches v1/history and listens to v1/events, both
// beside it, and nothing else. Static storage.
absl::string_view DashboardPage();

// The page for a folder: it fetches history.binpb beside it.
std::string PageBesideHistory();

// The page with the bytes of a History inside: it fetches nothing.
std::string PageWithHistory(absl::string_view history);

}  // namespace onrecord::dashboard

#endif  // ONRECORD_DASHBOARD_PAGE_H_

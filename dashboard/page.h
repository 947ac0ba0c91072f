#ifndef ONRECORD_DASHBOARD_PAGE_H_
#define ONRECORD_DASHBOARD_PAGE_H_

#include "absl/strings/string_view.h"

namespace onrecord::dashboard {

// The page that shows a history in the browser: one HTML document, UTF-8, that
// fetches nothing but /v1/history and /v1/events. Its scripts and styles stand
// in <script> and <style> elements. Static storage.
absl::string_view DashboardPage();

}  // namespace onrecord::dashboard

#endif  // ONRECORD_DASHBOARD_PAGE_H_

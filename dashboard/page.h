#ifndef ONRECORD_DASHBOARD_PAGE_H_
#define ONRECORD_DASHBOARD_PAGE_H_

#include <string>

#include "absl/strings/string_view.h"

// The page that shows a history in a browser; it is part of the program.
namespace onrecord::dashboard {

// The page without a history: it reads ./history.binpb beside it. HTML in
// UTF-8; lives for ever.
absl::string_view Page();

// The page with the bytes of a History inside: one file that needs no other.
std::string PageWithHistory(absl::string_view history);

}  // namespace onrecord::dashboard

#endif  // ONRECORD_DASHBOARD_PAGE_H_

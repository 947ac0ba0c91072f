#include "cli/http_access.h"

#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "text/sha256.h"

namespace onrecord::cli {
namespace {

bool SameInConstantTime(absl::string_view a, absl::string_view b) {
  unsigned char difference = a.size() == b.size() ? 0 : 1;
  for (size_t i = 0; i < a.size() && i < b.size(); ++i) {
    difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  }
  return difference == 0;
}

// What stands behind "SCHEME " in any case; false for another scheme.
bool EatScheme(absl::string_view scheme, absl::string_view* header) {
  if (!absl::StartsWithIgnoreCase(*header, scheme)) return false;
  header->remove_prefix(scheme.size());
  *header = absl::StripAsciiWhitespace(*header);
  return true;
}

// " 'sha256-...'" for the contents of every <script> and of every <style>.
struct HashSources {
  std::string script, style;
};

// The contents of these elements end at their end tag, whatever stands in them:
// so a page is read from one to the next.
HashSources HashElements(absl::string_view page) {
  HashSources sources;
  size_t at = 0;
  while ((at = page.find("<s", at)) != absl::string_view::npos) {
    const absl::string_view rest = page.substr(at);
    const bool script = absl::StartsWith(rest, "<script");
    at += 2;
    if (!script && !absl::StartsWith(rest, "<style")) continue;
    const size_t begin = page.find('>', at);
    const size_t end = page.find(script ? "</script>" : "</style>", at);
    if (begin == absl::string_view::npos || end == absl::string_view::npos) {
      break;
    }
    const std::string digest = absl::HexStringToBytes(
        text::Sha256Hex(page.substr(begin + 1, end - begin - 1)));
    absl::StrAppend(script ? &sources.script : &sources.style, " 'sha256-",
                    absl::Base64Escape(digest), "'");
    at = end;
  }
  return sources;
}

std::string OrNone(const std::string& sources) {
  return sources.empty() ? " 'none'" : sources;
}

}  // namespace

bool IsAuthorized(absl::string_view authorization, absl::string_view token) {
  if (EatScheme("Bearer ", &authorization)) {
    return SameInConstantTime(authorization, token);
  }
  std::string pair;
  if (!EatScheme("Basic ", &authorization) ||
      !absl::Base64Unescape(authorization, &pair)) {
    return false;
  }
  const size_t colon = pair.find(':');
  return colon != std::string::npos &&
         SameInConstantTime(absl::string_view(pair).substr(colon + 1), token);
}

bool IsLoopback(absl::string_view address) {
  return address == "::1" || absl::StartsWith(address, "127.");
}

bool IsLocalHost(absl::string_view host_header) {
  // Without the port: "[::1]:80", "127.0.0.1:80".
  const size_t end = absl::StartsWith(host_header, "[") ? host_header.find(']')
                                                        : host_header.find(':');
  absl::string_view host = host_header.substr(0, end);
  absl::ConsumePrefix(&host, "[");
  if (absl::EqualsIgnoreCase(host, "localhost") || host == "::1") return true;
  // "127.0.0.1.example" is a name, no address.
  return IsLoopback(host) &&
         host.find_first_not_of("0123456789.") == absl::string_view::npos;
}

std::string ContentSecurityPolicy(absl::string_view page) {
  const HashSources sources = HashElements(page);
  return absl::StrCat("default-src 'none'; script-src", OrNone(sources.script),
                      "; style-src", OrNone(sources.style),
                      "; img-src 'self' data: blob:; connect-src 'self'; "
                      "base-uri 'none'; form-action 'none'; "
                      "frame-ancestors 'none'");
}

}  // namespace onrecord::cli

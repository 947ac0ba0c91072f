#ifndef ONRECORD_TEXT_SHA256_H_
#define ONRECORD_TEXT_SHA256_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"

namespace onrecord::text {

// The SHA-256 of bytes that come in pieces (FIPS 180-4).
//
//   Example: Sha256 hash; hash.Add("ab"); hash.Add("c"); hash.Hex()
//            -> "ba7816bf 8f01cfea ..." without blanks.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void Add(absl::string_view bytes);
  // 64 digits, lower case, of all that was added; the hash is as new then.
  std::string Hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The same of one piece.
std::string Sha256Hex(absl::string_view bytes);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_SHA256_H_

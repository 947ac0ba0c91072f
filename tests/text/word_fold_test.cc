#include "text/word_fold.h"

#include <string>

#include "gtest/gtest.h"

namespace onrecord::text {
namespace {

TEST(FoldedWordTest, AppendsLikeFolding) {
  for (const size_t length : {1u, 7u, 8u, 9u, 15u, 16u, 63u}) {
    const std::string form(length, 'q');
    FoldedWord folded = FoldWord(form);
    ASSERT_TRUE(folded.Append('.'));
    EXPECT_EQ(folded.bytes(), form + ".");
    EXPECT_EQ(folded.Key(), FoldWord(form + ".").Key());
    EXPECT_EQ(folded.Tail(), FoldWord(form + ".").Tail());
  }
  FoldedWord full = FoldWord(std::string(64, 'q'));
  EXPECT_FALSE(full.Append('.'));
}

}  // namespace
}  // namespace onrecord::text

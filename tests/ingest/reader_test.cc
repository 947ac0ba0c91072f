#include "ingest/reader.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/text/small_lexicon.h"

namespace onrecord::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A folder of its own for each test.
class ReaderTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "/reader_XXXXXX";
    ASSERT_NE(mkdtemp(&name[0]), nullptr);
    root_ = name;
  }

  std::string Path(const std::string& name) const { return root_ + "/" + name; }
  void Write(const std::string& name, const std::string& bytes) const {
    std::ofstream file(Path(name), std::ios::binary);
    file << bytes;
    ASSERT_TRUE(file.good());
  }
  void MakeFolder(const std::string& name) const {
    ASSERT_EQ(mkdir(Path(name).c_str(), 0755), 0);
  }
  // Messages with the folder's name cut off.
  std::string Short(absl::string_view message) const {
    return absl::StrReplaceAll(message, {{root_ + "/", ""}, {root_, "ROOT"}});
  }

  // "id: text" of articles, "error: ..." and "warning: ..." of the rest.
  std::vector<std::string> Read(std::vector<std::string> paths,
                                ReaderOptions options = {}) const {
    std::vector<std::string> found;
    auto reader = Reader::Open(std::move(paths), text::SmallLexicon(), options);
    if (!reader.ok()) {
      return {absl::StrCat("open: ", Short(reader.status().message()))};
    }
    ReadItem item;
    for (;;) {
      const absl::StatusOr<bool> more = (*reader)->Next(&item);
      if (!more.ok()) {
        found.push_back(
            absl::StrCat("status: ", Short(more.status().message())));
        continue;
      }
      if (!*more) return found;
      switch (item.kind) {
        case ReadItem::Kind::kArticle:
          found.push_back(
              absl::StrCat(item.article.id, ": ", item.article.text));
          break;
        case ReadItem::Kind::kError:
          found.push_back(absl::StrCat("error: ", Short(item.message)));
          break;
        case ReadItem::Kind::kWarning:
          found.push_back(absl::StrCat("warning: ", Short(item.message)));
          break;
      }
    }
  }

  std::string root_;
};

TEST_F(ReaderTest, ReadsFilesInTheOrderGiven) {
  Write("b.txt", "Two.");
  Write("a.txt", "One.");
  EXPECT_THAT(Read({Path("b.txt"), Path("a.txt")}),
              ElementsAre("b: Two.", "a: One."));
}

TEST_F(ReaderTest, ReadsFoldersSorted) {
  MakeFolder("sub");
  Write("sub/z.txt", "Z.");
  Write("b.text", "B.");
  Write("a.jsonl",
        "{\"id\":\"a1\",\"text\":\"A1.\"}\n"
        "{\"id\":\"a2\",\"text\":\"A2.\"}\n");
  Write("y.NDJSON", "{\"id\":\"y\",\"text\":\"Y.\"}");
  EXPECT_THAT(Read({root_}),
              ElementsAre("a1: A1.", "a2: A2.", "b: B.", "z: Z.", "y: Y."));
}

TEST_F(ReaderTest, NamesThatAreNotUtf8AreMended) {
  Write("caf\xE9.txt", "A.");
  Write("th\xE9.jsonl", "{");
  ASSERT_EQ(symlink("nowhere", Path("u\xE9.txt").c_str()), 0);
  auto reader = *Reader::Open({root_}, text::SmallLexicon(), {});
  std::vector<std::string> places;
  ReadItem item;
  while (*reader->Next(&item)) {
    places.push_back(Short(item.kind == ReadItem::Kind::kArticle
                               ? item.article.source
                               : item.message));
  }
  EXPECT_THAT(places, ElementsAre("café.txt", HasSubstr("thé.jsonl:1: wanted"),
                                  HasSubstr("ué.txt: wanted")));
}

TEST_F(ReaderTest, LeavesOtherFilesOfAFolderAlone) {
  MakeFolder(".hidden");
  Write(".hidden/a.txt", "A.");
  Write(".b.txt", "B.");
  Write("c.binpb", "C.");
  Write("README.md", "D.");
  Write("e", "E.");
  EXPECT_THAT(Read({root_}), IsEmpty());
}

TEST_F(ReaderTest, TellsTheFormatOfUnknownEndingsByTheFirstByte) {
  Write("lines", "\n  {\"id\":\"x\",\"text\":\"X.\"}\n");
  Write("plain", "Plain text.");
  EXPECT_THAT(Read({Path("lines"), Path("plain")}),
              ElementsAre("x: X.", "plain: Plain text."));
}

TEST_F(ReaderTest, PlainTextEndingWinsOverTheFirstByte) {
  Write("a.txt", "{ is a brace.");
  EXPECT_THAT(Read({Path("a.txt")}), ElementsAre("a: { is a brace."));
}

TEST_F(ReaderTest, SkipsAFolderThatContainsItself) {
  MakeFolder("sub");
  Write("sub/a.txt", "A.");
  ASSERT_EQ(symlink(root_.c_str(), Path("sub/loop").c_str()), 0);
  EXPECT_THAT(
      Read({root_}),
      ElementsAre("a: A.",
                  "warning: sub/loop: wanted a folder that is new, found one "
                  "that was read already"));
}

TEST_F(ReaderTest, FollowsOtherLinks) {
  MakeFolder("sub");
  Write("sub/a.txt", "A.");
  ASSERT_EQ(symlink(Path("sub/a.txt").c_str(), Path("b.txt").c_str()), 0);
  EXPECT_THAT(Read({root_}), ElementsAre("b: A.", "a: A."));
}

TEST_F(ReaderTest, MissingPathIsFoundBeforeAnythingIsRead) {
  Write("a.txt", "A.");
  EXPECT_THAT(Read({Path("a.txt"), Path("none.txt")}),
              ElementsAre("open: none.txt: wanted a readable file or "
                          "directory, found: No such file or directory"));
  EXPECT_EQ(
      Reader::Open({Path("none.txt")}, text::SmallLexicon()).status().code(),
      absl::StatusCode::kNotFound);
}

TEST_F(ReaderTest, UnreadablePathNamesTheReason) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  Write("a.txt", "A.");
  ASSERT_EQ(chmod(Path("a.txt").c_str(), 0), 0);
  EXPECT_EQ(Reader::Open({Path("a.txt")}, text::SmallLexicon()).status().code(),
            absl::StatusCode::kPermissionDenied);
}

TEST_F(ReaderTest, BrokenLinkInAFolderIsAnErrorItem) {
  Write("b.txt", "B.");
  ASSERT_EQ(symlink("nowhere", Path("a.txt").c_str()), 0);
  EXPECT_THAT(Read({root_}),
              ElementsAre("error: a.txt: wanted a readable file, found: No "
                          "such file or directory",
                          "b: B."));
}

TEST_F(ReaderTest, EmptyFilesAreNoArticles) {
  Write("a.txt", "");
  Write("b.txt", " \n\t\n");
  Write("c.jsonl", "\n\n");
  Write("d.json", "");
  EXPECT_THAT(Read({root_}),
              ElementsAre("warning: a.txt: wanted an article, found no text",
                          "warning: b.txt: wanted an article, found no text"));
}

TEST_F(ReaderTest, RefusesAnOptionThatIsNoDate) {
  ReaderOptions options;
  options.published = "2024-02-30";
  EXPECT_THAT(Read({}, options),
              ElementsAre("open: published: wanted a date such as 2023-12-28, "
                          "found \"2024-02-30\""));
}

TEST_F(ReaderTest, RefusesAnArticleThatIsTooLong) {
  const std::string longer(150, 'x');
  Write("a.txt", longer);
  Write("b.jsonl", "{\"id\": \"b1\", \"text\": \"" + longer +
                       "\"}\n{\"id\": \"b2\", \"text\": \"Short.\"}\n");
  Write("c.json", "[{\"id\": \"c1\", \"text\": \"" + longer +
                      "\"}, {\"id\": \"c2\", \"text\": \"Short.\"}]");
  Write("d.txt", std::string(100, 'x'));
  ReaderOptions options;
  options.max_article_bytes = 100;
  const std::string wanted =
      ": wanted an article of at most 0.0 MB (--max_article_mb), found 0.0 MB";
  EXPECT_THAT(Read({root_}, options),
              ElementsAre("error: a.txt" + wanted, "error: b.jsonl:1" + wanted,
                          "b2: Short.", "error: c.json[0]" + wanted,
                          "c2: Short.", "d: " + std::string(100, 'x')));
}

TEST_F(ReaderTest, FillsAllFieldsOfAnArticle) {
  Write("a.txt",
        "Talks in Brezin end\r\n\r\nThey left.\r\n\r\nUpdated: December 28, "
        "2023, 3:59 PM");
  auto reader = Reader::Open({Path("a.txt")}, text::SmallLexicon());
  ASSERT_TRUE(reader.ok());
  ReadItem item;
  ASSERT_TRUE(*(*reader)->Next(&item));
  EXPECT_EQ(item.article.id, "a");
  EXPECT_EQ(item.article.title, "Talks in Brezin end");
  EXPECT_EQ(item.article.published, "2023-12-28");
  EXPECT_EQ(item.article.date_source, DateSource::kPage);
  EXPECT_EQ(item.article.source, Path("a.txt"));
  EXPECT_EQ(item.article.content_sha256.size(), 64u);
  EXPECT_THAT(item.article.warnings, IsEmpty());
  EXPECT_FALSE(*(*reader)->Next(&item));
  EXPECT_FALSE(*(*reader)->Next(&item));
}

TEST_F(ReaderTest, OptionDatesWhatHasNoDate) {
  Write("a.txt", "They left.");
  Write("b.txt", "January 5, 2024\nThey left.");
  ReaderOptions options;
  options.published = "2024-02-01";
  auto reader = Reader::Open({root_}, text::SmallLexicon(), options);
  ASSERT_TRUE(reader.ok());
  ReadItem item;
  ASSERT_TRUE(*(*reader)->Next(&item));
  EXPECT_EQ(item.article.published, "2024-02-01");
  EXPECT_EQ(item.article.date_source, DateSource::kOption);
  ASSERT_TRUE(*(*reader)->Next(&item));
  EXPECT_EQ(item.article.published, "2024-01-05");
  EXPECT_EQ(item.article.date_source, DateSource::kPage);
}

TEST_F(ReaderTest, MendsBytesAndSaysSo) {
  Write("a.txt",
        "Ana said \x93no\x94. They left."
        "\n\nJanuary 5, 2024");
  auto reader = Reader::Open({root_}, text::SmallLexicon());
  ASSERT_TRUE(reader.ok());
  ReadItem item;
  ASSERT_TRUE(*(*reader)->Next(&item));
  EXPECT_THAT(item.article.text, HasSubstr("“no”"));
  ASSERT_EQ(item.article.warnings.size(), 1u);
  EXPECT_EQ(Short(item.article.warnings[0]),
            "a.txt: wanted UTF-8, found 2 other bytes, read as Windows-1252");
}

TEST_F(ReaderTest, ReadsAPipeLikeAFile) {
  ASSERT_EQ(mkfifo(Path("pipe").c_str(), 0600), 0);
  if (fork() == 0) {
    std::ofstream pipe(Path("pipe"));
    pipe << "{\"id\":\"p\",\"text\":\"Piped.\"}\n";
    pipe.close();
    _exit(0);
  }
  EXPECT_THAT(Read({Path("pipe")}), ElementsAre("p: Piped."));
}

// Standard input is one for the process: each case runs in a child.
class StandardInputTest : public ReaderTest {
 protected:
  // What Read({"-"}) gives with `bytes` on standard input, joined by " | ".
  std::string ReadStandardInput(const std::string& bytes) {
    Write("in", bytes);
    const int saved = dup(STDIN_FILENO);
    EXPECT_NE(freopen(Path("in").c_str(), "rb", stdin), nullptr);
    std::string joined;
    for (const std::string& item : Read({"-"})) {
      absl::StrAppend(&joined, joined.empty() ? "" : " | ", item);
    }
    dup2(saved, STDIN_FILENO);
    close(saved);
    return joined;
  }
};

TEST_F(StandardInputTest, NothingIsNoArticle) {
  EXPECT_EQ(ReadStandardInput(""), "");
}

TEST_F(StandardInputTest, LinesAreArticles) {
  EXPECT_EQ(ReadStandardInput("{\"id\":1,\"text\":\"A.\"}\n{\"text\":3}\n"),
            "1: A. | error: stdin:2: wanted a string in field \"text\", found "
            "a number");
}

TEST_F(StandardInputTest, PlainTextIsNamedByItsHash) {
  EXPECT_EQ(ReadStandardInput("They left."), "0a3168831da89dea: They left.");
}

}  // namespace
}  // namespace onrecord::ingest

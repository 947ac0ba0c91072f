#include "ingest/jsonl.h"

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/text/small_lexicon.h"

namespace onrecord::ingest {
namespace {

std::vector<ReadItem> ReadAll(const std::string& bytes, const char* name,
                              decltype(&OpenJsonl) open,
                              const ReaderOptions& options = {}) {
  const std::string path = testing::TempDir() + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  auto source = ByteSource::Open(path);
  EXPECT_TRUE(source.ok());
  const auto items = open(*std::move(source), options, text::SmallLexicon());
  std::vector<ReadItem> found;
  ReadItem item;
  while (*items->Next(&item)) found.push_back(item);
  return found;
}

std::vector<ReadItem> ReadLines(const std::string& bytes) {
  return ReadAll(bytes, "a.jsonl", OpenJsonl);
}

// Article ids and error messages, without the folder.
std::string Summary(const std::vector<ReadItem>& items) {
  std::vector<std::string> parts;
  for (const ReadItem& item : items) {
    parts.push_back(item.kind == ReadItem::Kind::kArticle
                        ? item.article.id
                        : absl::StrReplaceAll(
                              item.message, {{testing::TempDir() + "/", ""}}));
  }
  return absl::StrJoin(parts, " | ");
}

struct LineCase {
  const char* name;
  const char* lines;
  const char* summary;
};

class JsonlTest : public testing::TestWithParam<LineCase> {};

TEST_P(JsonlTest, ReadsLines) {
  EXPECT_EQ(Summary(ReadLines(GetParam().lines)), GetParam().summary);
}

constexpr LineCase kLineCases[] = {
    {"TwoArticles", R"({"id":"a","text":"A."}
{"id":"b","text":"B."})",
     "a | b"},
    {"BlankLinesAndCrlf",
     "\n{\"id\":\"a\",\"text\":\"A.\"}\r\n\r\n \n{\"id\":\"b\",\"text\":\"B\"}",
     "a | b"},
    {"ByteOrderMark", "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"A.\"}", "a"},
    {"NumberAsId", R"({"id":42,"text":"A."})", "42"},
    {"LargeNumberAsId", R"({"id":18446744073709551615,"text":"A."})",
     "18446744073709551615"},
    {"NoId", R"({"text":"They left."})", "0a3168831da89dea"},
    {"NullIsAbsent", R"({"id":null,"guid":"g","text":"A.","title":null})", "g"},
    {"ErrorDoesNotEndTheFile", R"({"id":"a","text":"A."}
{"id":"b","text":
{"id":"c","text":"C."})",
     "a | a.jsonl:2: wanted a JSON object, found malformed JSON (The "
     "JSON document has an improper structure) | c"},
    {"NotAnObject", "[1,2]", "a.jsonl:1: wanted a JSON object, found an array"},
    {"AString", "\"text\"", "a.jsonl:1: wanted a JSON object, found a string"},
    {"NoText", R"({"id":"a"})",
     "a.jsonl:1: wanted a field \"text\" or \"body\" or \"content\" or "
     "\"article\", found none"},
    {"EmptyText", R"({"id":"a","text":" \n"})",
     "a.jsonl:1: wanted the article in field \"text\", found no text"},
    {"TextOfWrongType", R"({"id":"a","text":["A."]})",
     "a.jsonl:1: wanted a string in field \"text\", found an array"},
    {"AliasOfWrongType", R"({"id":"a","body":true})",
     "a.jsonl:1: wanted a string in field \"body\", found true or false"},
    {"IdOfWrongType", R"({"id":{},"text":"A."})",
     "a.jsonl:1: wanted a string or a number in field \"id\", found an "
     "object"},
    {"TitleOfWrongType", R"({"id":"a","title":7,"text":"A."})",
     "a.jsonl:1: wanted a string in field \"title\", found a number"},
    {"DateOfWrongType", R"({"id":"a","date":1703779140,"text":"A."})",
     "a.jsonl:1: wanted a string in field \"date\", found a number"},
    {"TwoObjectsOnALine", R"({"id":"a","text":"A."} {"id":"b","text":"B."})",
     "a.jsonl:1: wanted a JSON object, found malformed JSON (The JSON "
     "document has an improper structure)"},
    {"Nothing", "", ""},
};

INSTANTIATE_TEST_SUITE_P(Cases, JsonlTest, testing::ValuesIn(kLineCases),
                         [](const testing::TestParamInfo<LineCase>& info) {
                           return std::string(info.param.name);
                         });

struct FieldCase {
  const char* name;
  const char* line;
  const char* fields;  // url|title|outlet|published|text
};

class JsonFieldsTest : public testing::TestWithParam<FieldCase> {};

TEST_P(JsonFieldsTest, AreFoundByAnyName) {
  const std::vector<ReadItem> items = ReadLines(GetParam().line);
  ASSERT_EQ(items.size(), 1u);
  ASSERT_EQ(items[0].kind, ReadItem::Kind::kArticle) << items[0].message;
  const Article& article = items[0].article;
  EXPECT_EQ(absl::StrJoin({article.url, article.title, article.outlet,
                           article.published, article.text},
                          "|"),
            GetParam().fields);
}

constexpr FieldCase kFieldCases[] = {
    {"Own",
     R"({"url":"u","title":"T","outlet":"O","published":"2024-01-05",)"
     R"("text":"A."})",
     "u|T|O|2024-01-05|A."},
    {"Aliases",
     R"({"link":"u","headline":"T","source":"O","pubdate":"2024-01-05",)"
     R"("body":"A."})",
     "u|T|O|2024-01-05|A."},
    {"MoreAliases",
     R"({"publisher":"O","date_published":"2024-01-05T10:00:00Z",)"
     R"("content":"A."})",
     "||O|2024-01-05|A."},
    {"NamedSource",
     R"({"source":{"id":null,"name":"O"},"publishedAt":"2024-01-05",)"
     R"("content":"A."})",
     "||O|2024-01-05|A."},
    {"BestNameWins", R"({"body":"B.","text":"A.","date":"2024-01-05"})",
     "|||2024-01-05|A."},
    {"WhiteSpaceIsCut",
     R"({"title":" T\n","text":" A.","date":" 2024-01-05 "})",
     "|T||2024-01-05| A."},
    {"Escapes", R"({"text":"\u201cNo\u201d\r\n\u0000.","date":"2024-01-05"})",
     "|||2024-01-05|“No” \n ."},
};

INSTANTIATE_TEST_SUITE_P(Cases, JsonFieldsTest, testing::ValuesIn(kFieldCases),
                         [](const testing::TestParamInfo<FieldCase>& info) {
                           return std::string(info.param.name);
                         });

TEST(JsonlMendTest, ReadsBytesThatAreNotUtf8) {
  const std::vector<ReadItem> items = ReadLines(
      "{\"id\":\"a\",\"date\":\"2024-01-05\",\"text\":\"\x93No\x94\"}\n"
      "{\"id\":\"b\",\"date\":\"2024-01-05\",\"text\":\"a\tb\"}\n");
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].article.text, "“No”");
  ASSERT_EQ(items[0].article.warnings.size(), 1u);
  EXPECT_THAT(items[0].article.warnings[0],
              testing::EndsWith("a.jsonl:1: wanted UTF-8, found 2 other bytes, "
                                "read as Windows-1252"));
  EXPECT_EQ(items[1].kind, ReadItem::Kind::kError);  // A raw tab in a string.
}

TEST(JsonlLongLineTest, ReadsALineOf64MiB) {
  constexpr size_t kBytes = 64 << 20;
  std::string bytes = "{\"id\":\"long\",\"date\":\"2024-01-05\",\"text\":\"";
  bytes.append(kBytes, 'x');
  bytes += "\"}\n{\"id\":\"short\",\"date\":\"2024-01-05\",\"text\":\"A.\"}\n";
  ReaderOptions options;
  options.max_article_bytes = bytes.size();
  const std::vector<ReadItem> items =
      ReadAll(bytes, "a.jsonl", OpenJsonl, options);
  EXPECT_EQ(Summary(items), "long | short");
  EXPECT_EQ(items[0].article.text.size(), kBytes);
}

struct FileCase {
  const char* name;
  const char* bytes;
  const char* summary;
};

class JsonFileTest : public testing::TestWithParam<FileCase> {};

TEST_P(JsonFileTest, ReadsOneValueOrLines) {
  EXPECT_EQ(Summary(ReadAll(GetParam().bytes, "a.json", OpenJson)),
            GetParam().summary);
}

constexpr FileCase kFileCases[] = {
    {"ObjectOverLines", "{\n \"id\": \"a\",\n \"text\": \"A.\"\n}\n", "a"},
    {"Array",
     "[\n{\"id\":\"a\",\"text\":\"A.\"},\n{\"id\":\"b\"},\n"
     "{\"id\":\"c\",\"text\":\"C.\"}]",
     "a | a.json[1]: wanted a field \"text\" or \"body\" or \"content\" or "
     "\"article\", found none | c"},
    {"EmptyArray", "[]", ""},
    {"Lines", "{\"id\":\"a\",\"text\":\"A.\"}\n{\"id\":\"b\",\"text\":\"B.\"}",
     "a | b"},
    {"LinesWithAnError", "{\"id\":\"a\",\"text\":\"A.\"}\n\n7\n",
     "a | a.json:3: wanted a JSON object, found a number"},
    {"Empty", " \n", ""},
};

INSTANTIATE_TEST_SUITE_P(Cases, JsonFileTest, testing::ValuesIn(kFileCases),
                         [](const testing::TestParamInfo<FileCase>& info) {
                           return std::string(info.param.name);
                         });

}  // namespace
}  // namespace onrecord::ingest

#include "cli/export_lines.h"

#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

struct CellCase {
  std::string name;
  Cell cell;
  std::string csv, json, copy;
};

class CellTest : public testing::TestWithParam<CellCase> {};

Table OneCell(const Cell& cell) {
  return {"t",
          {{"c", ColumnType::kText}, {"d", ColumnType::kText}},
          {{cell, std::string("x")}}};
}

TEST_P(CellTest, IsWrittenInEveryNotation) {
  const Table table = OneCell(GetParam().cell);
  EXPECT_EQ(ToCsv(table), "c,d\n" + GetParam().csv + ",x\n");
  EXPECT_EQ(ToJsonLines(table),
            "{\"c\":" + GetParam().json + ",\"d\":\"x\"}\n");
  EXPECT_EQ(ToCopyText(table), GetParam().copy + "\tx\n");
}

INSTANTIATE_TEST_SUITE_P(
    Cells, CellTest,
    testing::Values(
        CellCase{"Nothing", Cell(), "", "null", "\\N"},
        CellCase{"Words", std::string("a b"), "a b", "\"a b\"", "a b"},
        CellCase{"Comma", std::string("a,b"), "\"a,b\"", "\"a,b\"", "a,b"},
        CellCase{"Mark", std::string("a\"b"), "\"a\"\"b\"", "\"a\\\"b\"",
                 "a\"b"},
        CellCase{"LineEnds", std::string("a\r\nb"), "\"a\r\nb\"",
                 "\"a\\u000d\\u000ab\"", "a\\r\\nb"},
        CellCase{"Tab", std::string("a\tb"), "a\tb", "\"a\\u0009b\"", "a\\tb"},
        CellCase{"Backslash", std::string("\\N"), "\\N", "\"\\\\N\"", "\\\\N"},
        CellCase{"BeyondAscii", std::string("é"), "é", "\"é\"", "é"},
        CellCase{"Integer", int64_t{-3}, "-3", "-3", "-3"},
        CellCase{"Real", 0.1, "0.1", "0.1", "0.1"},
        CellCase{"LongReal", -2.0 / 3, "-0.6666666666666666",
                 "-0.6666666666666666", "-0.6666666666666666"},
        CellCase{"Zero", 0.0, "0", "0", "0"},
        CellCase{"True", true, "true", "true", "true"},
        CellCase{"False", false, "false", "false", "false"}),
    [](const auto& info) { return info.param.name; });

TEST(EmptyTableTest, HasNamesInCsvAlone) {
  const Table table = {"t", {{"c", ColumnType::kText}}, {}};
  EXPECT_EQ(ToCsv(table), "c\n");
  EXPECT_EQ(ToJsonLines(table), "");
  EXPECT_EQ(ToCopyText(table), "");
}

}  // namespace
}  // namespace onrecord::cli

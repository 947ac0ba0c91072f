#include "cli/output_flags.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/terminal.h"

namespace onrecord::cli {
namespace {

struct FormatName {
  Format format;
  absl::string_view name;    // Of --format.
  absl::string_view ending;  // Of files that hold it.
};

constexpr FormatName kFormats[] = {
    {Format::kBinary, "binpb", ".binpb"},
    {Format::kJson, "json", ".json"},
    {Format::kJsonLines, "jsonl", ".jsonl"},
    {Format::kTextproto, "txtpb", ".txtpb"},
    {Format::kText, "text", ".txt"},
    {Format::kDefinitions, "proto", ".proto"},
};

// What only other commands write (export, report, a store).
constexpr absl::string_view kOtherEndings[] = {".csv", ".html", ".db",
                                               ".sqlite"};

bool Offers(const std::vector<Format>& formats, Format format) {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

bool ToStandardOutput(const OutputFlags& flags) {
  return flags.output.empty() || flags.output == "-";
}

// What is wrong with an output file that ends like something this command does
// not write; empty: nothing.
std::string CheckEnding(absl::string_view output,
                        const std::vector<Format>& formats) {
  const auto ends = [output](absl::string_view ending) {
    return absl::EndsWith(output, ending);
  };
  bool foreign =
      std::any_of(std::begin(kOtherEndings), std::end(kOtherEndings), ends);
  std::vector<absl::string_view> endings;
  for (const FormatName& format : kFormats) {
    const bool offered = Offers(formats, format.format);
    if (offered) endings.push_back(format.ending);
    foreign = foreign || (!offered && ends(format.ending));
  }
  if (!foreign) return "";
  return absl::StrCat("want a file that ends in ", absl::StrJoin(endings, ", "),
                      " (or --format), found ", output);
}

}  // namespace

void AddOutputFlags(CLI::App& app, const std::vector<Format>& formats,
                    OutputFlags* flags) {
  std::vector<std::string> names;
  for (const FormatName& format : kFormats) {
    if (Offers(formats, format.format)) names.emplace_back(format.name);
  }
  app.add_option("--format", flags->format,
                 absl::StrCat("One of ", absl::StrJoin(names, ", "),
                              "; default: what FILE ends in, else text on a "
                              "terminal"))
      ->type_name("FORMAT")
      ->check(CLI::IsMember(names).description(""));
  // Options are read in the order in which they are added: --format is known.
  app.add_option("-o,--output", flags->output,
                 "Write to FILE instead of the standard output")
      ->type_name("FILE")
      ->check(CLI::Validator(
          [flags, formats](const std::string& output) {
            return flags->format.empty() ? CheckEnding(output, formats) : "";
          },
          ""));
  if (!Offers(formats, Format::kText)) return;
  app.add_option("--color", flags->color,
                 "Colours in text: auto, always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""));
}

Format FormatOf(const OutputFlags& flags, const std::vector<Format>& formats,
                Format otherwise) {
  for (const FormatName& format : kFormats) {
    if (flags.format == format.name) return format.format;
  }
  if (ToStandardOutput(flags)) {
    return IsTerminal() && Offers(formats, Format::kText) ? Format::kText
                                                          : otherwise;
  }
  for (const FormatName& format : kFormats) {
    if (Offers(formats, format.format) &&
        absl::EndsWith(flags.output, format.ending)) {
      return format.format;
    }
  }
  return otherwise;
}

}  // namespace onrecord::cli

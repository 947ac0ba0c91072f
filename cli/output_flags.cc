#include "cli/output_flags.h"

#include <CLI/CLI.hpp>
#include <algorithm>

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

bool Offers(const std::vector<Format>& formats, Format format) {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

bool ToStandardOutput(const OutputFlags& flags) {
  return flags.output.empty() || flags.output == "-";
}

}  // namespace

void AddOutputFlags(CLI::App& app, const std::vector<Format>& formats,
                    OutputFlags* flags) {
  std::vector<std::string> names;
  for (const FormatName& format : kFormats) {
    if (Offers(formats, format.format)) names.emplace_back(format.name);
  }
  app.add_option("-o,--output", flags->output,
                 "Write to FILE instead of the standard output")
      ->type_name("FILE");
  app.add_option("--format", flags->format,
                 absl::StrCat("One of ", absl::StrJoin(names, ", "),
                              "; default: what FILE ends in, else text on a "
                              "terminal"))
      ->type_name("FORMAT")
      ->check(CLI::IsMember(names).description(""));
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

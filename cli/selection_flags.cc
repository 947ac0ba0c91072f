#include "cli/selection_flags.h"

#include <CLI/CLI.hpp>
#include <string>

#include "absl/strings/str_cat.h"
#include "cli/analysis_flags.h"

namespace onrecord::cli {

void AddSelectionFlags(CLI::App& app, pipeline::Selection* selection) {
  app.add_option("--since", selection->since,
                 "Show only what was published on this day or later")
      ->type_name("YYYY-MM-DD")
      ->check(CLI::Validator(CheckDay, ""));
  app.add_option("--until", selection->until,
                 "Show only what was published on this day or before")
      ->type_name("YYYY-MM-DD")
      ->check(CLI::Validator(CheckDay, ""))
      // Options are read in the order in which they are added.
      ->check(CLI::Validator(
          [selection](const std::string& day) {
            return day >= selection->since
                       ? std::string()
                       : absl::StrCat("want a day from --since=",
                                      selection->since, " on, found ", day);
          },
          ""));
  app.add_option("--outlet", selection->outlet,
                 "Show only what this outlet published")
      ->type_name("NAME");
  app.add_option("--speaker", selection->speaker,
                 "Show only the timelines of this speaker")
      ->type_name("ID_OR_NAME");
}

}  // namespace onrecord::cli

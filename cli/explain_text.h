#ifndef ONRECORD_CLI_EXPLAIN_TEXT_H_
#define ONRECORD_CLI_EXPLAIN_TEXT_H_

#include <string>

#include "cli/terminal.h"
#include "proto/record.pb.h"

namespace onrecord::cli {

// The article with every quotation in [brackets] and every speaker in {braces},
// numbered, and below each paragraph a note for each quotation that starts in
// it: kind, speaker, rule, when and where it was said, stance with its
// evidence. Titles and slogans in marks have neither speaker nor date. A record
// without text, or of an article that could not be read, says so.
std::string ExplainText(const v1::ArticleRecord& record,
                        const Terminal& terminal);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_EXPLAIN_TEXT_H_

#ifndef ONRECORD_STANCE_STATEMENT_H_
#define ONRECORD_STANCE_STATEMENT_H_

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "quotes/quote.h"
#include "stance/stance.h"
#include "text/dates.h"
#include "text/span.h"

namespace onrecord::stance {

// In front of whom it was said.
enum class Channel { kPublic, kPrivate };

// How the publication tells of it.
enum class Form {
  kQuoted,    // In quotation marks, or a transcript turn.
  kIndirect,  // Reported speech.
  kReported,  // The reporter's own words about a position.
};

// One quotation with speaker and date resolved: what timelines are made of.
// Plain copies; no reference into an article.
struct Statement {
  std::string article_id, url, outlet;
  std::string published;   // "YYYY-MM-DD" or empty.
  std::string quote_id;    // "<article id>#<number>".
  std::string speaker_id;  // Across articles.
  std::string speaker_name;
  text::PartialDate said;
  std::string said_words;  // That date it; empty: the publication date.
  Channel channel = Channel::kPublic;
  std::string channel_words;  // That show it; may be empty.
  Form form = Form::kQuoted;
  std::string text;                 // The words, spans joined by " … ".
  std::string context;              // The sentences around it.
  int32_t context_begin = -1;       // Byte of the article's text; -1: unknown.
  std::vector<text::Span> content;  // Of the words in the article's text.
  Stance stance;                    // On one target.
  bool human_speaker = false;       // A reader ruled whose words they are.
};

// One utterance, however many outlets print it.
struct Source {
  std::string article_id, url, outlet, published, quote_id;
  std::string text;  // Empty: that of the observation.
};

// Whom a speaker spoke for at a time; empty where nothing tells.
struct Affiliation {
  std::string country, organization;
};

struct Observation {
  std::string id;  // Hash of speaker, target, date and text.
  std::string speaker_id, speaker_name;
  text::PartialDate said;
  std::string published;   // Earliest of its sources.
  std::string said_words;  // Of a source that has this date; see Statement.
  Channel channel = Channel::kPublic;
  std::string channel_words;  // Of the longest version; see Statement.
  Form form = Form::kQuoted;
  Stance stance;               // Of its longest version.
  bool human_speaker = false;  // Of the version whose stance it is.
  std::string text;            // The longest version.
  std::string context;
  int32_t context_begin = -1;       // See Statement.
  std::vector<text::Span> content;  // See Statement.
  Affiliation affiliation;          // When it was said.
  // At least one: that of the text first, which the spans of `stance` index,
  // then the others, sorted.
  std::vector<Source> sources;
  // The sentence of a reporter who says that it repeats the line; empty: none
  // does.
  std::string reiterated_by;
};

// Those of a large corpus: it grows without a second copy of what is in it, and
// what is taken from the front no longer takes memory.
using StatementQueue = std::deque<Statement>;
using ObservationQueue = std::deque<Observation>;

enum class ShiftKind { kReversal, kSoftening, kHardening };
enum class ShiftTier { kCandidate, kConfirmed, kReported };

// A change of position. Cites its observations by id.
struct Shift {
  ShiftKind kind = ShiftKind::kReversal;
  ShiftTier tier = ShiftTier::kCandidate;
  StanceLabel from = StanceLabel::kNone;
  StanceLabel to = StanceLabel::kNone;
  text::PartialDate after;  // Last date with the old position.
  text::PartialDate by;     // First date with the new one.
  std::vector<std::string> before_ids;
  std::vector<std::string> after_ids;
  double strength = 0;      // [0, 1]: how far apart the two sides are.
  double confidence = 0;    // [0, 1]: that no misread statements explain it.
  std::string reported_by;  // The reporter's sentence; kReported only (or as
                            // support of another tier).
};

// Says one thing in public and another behind closed doors.
struct Split {
  StanceLabel public_label = StanceLabel::kNone;
  StanceLabel private_label = StanceLabel::kNone;
  text::PartialDate around;
  std::vector<std::string> observation_ids;
};

struct Position {
  StanceLabel label = StanceLabel::kNone;
  double score = 0;  // Recency-weighted mean of the observations' scores.
  int n = 0;         // Public observations with a position.
  text::PartialDate first, last;
};

// Where a speaker stood at the end of a month.
struct TrendPoint {
  text::PartialDate month;  // Without a day.
  double score = 0;         // As Position::score, of all days until then.
  int n = 0;  // Public observations of its days that show a position.
};

// Everything one speaker said on one target, by date.
struct Timeline {
  std::string target;
  std::string speaker_id, speaker_name;
  std::vector<Observation> observations;  // By said, then id.
  std::vector<Shift> shifts;
  std::vector<Split> splits;
  Position current;
  std::vector<TrendPoint> trend;  // Months with public observations, by date.
  int reiterations = 0;           // Observations that repeat the line.
};

// A reporter's own statement that somebody changed, or did not.
struct ReportedShift {
  std::string article_id, outlet, published;
  std::string speaker_id, speaker_name;
  bool reiterated = false;  // "reiterated", "consistently": the contrary.
  text::PartialDate when;
  std::string sentence;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_STATEMENT_H_

#include "stance/vocabulary.h"

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "data/embedded.h"

namespace onrecord::stance {
namespace {

// The stance table that is no list of signals, see word_forms.h.
constexpr absl::string_view kForms = "stance_forms.tsv";

enum class List { kWords, kQuestions, kAnswers, kObservers };

// Column 4 of the shared tables.
struct ValueMeaning {
  absl::string_view value;
  SignalKind kind;
  int sign;
  List list;
};
constexpr ValueMeaning kValues[] = {
    {"although", SignalKind::kAlthough, 0, List::kWords},
    {"bad", SignalKind::kEval, -1, List::kWords},
    {"because", SignalKind::kBecause, 0, List::kWords},
    {"but", SignalKind::kBut, 0, List::kWords},
    {"depends", SignalKind::kDepends, 0, List::kAnswers},
    {"do+", SignalKind::kChange, 1, List::kWords},
    {"do-", SignalKind::kChange, -1, List::kWords},
    {"good", SignalKind::kEval, 1, List::kWords},
    {"dread", SignalKind::kDread, -1, List::kWords},
    {"duration", SignalKind::kDuration, 0, List::kWords},
    {"foe", SignalKind::kFoe, -1, List::kWords},
    {"gradual", SignalKind::kGradual, 0, List::kAnswers},
    {"hedge", SignalKind::kHedge, 0, List::kAnswers},
    {"if", SignalKind::kIf, 0, List::kWords},
    {"may", SignalKind::kMay, 1, List::kWords},
    {"must", SignalKind::kMust, 1, List::kWords},
    {"need+", SignalKind::kNeed, 1, List::kWords},
    {"need-", SignalKind::kNeed, -1, List::kWords},
    {"neg", SignalKind::kNegation, -1, List::kWords},
    {"no", SignalKind::kAnswer, -1, List::kAnswers},
    {"nocomment", SignalKind::kNoComment, 0, List::kAnswers},
    {"pass", SignalKind::kPass, 1, List::kWords},
    {"praise", SignalKind::kPraise, 1, List::kWords},
    {"q+", SignalKind::kRhetorical, 1, List::kQuestions},
    {"q-", SignalKind::kRhetorical, -1, List::kQuestions},
    {"qbad", SignalKind::kBadEnd, -1, List::kQuestions},
    {"say", SignalKind::kSay, 1, List::kWords},
    {"than", SignalKind::kThan, 0, List::kWords},
    {"threat", SignalKind::kThreat, -1, List::kWords},
    {"observer", SignalKind::kObserver, 0, List::kObservers},
    {"torn", SignalKind::kTorn, 0, List::kAnswers},
    {"trivial", SignalKind::kTrivial, 0, List::kWords},
    {"unless", SignalKind::kUnless, 0, List::kWords},
    {"want+", SignalKind::kWant, 1, List::kWords},
    {"want-", SignalKind::kWant, -1, List::kWords},
    {"when", SignalKind::kWhen, 0, List::kWords},
    {"whether", SignalKind::kWhether, 0, List::kWords},
    {"will", SignalKind::kWill, 1, List::kWords},
    {"would", SignalKind::kWould, 1, List::kWords},
    {"yes", SignalKind::kAnswer, 1, List::kAnswers},
};

const ValueMeaning* MeaningOf(absl::string_view value) {
  for (const ValueMeaning& meaning : kValues) {
    if (meaning.value == value) return &meaning;
  }
  return nullptr;
}

std::vector<Pattern>& ListOf(List list, Vocabulary* vocabulary) {
  switch (list) {
    case List::kQuestions:
      return vocabulary->questions;
    case List::kAnswers:
      return vocabulary->answers;
    case List::kObservers:
      return vocabulary->observers;
    default:
      return vocabulary->words;
  }
}

Pattern MakePattern(absl::string_view entry, char inflection,
                    const WordForms& forms, Signal signal) {
  Pattern pattern;
  pattern.signal = std::move(signal);
  const std::vector<absl::string_view> words =
      absl::StrSplit(entry, ' ', absl::SkipEmpty());
  const size_t inflected = inflection == 'n' ? words.size() - 1 : 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "*") {
      pattern.words.emplace_back();
    } else {
      pattern.words.push_back(
          forms.Of(words[i], i == inflected ? inflection : 'x'));
    }
  }
  return pattern;
}

// "attitudes" of "stance_attitudes.tsv": the first part of rule names.
absl::string_view Topic(absl::string_view file_name) {
  absl::ConsumePrefix(&file_name, "stance_");
  absl::ConsumeSuffix(&file_name, ".tsv");
  return file_name;
}

Signal MakeSignal(SignalKind kind, int sign, bool beside_object,
                  absl::string_view entry) {
  Signal signal;
  signal.kind = kind;
  signal.sign = static_cast<int8_t>(sign);
  signal.of_target = true;
  signal.beside_object = beside_object;
  signal.name = absl::StrCat("target:", entry);
  return signal;
}

Signal SharedSignal(const ValueMeaning& meaning, absl::string_view table,
                    absl::string_view entry) {
  Signal signal;
  signal.kind = meaning.kind;
  signal.sign = static_cast<int8_t>(meaning.sign);
  signal.name = absl::StrCat(table, ":", entry);
  return signal;
}

// Adds one list of a target file.
struct TargetList {
  const WordForms& forms;
  std::vector<Pattern>* words;

  void Add(const std::vector<std::string>& entries, char inflection,
           SignalKind kind, int sign, bool beside_object = false) {
    for (const std::string& entry : entries) {
      words->push_back(
          MakePattern(entry, inflection, forms,
                      MakeSignal(kind, sign, beside_object, entry)));
    }
  }
  void AddOutcome(const OutcomeWords& outcome, int sign, bool beside_object) {
    Add(outcome.phrase, 'v', SignalKind::kPhrase, sign, beside_object);
    Add(outcome.noun, 'n', SignalKind::kOutcome, sign, beside_object);
    Add(outcome.on_object, 'v', SignalKind::kActOn, sign, beside_object);
    Add(outcome.by_object, 'v', SignalKind::kActBy, sign, beside_object);
  }
};

absl::Status BadLine(absl::string_view file, int line, absl::string_view want,
                     absl::string_view got) {
  return absl::InvalidArgumentError(
      absl::StrCat(file, ":", line, ": want ", want, ", got ", got));
}

}  // namespace

absl::Status AddTable(absl::string_view file_name, absl::string_view tsv,
                      const WordForms& forms, Vocabulary* vocabulary) {
  int number = 0;
  for (absl::string_view line : absl::StrSplit(tsv, '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    if (columns.size() != 4) {
      return BadLine(file_name, number, "4 columns",
                     absl::StrCat(columns.size()));
    }
    if (columns[1] != "v" && columns[1] != "n" && columns[1] != "x") {
      return BadLine(file_name, number, "inflection v, n or x", columns[1]);
    }
    const ValueMeaning* meaning = MeaningOf(columns[3]);
    if (meaning == nullptr) {
      return BadLine(file_name, number, "a known value", columns[3]);
    }
    Pattern pattern =
        MakePattern(columns[0], columns[1][0], forms,
                    SharedSignal(*meaning, Topic(file_name), columns[0]));
    pattern.signal.adjective = columns[1] == "x";
    pattern.signal.verb = columns[1] == "v";
    ListOf(meaning->list, vocabulary).push_back(std::move(pattern));
  }
  return absl::OkStatus();
}

Vocabulary SharedVocabulary(const WordForms& forms) {
  Vocabulary vocabulary;
  for (const data::EmbeddedFile& file : data::EmbeddedFiles()) {
    if (!absl::StartsWith(file.name, "stance_") || file.name == kForms) {
      continue;
    }
    // The tables are part of the program and a test reads each: no error here.
    AddTable(file.name, file.contents, forms, &vocabulary).IgnoreError();
  }
  return vocabulary;
}

std::vector<Pattern> TargetWords(const Target& target, const WordForms& forms) {
  std::vector<Pattern> words;
  TargetList list{forms, &words};
  list.Add(target.exclude, 'n', SignalKind::kExclude, 0);
  list.AddOutcome(target.favor, 1, false);
  list.AddOutcome(target.against, -1, false);
  list.Add(target.need, 'v', SignalKind::kNeed, 1);
  list.Add(target.no_need, 'v', SignalKind::kNeed, -1);
  list.Add(target.object, 'n', SignalKind::kObject, target.object_side);
  list.Add(target.argument_for, 'v', SignalKind::kLoaded, 1);
  list.Add(target.argument_for, 'n', SignalKind::kLoaded, 1);
  list.Add(target.argument_against, 'v', SignalKind::kLoaded, -1);
  list.Add(target.argument_against, 'n', SignalKind::kLoaded, -1);
  list.AddOutcome(target.favor_beside_object, 1, true);
  list.AddOutcome(target.against_beside_object, -1, true);
  return words;
}

std::vector<Pattern> TopicWords(const Target& target, const WordForms& forms) {
  std::vector<Pattern> words;
  TargetList list{forms, &words};
  // "end * fighting" is a verb's phrase, "peace deal" a noun's.
  list.Add(target.topic, 'n', SignalKind::kObject, 0);
  list.Add(target.topic, 'v', SignalKind::kObject, 0);
  return words;
}

void RegisterPatterns(const std::vector<Pattern>& patterns,
                      text::Lexicon::Builder* builder) {
  for (const Pattern& pattern : patterns) {
    for (const auto& forms : pattern.words) {
      for (const std::string& form : forms) builder->AddForm(form, 0);
    }
  }
}

void RegisterVocabulary(const Vocabulary& vocabulary,
                        text::Lexicon::Builder* builder) {
  for (const std::vector<Pattern>* list :
       {&vocabulary.words, &vocabulary.questions, &vocabulary.answers,
        &vocabulary.observers}) {
    RegisterPatterns(*list, builder);
  }
}

}  // namespace onrecord::stance

#include "stance/clause.h"

#include <utility>

#include "text/known_words.h"

namespace onrecord::stance {
namespace {

using text::Punct;
using text::Token;

// The role that an item opens a clause with; kMain if it opens none.
ClauseRole RoleOf(const Item& item) {
  switch (item.signal->kind) {
    case SignalKind::kBut:
      return ClauseRole::kContrast;
    case SignalKind::kAlthough:
      return ClauseRole::kConcession;
    case SignalKind::kWhether:
      return ClauseRole::kOpen;
    case SignalKind::kDuration:
      return ClauseRole::kDuration;
    case SignalKind::kIf:
      return ClauseRole::kCondition;
    case SignalKind::kUnless:
      return ClauseRole::kException;
    case SignalKind::kWhen:
      return ClauseRole::kTime;
    case SignalKind::kBecause:
      return ClauseRole::kReason;
    default:
      return ClauseRole::kMain;
  }
}

constexpr text::WordId kAnd = text::KnownWord("and");
constexpr text::WordId kOr = text::KnownWord("or");
constexpr text::WordSet kInverted = {"had", "were", "should"};
constexpr text::WordSet kPlainOpeners = {"but", "because"};

bool IsAndOr(const Token& token) {
  return token.word == kAnd || token.word == kOr;
}

// "I", "they", "it", also "they're": a pronoun that can only be a subject.
bool IsSubjectPronoun(const Reading& reading, int32_t at) {
  static constexpr text::WordSet kSubjects = {
      "i",       "we",      "they",    "he",     "she",       "it",
      "you",     "there",   "this",    "i'm",    "we're",     "they're",
      "it's",    "that's",  "i'll",    "we'll",  "they'll",   "you're",
      "he's",    "she's",   "there's", "let",    "let's",     "i've",
      "we've",   "i'd",     "we'd",    "nobody", "everybody", "everyone",
      "someone", "somebody"};
  return at < reading.size() && kSubjects.Has(reading.token(at).word);
}

class Splitter {
 public:
  explicit Splitter(const Reading& reading) : reading_(reading) {}

  std::vector<Clause> Run() {
    Open(0, ClauseRole::kMain);
    for (int32_t at = 0; at < reading_.size(); ++at) {
      while (item_ < Items() && reading_.items[item_].at.end <= at) ++item_;
      if (item_ < Items() && reading_.items[item_].at.begin == at) {
        const ClauseRole role = RoleOf(reading_.items[item_]);
        if (role != ClauseRole::kMain && OpensClause(reading_.items[item_])) {
          Open(at, role);
        }
      } else if (item_ < Items() && reading_.items[item_].at.Contains(at)) {
        continue;
      }
      Step(at);
    }
    Close(reading_.size());
    for (Clause& clause : clauses_) {
      if (clause.role == ClauseRole::kMain && !clause.question &&
          IsInvertedCondition(clause.at.begin)) {
        clause.role = ClauseRole::kCondition;
      }
    }
    AssignItems();
    return std::move(clauses_);
  }

 private:
  int32_t Items() const { return static_cast<int32_t>(reading_.items.size()); }
  Clause& current() { return clauses_.back(); }

  bool StartsSubject(int32_t at) const {
    const Token& token = reading_.token(at);
    return token.Has(text::kPronoun | text::kDeterminer | text::kPossessive |
                     text::kPlural) ||
           token.HasShape(text::kCapitalized);
  }

  // "Had we left", "were they to go": a condition without "if".
  bool IsInvertedCondition(int32_t at) const {
    if (at + 1 >= reading_.size()) return false;
    return kInverted.Has(reading_.token(at).word) &&
           IsSubjectPronoun(reading_, at + 1);
  }

  // Not "after 1993", "until Friday", "so many".
  bool OpensClause(const Item& item) const {
    const int32_t next = item.at.end;
    if (next >= reading_.size()) return false;
    const Token& token = reading_.token(next);
    if (token.HasShape(text::kClitic)) return false;  // "every month's delay"
    if (token.HasShape(text::kHasDigit) ||
        token.Has(text::kNumber | text::kMonth | text::kWeekday |
                  text::kTimeWord)) {
      return !item.Is(SignalKind::kWhen) && !item.Is(SignalKind::kUnless);
    }
    if (item.Is(SignalKind::kWhen) && item.at.end - item.at.begin == 2 &&
        !StartsSubject(next)) {
      return false;  // "within the hour"
    }
    if (item.Is(SignalKind::kBut) || item.Is(SignalKind::kBecause)) {
      const bool after_mark = item.at.begin == clauses_.back().at.begin ||
                              !reading_.token(item.at.begin - 1).is_word();
      return after_mark ||
             kPlainOpeners.Has(reading_.token(item.at.begin).word);
    }
    return true;
  }

  void Open(int32_t at, ClauseRole role) {
    if (!clauses_.empty()) {
      // A word like "and" or a comma before the opening word is no clause.
      if (current().at.begin == at) {
        if (role != ClauseRole::kMain) current().role = role;
        return;
      }
      Close(at);
    }
    Clause clause;
    clause.at = {at, at};
    clause.role = role;
    clause.sentence = sentence_;
    clauses_.push_back(clause);
  }

  void Close(int32_t at) {
    if (!clauses_.empty()) current().at.end = at;
  }

  void Step(int32_t at) {
    const Token& token = reading_.token(at);
    if (at + 1 < reading_.size() && EndsSentence(at)) {
      MarkQuestion(at);
      ++sentence_;
      Open(at + 1, ClauseRole::kMain);
      return;
    }
    if (at + 1 == reading_.size()) MarkQuestion(at);
    switch (token.punct) {
      case Punct::kSemicolon:
      case Punct::kColon:
      case Punct::kDash:
      case Punct::kOpen:
      case Punct::kClose:
      case Punct::kEllipsis:
        Open(at + 1, ClauseRole::kMain);
        return;
      case Punct::kComma:
        AfterComma(at + 1);
        return;
      case Punct::kNone:
        AtAnd(at);
        return;
      default:
        return;
    }
  }

  bool EndsSentence(int32_t at) const {
    const Token& token = reading_.token(at);
    if (token.Is(Punct::kQuestion) || token.Is(Punct::kExclaim)) return true;
    if (token.Is(Punct::kPeriod)) return true;
    return reading_.document->SentenceOf(reading_.tokens[at]) !=
           reading_.document->SentenceOf(reading_.tokens[at + 1]);
  }

  void MarkQuestion(int32_t at) {
    if (!reading_.token(at).Is(Punct::kQuestion)) return;
    for (auto clause = clauses_.rbegin();
         clause != clauses_.rend() && clause->sentence == sentence_; ++clause) {
      clause->question = true;
    }
  }

  void AfterComma(int32_t at) {
    if (at >= reading_.size()) return;
    if (current().subordinate() || current().role == ClauseRole::kRelative) {
      Open(at, ClauseRole::kMain);
    } else if (IsSubjectPronoun(reading_, at)) {
      Open(at, ClauseRole::kMain);
    } else if (reading_.token(at).Has(text::kRelative) &&
               !reading_.token(at).Has(text::kThat)) {
      Open(at, ClauseRole::kRelative);
    } else if (IsAndOr(reading_.token(at))) {
      OpenJoined(at);
    } else if (OpensParticiple(at)) {
      Open(at, ClauseRole::kMain);
    }
  }

  // ", turning down a petition": what else the subject did; not "leaving,
  // staying, going" and not "staying, the minister said, is".
  bool OpensParticiple(int32_t at) const {
    if (at + 1 >= reading_.size() || at < 2) return false;
    return reading_.token(at).Has(text::kGerund) &&
           !reading_.token(at - 2).Has(text::kGerund) &&
           reading_.token(at + 1).Has(text::kDeterminer | text::kPossessive |
                                      text::kPreposition | text::kAdverb);
  }

  // "if it was theirs they must go": the subject of the main clause, behind a
  // condition that has its verb; not "if he thinks we must go".
  bool EndsCondition(int32_t at) const {
    const Clause& clause = clauses_.back();
    if (clause.role != ClauseRole::kCondition || at - clause.at.begin < 3 ||
        !IsSubjectPronoun(reading_, at)) {
      return false;
    }
    const Token& before = reading_.token(at - 1);
    if (!before.is_word() ||
        before.Has(text::kThat | text::kPreposition | text::kConjunction |
                   text::kRelative) ||
        (before.Has(text::kVerb) && !before.Has(text::kParticiple))) {
      return false;
    }
    for (int32_t i = clause.at.begin; i < at; ++i) {
      if (reading_.token(i).Has(text::kVerb | text::kBe | text::kAuxiliary)) {
        return true;
      }
    }
    return false;
  }

  // "and we ...", "or they ...": a new clause without a comma.
  void AtAnd(int32_t at) {
    if (EndsCondition(at)) Open(at, ClauseRole::kMain);
    if (!IsAndOr(reading_.token(at))) return;
    if (IsSubjectPronoun(reading_, at + 1)) OpenJoined(at);
  }

  void OpenJoined(int32_t at) {
    Open(at, ClauseRole::kMain);
    current().joined_by_and = reading_.token(at).word == kAnd;
    current().joined_by_or = reading_.token(at).word == kOr;
  }

  void AssignItems() {
    int32_t item = 0;
    for (Clause& clause : clauses_) {
      clause.items.begin = item;
      while (item < Items() && reading_.items[item].at.begin < clause.at.end) {
        ++item;
      }
      clause.items.end = item;
    }
  }

  const Reading& reading_;
  std::vector<Clause> clauses_;
  int32_t item_ = 0;
  int32_t sentence_ = 0;
};

}  // namespace

std::vector<Clause> SplitClauses(const Reading& reading) {
  if (reading.size() == 0) return {};
  return Splitter(reading).Run();
}

}  // namespace onrecord::stance

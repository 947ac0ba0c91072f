#include "stance/frame.h"

#include <algorithm>
#include <utility>

#include "stance/anchors.h"
#include "stance/chain.h"
#include "stance/clause_words.h"
#include "text/known_words.h"

namespace onrecord::stance {
namespace {

// Strength of a position that no operator states.
constexpr double kOwnAct = .7;       // "we are leaving"
constexpr double kOwnIntent = .85;   // "we will leave"
constexpr double kForeseen = .4;     // "the bases close in October"
constexpr double kImperative = .95;  // "go home"
constexpr double kSlogan = .7;       // "no foreign soldiers"
constexpr double kLoaded = .5;       // "this occupation"
constexpr double kPermission = .6;   // "they can go": factor

constexpr text::WordSet kYes = {"yes", "please", "gladly", "certainly"};
constexpr text::WordSet kNo = {"no", "never"};
constexpr text::WordSet kAnybody = {"you", "one"};
// Between a verdict and the outcome that it judges.
constexpr text::WordSet kLinks = {"to",  "of",   "that", "if",    "in",
                                  "for", "when", "not",  "about", "it"};

void Append(std::vector<Evidence> from, std::vector<Evidence>* to) {
  for (Evidence& one : from) to->push_back(std::move(one));
}

class ClauseReader {
 public:
  ClauseReader(const Reading& reading, const Clause& clause, const Topic& topic)
      : reading_(reading),
        clause_(clause),
        topic_(topic),
        begin_(BehindAddress(reading, clause)) {}

  ClauseMeaning Read() {
    const std::vector<Anchor> anchors = FindAnchors(reading_, clause_, topic_);
    if (anchors.empty()) {
      ReadVerdict();
    } else {
      for (size_t i = 0; i < anchors.size(); ++i) {
        const int32_t from =
            i == 0 ? clause_.items.begin : anchors[i - 1].item + 1;
        const int32_t to =
            i + 1 < anchors.size() ? anchors[i + 1].item : clause_.items.end;
        ReadAnchor(anchors[i], from, to, i > 0);
      }
    }
    ReadNeeds();
    ReadLoaded();
    return std::move(meaning_);
  }

 private:
  Subject FirstSubject() const {
    return reading_.reported && clause_.at.begin == 0 ? Subject::kSelf
                                                      : Subject::kNone;
  }

  // One outcome with the items [from, to) around it.
  void ReadAnchor(const Anchor& anchor, int32_t from, int32_t to,
                  bool follows_other) {
    Chain left(reading_,
               follows_other ? reading_.items[from - 1].at.end : begin_,
               follows_other ? last_subject_ : FirstSubject());
    const int32_t joint = LastJoint(reading_, clause_, anchor.at.begin);
    const bool forecast = JudgedBehind(anchor, to);
    bool dreads = false;
    const Item* attribute = nullptr;
    for (int32_t i = from; i < anchor.item; ++i) {
      const Item& item = reading_.items[i];
      if (item.at.begin < begin_) continue;
      // What was said of something else; but who says it says both.
      if (item.at.end <= joint && !item.Is(SignalKind::kSay)) continue;
      if (IsAttribute(item, anchor)) {
        attribute = &item;
      } else if (item.Is(SignalKind::kDread) && forecast) {
        dreads = true;  // "warned that leaving would be a mistake"
      } else if (LinksForward(item, anchor) && !IsTargetNeed(item)) {
        left.Take(item);
      }
    }
    left.MoveTo(anchor.at.begin);
    TakeNegationsInside(anchor, &left);
    last_subject_ = left.subject();
    if (left.ended()) return;  // "than to stay"
    Chain right(reading_, anchor.at.end, Subject::kNone);
    if ((!left.wanted() && !left.must()) || left.attributed()) {
      TakeRight(anchor, to, &right);
    } else if (!anchor.verb) {
      TakeWanted(anchor, to, &right);
    }
    if (attribute != nullptr && left.strength() == 0 && right.strength() == 0 &&
        !dreads) {
      left.Take(*attribute);
    }
    Conclude(anchor, &left, &right, follows_other);
  }

  // "ask them not to leave"
  void TakeNegationsInside(const Anchor& anchor, Chain* left) const {
    for (int32_t i = anchor.item + 1; i < clause_.items.end; ++i) {
      const Item& item = reading_.items[i];
      if (item.at.begin >= anchor.at.end) return;
      if (item.Is(SignalKind::kNegation)) left->Take(item);
    }
  }

  void TakeRight(const Anchor& anchor, int32_t to, Chain* right) const {
    for (int32_t i = anchor.item + 1; i < to; ++i) {
      const Item& item = reading_.items[i];
      if (item.at.begin < anchor.at.end || IsTargetNeed(item)) continue;
      if (right->judged() && !EndsVerdict(i)) break;
      if (item.Is(SignalKind::kWant) && !right->negated()) continue;
      if (item.Is(SignalKind::kThan)) break;
      if (item.Is(SignalKind::kEval) && !right->judged() &&
          !LinksBack(item, anchor)) {
        continue;
      }
      right->Take(item);
    }
  }

  // "we want the mission to end": what is wanted of a thing is told behind it.
  void TakeWanted(const Anchor& anchor, int32_t to, Chain* right) const {
    int32_t change = anchor.item + 1;
    while (change < to && (!reading_.items[change].Is(SignalKind::kChange) ||
                           !ChangesSubject(reading_, reading_.items[change]))) {
      ++change;
    }
    if (change >= to) return;
    for (int32_t i = anchor.item + 1; i <= change; ++i) {
      const Item& item = reading_.items[i];
      if (item.Is(SignalKind::kNegation) || i == change) right->Take(item);
    }
  }

  bool JudgedBehind(const Anchor& anchor, int32_t to) const {
    Chain right(reading_, anchor.at.end, Subject::kNone);
    TakeRight(anchor, to, &right);
    return right.judged();
  }

  // "a premature withdrawal": says what sort, and stands for a verdict only
  // where there is no other.
  static bool IsAttribute(const Item& item, const Anchor& anchor) {
    return item.Is(SignalKind::kEval) && item.signal->adjective &&
           item.at.end == anchor.at.begin && !anchor.verb && !anchor.object;
  }

  // "the job is done": a position by itself, see ReadNeeds().
  static bool IsTargetNeed(const Item& item) {
    return item.Is(SignalKind::kNeed) && item.signal->of_target;
  }

  void Conclude(const Anchor& anchor, Chain* left, Chain* right,
                bool follows_other) {
    const bool right_counts =
        right->judged() || right->changed() || right->must() || right->wanted();
    const int sign =
        anchor.side * left->sign() * (right_counts ? right->sign() : 1);
    double strength = Strength(anchor, *left, *right, follows_other);
    if (const int answer = ClosingAnswer(); answer != 0 && strength == 0) {
      meaning_.value = anchor.side * answer * kSlogan;
      meaning_.evidence.push_back({reading_.SpanOf(anchor.at),
                                   reading_.items[anchor.item].signal->name,
                                   static_cast<double>(anchor.side)});
      return;
    }
    meaning_.outcome_evidence = {reading_.SpanOf(anchor.at),
                                 reading_.items[anchor.item].signal->name,
                                 static_cast<double>(anchor.side)};
    meaning_.bare_outcome = anchor.side * left->change_sign();
    if (anchor.object && !left->changed()) meaning_.bare_outcome = 0;
    // The object alone is no outcome: only needs, wants and verdicts make one.
    if (anchor.object && strength == 0) {
      meaning_.names_object = true;
      return;
    }
    if (anchor.object && left->praise()) return;
    if (left->may() && strength > 0 && !left->negated()) {
      strength *= kPermission;
    }
    meaning_.outcome = sign;
    meaning_.subject_free = left->subject() == Subject::kNone;
    meaning_.attributed |= left->attributed();
    if (strength == 0) return;
    // "bring home the infantry and leave the pilots": one of each.
    if (meaning_.value * sign < 0) {
      meaning_.opposite = sign * strength;
    } else {
      meaning_.value += sign * strength;
      meaning_.value = std::max(-1.0, std::min(1.0, meaning_.value));
    }
    meaning_.attitude |= left->wanted();
    meaning_.negated |= left->negated() || right->negated();
    if (meaning_.act == Act::kUnspecified) {
      meaning_.act = right_counts && right->act() != Act::kUnspecified
                         ? right->act()
                         : left->act();
    }
    if (meaning_.modality == Modality::kUnspecified) {
      meaning_.modality = left->modality() != Modality::kUnspecified
                              ? left->modality()
                              : right->modality();
    }
    Append(left->TakeEvidence(), &meaning_.evidence);
    meaning_.evidence.push_back({reading_.SpanOf(anchor.at),
                                 reading_.items[anchor.item].signal->name,
                                 static_cast<double>(anchor.side)});
    if (right_counts) Append(right->TakeEvidence(), &meaning_.evidence);
  }

  double Strength(const Anchor& anchor, const Chain& left, const Chain& right,
                  bool follows_other) const {
    double strength = std::max(left.strength(), right.strength());
    if (left.attributed() && !right.judged()) return 0;
    if (anchor.object && !right.judged() && !right.wanted() &&
        !(right.must() && right.changes_subject()) &&
        !(GovernedClosely(anchor) &&
          (left.wanted() || left.judged() || left.changed()))) {
      strength = 0;  // "troops must ...": of something else
    }
    if (strength > 0) return strength;
    if (anchor.object) return ObjectStrength(anchor, left, follows_other);
    if (left.nominal()) {  // "the plan to leave", "I see no case for leaving"
      const bool mine = left.negated() && left.subject() == Subject::kSelf;
      return mine ? kOwnAct : 0;
    }
    if (left.will() || (left.would() && reading_.reported)) {
      switch (left.subject()) {
        case Subject::kSelf:
          return kOwnIntent;
        case Subject::kOther:
          return 0;
        default:
          return kForeseen;
      }
    }
    if (left.may() && !left.negated() && !anchor.object) {
      // "I could tear it up"; "they can go".
      const bool permits = anchor.by_object &&
                           left.subject() != Subject::kSelf &&
                           left.subject() != Subject::kOther;
      return permits ? kOwnAct : 0;
    }
    if (left.subject() == Subject::kSelf &&
        (anchor.verb || left.changed() || left.would())) {
      return kOwnAct;
    }
    // "The government is ending their presence": told by one of its own.
    if (left.subject() == Subject::kEveryone && left.changed() &&
        !anchor.object && !left.negated()) {
      return kForeseen;
    }
    if (!follows_other && IsImperative(anchor, left)) return kImperative;
    if (left.may() && left.negated()) return kOwnAct;  // "cannot leave"
    if (anchor.phrase && left.subject() != Subject::kOther) return kSlogan;
    if (left.negated() && SloganPosition(anchor, left)) return kSlogan;
    if (IsBareDemand(anchor) || IsMaxim(anchor, left)) return kSlogan;
    if (left.subject() != Subject::kOther && IsPlainWord(anchor, left)) {
      return kSlogan;
    }
    if (right.will()) return kForeseen;
    return 0;
  }

  // "we will keep our soldiers there", "end this mission": what is done to the
  // object.
  double ObjectStrength(const Anchor& anchor, const Chain& left,
                        bool follows_other) const {
    if (left.negated() && SloganPosition(anchor, left)) return kSlogan;
    if (!left.changed() || left.nominal() || !IsDoneTo(anchor)) return 0;
    if (left.subject() == Subject::kSelf && !left.may()) {
      return left.will() ? kOwnIntent : kOwnAct;
    }
    return !follows_other && IsImperative(anchor, left) ? kImperative : 0;
  }

  // A change stands right before the object, and no verdict right behind it:
  // not "keep the soldiers safe".
  bool IsDoneTo(const Anchor& anchor) const {
    bool done = false;
    for (int32_t i = clause_.items.begin; i < clause_.items.end; ++i) {
      const Item& item = reading_.items[i];
      done |= item.Is(SignalKind::kChange) && item.signal->verb &&
              StandsDirectlyBefore(reading_, item, anchor.at.begin);
      if (item.Is(SignalKind::kEval) && item.at.begin == anchor.at.end) {
        return false;
      }
    }
    return done;
  }

  // An operator stands right before the object: "keep the foreign troops".
  bool GovernedClosely(const Anchor& anchor) const {
    constexpr int32_t kReach = 4;
    for (int32_t i = clause_.items.begin; i < anchor.item; ++i) {
      const Item& item = reading_.items[i];
      if (item.Is(SignalKind::kNegation) || item.Is(SignalKind::kSay)) continue;
      if (item.at.end <= anchor.at.begin &&
          anchor.at.begin - item.at.end <= kReach) {
        return true;
      }
    }
    return false;
  }

  // The last word of the clause: "a truce for the harvest, yes".
  int ClosingAnswer() const {
    int32_t at = clause_.at.end - 1;
    while (at > clause_.at.begin && !reading_.token(at).is_word()) --at;
    if (at - clause_.at.begin < 2) return 0;
    if (!reading_.token(at - 1).Is(text::Punct::kComma)) return 0;
    if (IsOneOf(at, kYes)) return 1;
    return IsOneOf(at, kNo) ? -1 : 0;
  }

  // "You do not send the fire brigade home.": what nobody should do.
  bool IsMaxim(const Anchor& anchor, const Chain& left) const {
    return left.negated() && anchor.verb && IsOneOf(clause_.at.begin, kAnybody);
  }

  // "The mission stays."
  bool IsPlainWord(const Anchor& anchor, const Chain& left) const {
    return anchor.by_object && !left.negated() && !reading_.reported &&
           !clause_.question && !clause_.subordinate() &&
           clause_.at.end - clause_.at.begin <= 5 &&
           anchor.at.end + 1 >= clause_.at.end &&
           reading_.token(anchor.at.begin).Has(text::kThird | text::kBase) &&
           !reading_.token(anchor.at.begin).Has(text::kPast);
  }

  bool IsOneOf(int32_t at, const text::WordSet& words) const {
    return at < reading_.size() && words.Has(reading_.token(at).word);
  }

  // A verdict before an outcome is of it in "wrong to leave", "the folly of
  // staying", "a premature withdrawal"; not in "the killed soldiers' wives".
  bool LinksForward(const Item& item, const Anchor& anchor) const {
    if (!item.Is(SignalKind::kEval)) return true;
    if (anchor.object && item.signal->verb) return false;
    return IsOneOf(item.at.end, kLinks);
  }

  // A verdict behind an outcome is of it where a verb lies between.
  bool LinksBack(const Item& item, const Anchor& anchor) const {
    if (item.signal->adjective && IsBeforeNoun(item) && !IsPredicate(item)) {
      return false;
    }
    const int32_t end = IsOwned(item) ? item.at.begin : item.at.end;
    for (int32_t at = anchor.at.end; at < end; ++at) {
      const text::Token& token = reading_.token(at);
      if (token.Has(text::kAuxiliary | text::kBe | text::kVerb) &&
          !token.HasShape(text::kClitic)) {
        return true;
      }
    }
    // "leave too soon".
    return anchor.verb && item.signal->adjective &&
           item.at.begin - anchor.at.end <= 1;
  }

  // "by somebody's bomb": a noun, whatever verb it may be elsewhere.
  bool IsOwned(const Item& item) const {
    if (item.at.begin == clause_.at.begin) return false;
    const text::Token& before = reading_.token(item.at.begin - 1);
    return before.Has(text::kPossessive | text::kDeterminer) ||
           before.HasShape(text::kClitic);
  }

  // "is bad news", "would be a very good thing".
  bool IsPredicate(const Item& item) const {
    for (int32_t at = item.at.begin - 1; at >= clause_.at.begin; --at) {
      const text::Token& token = reading_.token(at);
      if (token.Has(text::kBe)) return true;
      if (!token.Has(text::kDeterminer | text::kAdverb)) return false;
    }
    return false;
  }

  // "the holy city": an adjective of some other noun.
  bool IsBeforeNoun(const Item& item) const {
    if (item.at.end >= clause_.at.end) return false;
    const text::Token& next = reading_.token(item.at.end);
    if (!next.is_word() || ItemAt(reading_, clause_, item.at.end) != nullptr)
      return false;
    return !next.Has(text::kPreposition | text::kConjunction | text::kThat |
                     text::kAdverb | text::kSubordinator | text::kPronoun |
                     text::kAuxiliary | text::kDeterminer);
  }

  // "the shooting stops": a change of what was judged just before.
  bool EndsVerdict(int32_t item) const {
    return reading_.items[item].Is(SignalKind::kChange) &&
           reading_.items[item].signal->sign < 0 &&
           reading_.items[item].at.begin - reading_.items[item - 1].at.end <= 1;
  }

  // "no more soldiers", "there will be no truce": not the bare fact that
  // there is none.
  bool SloganPosition(const Anchor& anchor, const Chain& left) const {
    if (anchor.verb || left.changed()) return false;
    bool adjacent = false;
    for (int32_t i = clause_.items.begin; i < clause_.items.end; ++i) {
      const Item& item = reading_.items[i];
      adjacent |= item.Is(SignalKind::kNegation) &&
                  item.at.end <= anchor.at.begin &&
                  anchor.at.begin - item.at.end <= 2;
    }
    if (!adjacent) return false;
    if (left.will() || left.may() || left.would()) return true;
    for (int32_t at = clause_.at.begin; at < anchor.at.begin; ++at) {
      const text::Token& token = reading_.token(at);
      if (token.Has(text::kAuxiliary | text::kBe | text::kVerb) &&
          !token.HasShape(text::kClitic)) {
        return false;
      }
    }
    return true;
  }

  // "Withdrawal first.", "A ceasefire, now!"
  bool IsBareDemand(const Anchor& anchor) const {
    if (anchor.verb || reading_.reported || clause_.subordinate()) return false;
    if (clause_.at.end - clause_.at.begin > 5) return false;
    for (int32_t at = clause_.at.begin; at < clause_.at.end; ++at) {
      if (reading_.token(at).Has(text::kVerb | text::kAuxiliary | text::kWh) &&
          !anchor.at.Contains(at)) {
        return false;
      }
    }
    return clause_.items.end - clause_.items.begin == 1 && !clause_.question;
  }

  // "leave", and "stay" or "exit", which are nouns as well: "exit of ...".
  bool IsVerbHere(const Anchor& anchor) const {
    const int32_t at = anchor.at.begin;
    if (anchor.verb) return IsBaseForm(reading_, at);
    return reading_.token(at).Has(text::kVerb) &&
           reading_.token(at).Has(text::kBase) &&
           !IsOneOf(anchor.at.end, kLinks);
  }

  // The verb, or an operator before it, opens the clause in its base form:
  // "bring them home", "don't go", "let them leave", "please stop".
  bool IsImperative(const Anchor& anchor, const Chain& left) const {
    if (left.subject() != Subject::kNone || reading_.reported) return false;
    for (int32_t at = begin_; at <= anchor.at.begin; ++at) {
      const text::Token& token = reading_.token(at);
      // "not leave" may be one listed word.
      if (at == anchor.at.begin) return IsVerbHere(anchor);
      if (!token.is_word() || token.Has(text::kConjunction | text::kAdverb)) {
        continue;
      }
      if (token.Has(text::kNegation | text::kAuxiliary)) continue;
      if (token.Has(text::kPreposition)) return false;
      return left.changed() && IsBaseForm(reading_, at) &&
             VerbAt(reading_, clause_, at);
    }
    return false;
  }

  // A clause that names no outcome: what it says may be of one named before.
  void ReadVerdict() {
    Chain chain(reading_, clause_.at.begin, FirstSubject());
    Subject opening = FirstSubject();
    bool first = true;
    for (int32_t i = clause_.items.begin; i < clause_.items.end; ++i) {
      const Item& item = reading_.items[i];
      if (item.Is(SignalKind::kObject)) meaning_.names_object = true;
      if (IsTargetNeed(item)) continue;
      if (item.Is(SignalKind::kThan)) break;
      if (chain.judged() && !EndsVerdict(i)) break;
      chain.Take(item);
      if (first) opening = chain.subject();
      first = false;
    }
    chain.MoveTo(clause_.at.end);
    const bool mine = first ? false : chain.subject() == Subject::kSelf;
    const bool elliptic = mine && IsElliptic(chain);
    const bool on_them = GovernsThem(reading_, clause_);
    const bool own_act = mine && (chain.changed() || chain.wanted()) &&
                         !reading_.reported && NamesThing(reading_, clause_);
    if (!chain.judged() && !chain.wanted() && !(chain.strength() > 0) &&
        !elliptic && !own_act &&
        !(on_them && OpensWithOrder(reading_, clause_, begin_))) {
      return;
    }
    meaning_.verdict = chain.sign();
    meaning_.attributed = chain.attributed();
    meaning_.verdict_on_object = opening == Subject::kThey || on_them;
    meaning_.verdict_on_outcome = OpensWithThing(reading_, clause_) ||
                                  elliptic || own_act ||
                                  IsBareVerdict(reading_, clause_);
    meaning_.act = chain.act();
    meaning_.modality = chain.modality();
    meaning_.negated = chain.negated();
    meaning_.evidence = chain.TakeEvidence();
  }

  // "I am not going to.", "Mine will not fail.": the verb stands before.
  bool IsElliptic(const Chain& chain) const {
    return clause_.at.end - clause_.at.begin <= 7 &&
           (chain.will() || chain.would()) && !chain.wanted() &&
           !chain.judged() && !HasUnlistedVerb(reading_, clause_);
  }

  // Somebody else says so: "people who say the work is done".
  bool IsAttributedAt(int32_t item) const {
    Chain chain(reading_, clause_.at.begin, FirstSubject());
    for (int32_t i = clause_.items.begin; i < item; ++i) {
      const Item& before = reading_.items[i];
      chain.Take(before);
      if (before.Is(SignalKind::kSay) && chain.subject() != Subject::kSelf) {
        return true;
      }
    }
    return chain.attributed();
  }

  // A near-by thing stands just before: "the drones have no business".
  bool IsElsewhere(const Item& need) const {
    constexpr int32_t kReach = 3;
    for (int32_t i = clause_.items.begin; i < clause_.items.end; ++i) {
      const Item& item = reading_.items[i];
      const int32_t distance = need.at.begin - item.at.end;
      if (item.Is(SignalKind::kExclude) && distance >= 0 &&
          distance <= kReach) {
        return true;
      }
    }
    return false;
  }

  // "the job is done", "not ready to stand alone".
  void ReadNeeds() {
    if (meaning_.value != 0) return;
    for (int32_t i = clause_.items.begin; i < clause_.items.end; ++i) {
      const Item& item = reading_.items[i];
      if (!IsTargetNeed(item) || IsElsewhere(item) || IsAttributedAt(i))
        continue;
      const bool negated = i > clause_.items.begin &&
                           reading_.items[i - 1].Is(SignalKind::kNegation);
      const int sign = item.signal->sign * (negated ? -1 : 1);
      meaning_.value = sign * topic_.object_side * kOwnAct;
      meaning_.act = Act::kNeed;
      meaning_.evidence.push_back({reading_.SpanOf(item.at), item.signal->name,
                                   static_cast<double>(sign)});
    }
  }

  void ReadLoaded() {
    for (int32_t i = clause_.items.begin; i < clause_.items.end; ++i) {
      const Item& item = reading_.items[i];
      if (!item.Is(SignalKind::kLoaded)) continue;
      if (i > clause_.items.begin &&
          reading_.items[i - 1].Is(SignalKind::kNegation)) {
        continue;
      }
      if (meaning_.value != 0 || meaning_.attributed) continue;
      meaning_.value = item.signal->sign * kLoaded;
      meaning_.loaded = true;
      meaning_.act = Act::kConsequence;
      meaning_.evidence.push_back({reading_.SpanOf(item.at), item.signal->name,
                                   static_cast<double>(item.signal->sign)});
    }
  }

  const Reading& reading_;
  const Clause& clause_;
  const Topic& topic_;
  const int32_t begin_;  // Of what the clause says, behind an address.
  ClauseMeaning meaning_;
  Subject last_subject_ = Subject::kNone;
};

}  // namespace

ClauseMeaning ReadClause(const Reading& reading, const Clause& clause,
                         const Topic& topic) {
  return ClauseReader(reading, clause, topic).Read();
}

}  // namespace onrecord::stance

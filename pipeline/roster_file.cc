#include "pipeline/roster_file.h"

#include <google/protobuf/text_format.h>

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "pipeline/message_text.h"
#include "proto/parse_textproto.h"
#include "proto/roster.pb.h"
#include "quotes/names.h"
#include "text/dates.h"

namespace onrecord::pipeline {
namespace {

using google::protobuf::TextFormat;
using quotes::KnownSpeaker;
using quotes::MentionKind;

std::string Quoted(absl::string_view text) {
  return absl::StrCat("\"", text, "\"");
}

bool IsId(absl::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return absl::ascii_isalnum(c) || c == '-' || c == '_' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

KnownSpeaker FromProto(const v1::RosterEntry& entry) {
  KnownSpeaker known;
  known.id = entry.id();
  known.external_id = entry.external_id();
  known.name = entry.name();
  known.kind = entry.kind() == v1::ROSTER_KIND_ORGANIZATION
                   ? MentionKind::kOrganization
                   : MentionKind::kName;
  known.gender = entry.gender() == v1::GENDER_MALE ? quotes::Gender::kMale
                 : entry.gender() == v1::GENDER_FEMALE
                     ? quotes::Gender::kFemale
                     : quotes::Gender::kUnknown;
  known.aliases.assign(entry.alias().begin(), entry.alias().end());
  for (const v1::RosterRole& role : entry.role()) {
    known.roles.push_back({role.title(), role.from(), role.until()});
  }
  return known;
}

v1::RosterEntry ToProto(const KnownSpeaker& known) {
  v1::RosterEntry entry;
  entry.set_id(known.id);
  entry.set_external_id(known.external_id);
  entry.set_name(known.name);
  if (known.kind != MentionKind::kName) {
    entry.set_kind(v1::ROSTER_KIND_ORGANIZATION);
  }
  if (known.gender == quotes::Gender::kMale) {
    entry.set_gender(v1::GENDER_MALE);
  } else if (known.gender == quotes::Gender::kFemale) {
    entry.set_gender(v1::GENDER_FEMALE);
  }
  for (const std::string& alias : known.aliases) entry.add_alias(alias);
  for (const quotes::DatedRole& role : known.roles) {
    v1::RosterRole* added = entry.add_role();
    added->set_title(role.title);
    added->set_from(role.first);
    added->set_until(role.last);
  }
  return entry;
}

// Checks the entries of one file, each by itself and then against each other.
class RosterChecker {
 public:
  RosterChecker(absl::string_view file, const v1::Roster& roster,
                const TextFormat::ParseInfoTree& tree)
      : file_(file), roster_(roster), tree_(tree) {}

  absl::Status Check() {
    for (int i = 0; i < roster_.entry_size(); ++i) {
      absl::Status status = CheckEntry(i);
      if (status.ok()) status = CheckRoles(i);
      if (status.ok()) status = CheckId(i);
      if (status.ok()) status = CheckNames(i);
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

 private:
  int LineOf(int entry) const {
    return proto::LineOf(
        tree_, v1::Roster::descriptor()->FindFieldByName("entry"), entry);
  }
  absl::Status Wrong(int entry, absl::string_view want,
                     absl::string_view got) const {
    return proto::Wrong(file_, LineOf(entry), want, got);
  }

  absl::Status CheckEntry(int i) const {
    const v1::RosterEntry& entry = roster_.entry(i);
    if (!IsId(entry.id())) {
      return Wrong(i, "an id of letters, digits, -, _ and .",
                   Quoted(entry.id()));
    }
    if (entry.name().empty()) return Wrong(i, "a name", "none");
    for (const std::string& name : NamesOf(entry)) {
      const bool person = entry.kind() == v1::ROSTER_KIND_PERSON;
      const bool good = person ? !quotes::ParsePersonName(name).empty()
                               : !quotes::Slug(name).empty();
      if (!good) {
        return Wrong(i, person ? "a person's name" : "a name", Quoted(name));
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckRoles(int i) const {
    for (const v1::RosterRole& role : roster_.entry(i).role()) {
      if (role.title().empty()) return Wrong(i, "a role with a title", "none");
      for (const std::string& date : {role.from(), role.until()}) {
        if (!date.empty() && !text::ParsePartialDate(date).has_value()) {
          return Wrong(i, "a date YYYY, YYYY-MM or YYYY-MM-DD", Quoted(date));
        }
      }
      const size_t n = std::min(role.from().size(), role.until().size());
      if (role.from().substr(0, n) > role.until().substr(0, n)) {
        return Wrong(i, absl::StrCat("a role until ", role.from(), " or later"),
                     role.until());
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckId(int i) {
    const auto [at, added] = by_id_.emplace(roster_.entry(i).id(), i);
    if (added) return absl::OkStatus();
    return Wrong(i, "each id once",
                 absl::StrCat(Quoted(at->first), ", which the entry of line ",
                              LineOf(at->second), " has too"));
  }

  // A name of two entries is good if both have offices that tell them apart.
  absl::Status CheckNames(int i) {
    const v1::RosterEntry& entry = roster_.entry(i);
    for (const std::string& name : NamesOf(entry)) {
      for (int other : by_name_[KeyOf(entry, name)]) {
        if (other == i) continue;
        const v1::RosterEntry& rival = roster_.entry(other);
        if (!entry.role().empty() && !rival.role().empty()) continue;
        return Wrong(
            i,
            absl::StrCat("roles that tell ", Quoted(entry.id()), " from ",
                         Quoted(rival.id()), " of line ", LineOf(other)),
            absl::StrCat("the name ", Quoted(name), " for both"));
      }
      by_name_[KeyOf(entry, name)].insert(i);
    }
    return absl::OkStatus();
  }

  static std::vector<std::string> NamesOf(const v1::RosterEntry& entry) {
    std::vector<std::string> names(entry.alias().begin(), entry.alias().end());
    names.insert(names.begin(), entry.name());
    return names;
  }

  static std::string KeyOf(const v1::RosterEntry& entry,
                           const std::string& name) {
    return absl::StrCat(
        entry.kind(), " ",
        entry.kind() == v1::ROSTER_KIND_PERSON
            ? quotes::Slug(quotes::ParsePersonName(name).display)
            : quotes::Slug(name));
  }

  const absl::string_view file_;
  const v1::Roster& roster_;
  const TextFormat::ParseInfoTree& tree_;
  std::map<std::string, int> by_id_;
  std::map<std::string, std::set<int>> by_name_;
};

}  // namespace

absl::StatusOr<std::vector<KnownSpeaker>> ReadRoster(absl::string_view file,
                                                     absl::string_view text) {
  v1::Roster roster;
  TextFormat::ParseInfoTree tree;
  absl::Status status =
      proto::ParseTextproto(file, text, "a roster", &roster, &tree);
  if (status.ok()) status = RosterChecker(file, roster, tree).Check();
  if (!status.ok()) return absl::DataLossError(status.message());
  std::vector<KnownSpeaker> known;
  for (const v1::RosterEntry& entry : roster.entry()) {
    known.push_back(FromProto(entry));
  }
  return known;
}

std::string RosterText(const std::vector<KnownSpeaker>& roster) {
  v1::Roster out;
  for (const KnownSpeaker& known : roster) *out.add_entry() = ToProto(known);
  return ToTextproto(out);
}

}  // namespace onrecord::pipeline

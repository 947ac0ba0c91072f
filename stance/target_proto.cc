#include "stance/target_proto.h"

#include <algorithm>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/text_format.h"
#include "proto/parse_textproto.h"
#include "proto/target.pb.h"

namespace onrecord::stance {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::TextFormat;
using proto::Wrong;

// Checks the words of every repeated string field of a message.
class WordChecker {
 public:
  WordChecker(absl::string_view file, const TextFormat::ParseInfoTree& tree)
      : file_(file), tree_(tree) {}

  absl::Status Check(const Message& message) const {
    const auto* reflection = message.GetReflection();
    const auto* descriptor = message.GetDescriptor();
    for (int f = 0; f < descriptor->field_count(); ++f) {
      const FieldDescriptor* field = descriptor->field(f);
      if (!field->is_repeated() ||
          field->cpp_type() != FieldDescriptor::CPPTYPE_STRING) {
        continue;
      }
      for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
        const std::string word =
            reflection->GetRepeatedString(message, field, i);
        const std::string fault = FaultOf(word);
        if (!fault.empty()) {
          return Wrong(file_, LineOf(field, i), fault,
                       absl::StrCat("\"", word, "\""));
        }
      }
    }
    return absl::OkStatus();
  }

  int LineOf(const FieldDescriptor* field, int index) const {
    return proto::LineOf(tree_, field, index);
  }

 private:
  static std::string FaultOf(absl::string_view word) {
    if (word.empty()) return "a word or phrase";
    if (word.front() == ' ' || word.back() == ' ' ||
        word.find("  ") != word.npos) {
      return "words with one blank between them";
    }
    if (std::any_of(word.begin(), word.end(), absl::ascii_isupper)) {
      return "lower case";
    }
    if (word.front() == '*' || word.back() == '*') {
      return "a word on both sides of *";
    }
    return "";
  }

  absl::string_view file_;
  const TextFormat::ParseInfoTree& tree_;
};

template <typename Repeated>
std::vector<std::string> Copy(const Repeated& words) {
  return {words.begin(), words.end()};
}

OutcomeWords Copy(const v1::OutcomeWords& words) {
  return {Copy(words.noun()), Copy(words.on_object()), Copy(words.by_object()),
          Copy(words.phrase())};
}

Target FromSpec(const v1::TargetSpec& spec) {
  Target target;
  target.name = spec.name();
  target.question = spec.question();
  target.object = Copy(spec.object());
  target.object_side = spec.object_side() == v1::TARGET_SIDE_FAVOR ? 1 : -1;
  target.favor = Copy(spec.favor());
  target.against = Copy(spec.against());
  target.favor_beside_object = Copy(spec.favor_beside_object());
  target.against_beside_object = Copy(spec.against_beside_object());
  target.need = Copy(spec.need());
  target.no_need = Copy(spec.no_need());
  target.argument_for = Copy(spec.argument_for());
  target.argument_against = Copy(spec.argument_against());
  target.exclude = Copy(spec.exclude());
  target.nationals_are_object = spec.nationals_are_object();
  target.place = Copy(spec.place());
  target.topic = Copy(spec.topic());
  if (target.topic.empty()) {
    for (const auto* words :
         {&target.object, &target.favor.noun, &target.against.noun}) {
      target.topic.insert(target.topic.end(), words->begin(), words->end());
    }
  }
  return target;
}

bool IsName(absl::string_view name) {
  return !name.empty() && absl::ascii_islower(name[0]) &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return absl::ascii_islower(c) || absl::ascii_isdigit(c) || c == '_';
         });
}

absl::Status CheckSpec(absl::string_view file, const v1::TargetSpec& spec,
                       const TextFormat::ParseInfoTree& tree) {
  const auto* type = spec.GetDescriptor();
  WordChecker words(file, tree);
  if (!IsName(spec.name())) {
    return Wrong(
        file, words.LineOf(type->FindFieldByName("name"), -1),
        "name of lower-case letters, digits and _",
        spec.name().empty() ? "none" : absl::StrCat("\"", spec.name(), "\""));
  }
  if (spec.question().empty()) return Wrong(file, 1, "a question", "none");
  if (spec.object().empty()) return Wrong(file, 1, "an object", "none");
  if (spec.object_side() == v1::TARGET_SIDE_UNSPECIFIED) {
    return Wrong(file, words.LineOf(type->FindFieldByName("object_side"), -1),
                 "object_side TARGET_SIDE_FAVOR or TARGET_SIDE_AGAINST",
                 "none");
  }
  if (absl::Status status = words.Check(spec); !status.ok()) return status;
  const std::pair<const char*, const v1::OutcomeWords*> groups[] = {
      {"favor", &spec.favor()},
      {"against", &spec.against()},
      {"favor_beside_object", &spec.favor_beside_object()},
      {"against_beside_object", &spec.against_beside_object()}};
  for (const auto& [name, group] : groups) {
    const auto* tree_of_group =
        tree.GetTreeForNested(type->FindFieldByName(name), -1);
    if (tree_of_group == nullptr) continue;
    if (absl::Status status = WordChecker(file, *tree_of_group).Check(*group);
        !status.ok()) {
      return status;
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Target> ParseTarget(absl::string_view file_name,
                                   absl::string_view txtpb) {
  v1::TargetSpec spec;
  TextFormat::ParseInfoTree tree;
  absl::Status parsed =
      proto::ParseTextproto(file_name, txtpb, "a target", &spec, &tree);
  if (!parsed.ok()) return parsed;
  if (absl::Status status = CheckSpec(file_name, spec, tree); !status.ok()) {
    return status;
  }
  return FromSpec(spec);
}

}  // namespace onrecord::stance

#include "pipeline/corrections_file.h"

#include <google/protobuf/text_format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "pipeline/stance_proto.h"
#include "proto/corrections.pb.h"
#include "proto/parse_textproto.h"

namespace onrecord::pipeline {
namespace {

using google::protobuf::TextFormat;

absl::Status Wrong(absl::string_view where, absl::string_view want,
                   absl::string_view got) {
  return absl::DataLossError(
      absl::StrCat(where, ": want ", want, ", got ", got));
}

bool IsQuoteId(const std::string& id) {
  const size_t at = id.rfind('#');
  return at != std::string::npos && at > 0 && at + 1 < id.size() &&
         std::all_of(id.begin() + static_cast<std::ptrdiff_t>(at) + 1, id.end(),
                     [](char c) { return absl::ascii_isdigit(c); });
}

absl::Status CheckQuote(absl::string_view where, const v1::QuoteRef& quote) {
  const bool wordless =
      !quote.words().empty() &&
      std::all_of(quote.words().begin(), quote.words().end(), [](char c) {
        return !absl::ascii_isalnum(c) && static_cast<unsigned char>(c) < 0x80;
      });
  if (wordless) {
    return Wrong(where, "words of the quotation",
                 absl::StrCat("\"", quote.words(), "\""));
  }
  if (IsQuoteId(quote.id())) return absl::OkStatus();
  return Wrong(
      where, "a quotation's id ARTICLE#NUMBER",
      quote.id().empty() ? "none" : absl::StrCat("\"", quote.id(), "\""));
}

QuoteRef FromProto(const v1::QuoteRef& quote) {
  return {quote.id(), quote.words()};
}

// Reads the rulings of one file with the places they stand at.
class Reader {
 public:
  Reader(absl::string_view file, const TextFormat::ParseInfoTree& tree)
      : file_(file), tree_(tree) {}

  absl::Status Read(const v1::Corrections& from, Corrections* to) {
    absl::Status status = ReadSpeakers("same", from.same(), &to->same);
    if (status.ok()) {
      status = ReadSpeakers("different", from.different(), &to->different);
    }
    if (status.ok()) status = ReadSays(from, to);
    if (status.ok()) status = ReadLabels(from, to);
    return status;
  }

 private:
  std::string Where(const char* field, int index) const {
    return absl::StrCat(
        file_, ":",
        proto::LineOf(tree_,
                      v1::Corrections::descriptor()->FindFieldByName(field),
                      index));
  }

  template <typename Rulings>
  absl::Status ReadSpeakers(const char* field, const Rulings& from,
                            std::vector<SpeakerRuling>* to) {
    for (int i = 0; i < from.size(); ++i) {
      SpeakerRuling ruling;
      ruling.where = Where(field, i);
      ruling.speakers.assign(from[i].speaker().begin(),
                             from[i].speaker().end());
      for (const v1::QuoteRef& quote : from[i].quote()) {
        absl::Status status = CheckQuote(ruling.where, quote);
        if (!status.ok()) return status;
        ruling.quotes.push_back(FromProto(quote));
      }
      const size_t named = ruling.speakers.size() + ruling.quotes.size();
      if (named < 2) {
        return Wrong(ruling.where, "two speakers or quotations or more",
                     absl::StrCat(named));
      }
      to->push_back(std::move(ruling));
    }
    return absl::OkStatus();
  }

  // Two rulings on one quotation must say the same.
  absl::Status CheckOnce(const std::string& key, const std::string& answer,
                         const std::string& where) {
    const auto [at, added] =
        answers_.emplace(key, std::make_pair(answer, where));
    if (added || at->second.first == answer) return absl::OkStatus();
    return Wrong(
        where,
        absl::StrCat("\"", at->second.first, "\" as at ", at->second.second),
        absl::StrCat("\"", answer, "\" for the same quotation"));
  }

  absl::Status ReadSays(const v1::Corrections& from, Corrections* to) {
    for (int i = 0; i < from.says_size(); ++i) {
      const v1::QuoteRuling& one = from.says(i);
      QuoteRuling ruling{Where("says", i), FromProto(one.quote()),
                         one.speaker(), one.name()};
      absl::Status status = CheckQuote(ruling.where, one.quote());
      if (!status.ok()) return status;
      const int answers = (one.speaker().empty() ? 0 : 1) +
                          (one.name().empty() ? 0 : 1) + (one.nobody() ? 1 : 0);
      if (answers != 1) {
        return Wrong(ruling.where, "one of speaker, name and nobody",
                     absl::StrCat(answers));
      }
      status = CheckOnce(
          absl::StrCat("says ", ruling.quote.id, " ", ruling.quote.words),
          one.nobody() ? "nobody" : absl::StrCat(ruling.speaker, ruling.name),
          ruling.where);
      if (!status.ok()) return status;
      to->says.push_back(std::move(ruling));
    }
    return absl::OkStatus();
  }

  absl::Status ReadLabels(const v1::Corrections& from, Corrections* to) {
    for (int i = 0; i < from.label_size(); ++i) {
      const v1::LabelRuling& one = from.label(i);
      LabelRuling ruling{Where("label", i), FromProto(one.quote()),
                         one.target(), stance::StanceLabel::kNone};
      absl::Status status = CheckQuote(ruling.where, one.quote());
      if (!status.ok()) return status;
      if (one.target().empty()) return Wrong(ruling.where, "a target", "none");
      if (one.stance() == v1::STANCE_LABEL_UNSPECIFIED) {
        return Wrong(ruling.where, "a stance STANCE_LABEL_...", "none");
      }
      ruling.label = pipeline::FromProto(one.stance());
      status = CheckOnce(absl::StrCat("label ", one.target(), " ",
                                      ruling.quote.id, " ", ruling.quote.words),
                         v1::StanceLabel_Name(one.stance()), ruling.where);
      if (!status.ok()) return status;
      to->labels.push_back(std::move(ruling));
    }
    return absl::OkStatus();
  }

  const absl::string_view file_;
  const TextFormat::ParseInfoTree& tree_;
  std::map<std::string, std::pair<std::string, std::string>> answers_;
};

}  // namespace

absl::StatusOr<Corrections> ReadCorrections(absl::string_view file,
                                            absl::string_view text) {
  v1::Corrections read;
  TextFormat::ParseInfoTree tree;
  absl::Status status =
      proto::ParseTextproto(file, text, "corrections", &read, &tree);
  if (!status.ok()) return absl::DataLossError(status.message());
  Corrections corrections;
  status = Reader(file, tree).Read(read, &corrections);
  if (!status.ok()) return status;
  return corrections;
}

}  // namespace onrecord::pipeline

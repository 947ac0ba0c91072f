#include "pipeline/identify.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "data/embedded.h"
#include "pipeline/quote_rulings.h"
#include "pipeline/speaker_rulings.h"

namespace onrecord::pipeline {
namespace {

const quotes::Nicknames& BuiltinNicknames() {
  static const auto* const nicknames = [] {
    auto read = quotes::Nicknames::FromTsv(
        "nicknames.tsv", data::EmbeddedContents("nicknames.tsv"));
    // A test reads every file of data/; without one no names are joined.
    return new quotes::Nicknames(read.ok() ? *std::move(read)
                                           : quotes::Nicknames());
  }();
  return *nicknames;
}

// All speakers of all records; `begins` tells where those of each record begin.
std::vector<quotes::SpeakerInput> SpeakerInputs(const Corpus& corpus,
                                                std::vector<size_t>* begins) {
  size_t count = 0;
  for (const ArticleRecord& record : corpus.records) {
    count += record.speakers.size();
  }
  std::vector<quotes::SpeakerInput> inputs;
  inputs.reserve(count);
  begins->reserve(corpus.records.size());
  for (size_t r = 0; r < corpus.records.size(); ++r) {
    const ArticleRecord& record = corpus.records[r];
    begins->push_back(inputs.size());
    for (size_t s = 0; s < record.speakers.size(); ++s) {
      const quotes::ArticleSpeaker& speaker = record.speakers[s];
      quotes::SpeakerInput input;
      input.article_id = corpus.keys[r];
      input.index = static_cast<int32_t>(s);
      input.published = record.article.published;
      input.name = speaker.name;
      input.kind = speaker.kind;
      input.gender = speaker.gender;
      input.plural = speaker.plural;
      input.aliases = speaker.aliases;
      input.roles = speaker.roles;
      inputs.push_back(std::move(input));
    }
  }
  return inputs;
}

// Turns the quotations of rulings into the speakers who say them.
class Resolver {
 public:
  Resolver(const std::vector<size_t>& begins, Corpus* corpus)
      : begins_(begins), corpus_(corpus) {}

  absl::StatusOr<std::vector<ResolvedRuling>> Resolve(
      const std::vector<SpeakerRuling>& rulings) {
    std::vector<ResolvedRuling> out;
    for (const SpeakerRuling& ruling : rulings) {
      ResolvedRuling resolved;
      resolved.where = ruling.where;
      bool applies = true;
      for (const std::string& id : ruling.speakers) {
        resolved.refs.push_back({id, -1, id});
      }
      for (const QuoteRef& quote : ruling.quotes) {
        const auto input = InputOf(quote, ruling.where);
        if (!input.ok()) return input.status();
        applies = applies && *input >= 0;
        resolved.refs.push_back({"", *input, quote.id});
      }
      if (applies) out.push_back(std::move(resolved));
    }
    return out;
  }

  // A quotation that was given to a speaker is the same as this speaker.
  ResolvedRuling Resolve(const GivenQuote& given) const {
    const auto input =
        static_cast<int32_t>(begins_[given.record]) + given.speaker;
    return {given.ruling->where,
            {{given.ruling->speaker, -1, given.ruling->speaker},
             {"", input, given.ruling->quote.id}}};
  }

 private:
  // -1, with a warning, if the ruling fits no more.
  absl::StatusOr<int32_t> InputOf(const QuoteRef& ref,
                                  const std::string& where) {
    const auto place = FindQuote(ref, where, corpus_);
    if (!place.ok()) return place.status();
    if (!place->found()) return -1;
    const int32_t speaker =
        corpus_->records[place->record].quotes[place->quote].speaker;
    if (speaker < 0) {
      corpus_->warnings.push_back(absl::StrCat(
          where, ": no longer applies: ", ref.id, " has no speaker"));
      return -1;
    }
    return static_cast<int32_t>(begins_[place->record]) + speaker;
  }

  const std::vector<size_t>& begins_;
  Corpus* const corpus_;
};

// Ids that only the first round gave lead to whoever has most of its articles.
void KeepIds(const quotes::Identities& base, quotes::Identities* ruled) {
  std::set<std::string> led;
  for (const quotes::Speaker& speaker : ruled->speakers) {
    led.insert(speaker.id);
    led.insert(speaker.former_ids.begin(), speaker.former_ids.end());
  }
  std::map<int32_t, std::map<int32_t, int>> votes;
  for (size_t i = 0; i < base.of_input.size(); ++i) {
    const int32_t old = base.of_input[i].speaker;
    if (led.count(base.speakers[old].id) == 0) {
      ++votes[old][ruled->of_input[i].speaker];
    }
  }
  for (const auto& [old, by_speaker] : votes) {
    const auto most = std::max_element(
        by_speaker.begin(), by_speaker.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });
    auto& ids = ruled->speakers[most->first].former_ids;
    ids.push_back(base.speakers[old].id);
    std::sort(ids.begin(), ids.end());
  }
}

}  // namespace

const quotes::Speaker* CorpusSpeakers::Find(const Corpus& corpus, size_t record,
                                            int32_t speaker) const {
  if (speaker < 0 ||
      static_cast<size_t>(speaker) >= corpus.records[record].speakers.size()) {
    return nullptr;
  }
  const auto& found =
      identities
          .speakers[identities.of_input[begins[record] + speaker].speaker];
  return found.name.empty() ? nullptr : &found;
}

absl::StatusOr<CorpusSpeakers> IdentifyCorpus(
    const Knowledge& knowledge, const std::vector<HistoryTarget>& asked,
    Corpus* corpus) {
  const quotes::Nicknames& nicknames = knowledge.nicknames == nullptr
                                           ? BuiltinNicknames()
                                           : *knowledge.nicknames;
  const auto given = RuleQuotes(knowledge.corrections, asked, corpus);
  if (!given.ok()) return given.status();
  CorpusSpeakers out;
  const auto inputs = SpeakerInputs(*corpus, &out.begins);
  quotes::IdentityGuide guide;
  guide.roster = knowledge.roster;
  out.identities = quotes::ResolveIdentities(inputs, nicknames, guide);
  Resolver resolver(out.begins, corpus);
  auto same = resolver.Resolve(knowledge.corrections.same);
  if (!same.ok()) return same.status();
  const auto different = resolver.Resolve(knowledge.corrections.different);
  if (!different.ok()) return different.status();
  for (const GivenQuote& one : *given) same->push_back(resolver.Resolve(one));
  if (same->empty() && different->empty()) return out;
  auto ruled =
      RuleSpeakers(*same, *different, inputs, out.identities, knowledge.roster);
  if (!ruled.ok()) return ruled.status();
  guide.ruled = *std::move(ruled);
  quotes::Identities final =
      quotes::ResolveIdentities(inputs, nicknames, guide);
  KeepIds(out.identities, &final);
  out.identities = std::move(final);
  for (const GivenQuote& one : *given) {
    const quotes::Speaker* speaker = out.Find(*corpus, one.record, one.speaker);
    if (speaker == nullptr) continue;
    corpus->records[one.record].speakers[one.speaker].name = speaker->name;
  }
  return out;
}

}  // namespace onrecord::pipeline

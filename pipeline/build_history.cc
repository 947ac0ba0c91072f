#include "pipeline/build_history.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "data/embedded.h"

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

auto RecordKey(const ArticleRecord& r) {
  return std::tie(r.article.id, r.article.content_sha256, r.article.published,
                  r.article.outlet, r.article.url, r.article.title,
                  r.config_sha256, r.article.source);
}

// The records in canonical order, each article once; articles that share their
// id get keys of their own.
struct Corpus {
  std::vector<ArticleRecord> records;
  std::vector<std::string> keys;  // Parallel to `records`.
  std::vector<std::string> warnings;
};

Corpus MakeCorpus(std::vector<ArticleRecord> records) {
  std::sort(records.begin(), records.end(),
            [](const ArticleRecord& a, const ArticleRecord& b) {
              return RecordKey(a) < RecordKey(b);
            });
  records.erase(std::unique(records.begin(), records.end(),
                            [](const ArticleRecord& a, const ArticleRecord& b) {
                              return a.article.id == b.article.id &&
                                     a.article.content_sha256 ==
                                         b.article.content_sha256;
                            }),
                records.end());
  Corpus corpus;
  corpus.records = std::move(records);
  for (size_t i = 0; i < corpus.records.size();) {
    const std::string& id = corpus.records[i].article.id;
    size_t end = i;
    while (end < corpus.records.size() &&
           corpus.records[end].article.id == id) {
      ++end;
    }
    const bool alone = end == i + 1;
    if (!alone) {
      corpus.warnings.push_back(absl::StrCat(
          id, ": ", end - i, " articles with this id differ; all are kept"));
    }
    for (; i < end; ++i) {
      const std::string& hash = corpus.records[i].article.content_sha256;
      corpus.keys.push_back(alone ? id
                                  : absl::StrCat(id, "~", hash.substr(0, 8)));
    }
  }
  return corpus;
}

// Where the speakers of each record begin among the inputs of the identities.
std::vector<quotes::SpeakerInput> SpeakerInputs(const Corpus& corpus,
                                                std::vector<size_t>* begins) {
  std::vector<quotes::SpeakerInput> inputs;
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

// Looks up who the speakers of the records are.
class SpeakerIndex {
 public:
  SpeakerIndex(const Corpus& corpus, const quotes::Nicknames& nicknames) {
    const auto inputs = SpeakerInputs(corpus, &begins_);
    identities_ = quotes::ResolveIdentities(inputs, nicknames);
  }
  // nullptr if the index points nowhere or the speaker has no name.
  const quotes::Speaker* Find(size_t record, int32_t speaker,
                              const ArticleRecord& of) const {
    if (speaker < 0 || static_cast<size_t>(speaker) >= of.speakers.size()) {
      return nullptr;
    }
    const auto& found =
        identities_
            .speakers[identities_.of_input[begins_[record] + speaker].speaker];
    return found.name.empty() ? nullptr : &found;
  }
  std::vector<quotes::Speaker>& speakers() { return identities_.speakers; }

 private:
  std::vector<size_t> begins_;
  quotes::Identities identities_;
};

stance::Statement MakeStatement(const ArticleRecord& record,
                                const std::string& key,
                                const RecordedQuote& quote,
                                const quotes::Speaker& speaker) {
  stance::Statement s;
  s.article_id = key;
  s.url = record.article.url;
  s.outlet = record.article.outlet;
  s.published = record.article.published;
  // "<article id>#<number>", with the article's key here.
  const size_t number = quote.id.rfind('#');
  s.quote_id = number == std::string::npos
                   ? quote.id
                   : absl::StrCat(key, quote.id.substr(number));
  s.speaker_id = speaker.id;
  s.speaker_name = speaker.name;
  s.said = quote.said;
  s.channel = quote.channel;
  s.form = quote.form;
  s.text = quote.text;
  s.context = quote.context;
  return s;
}

std::vector<stance::Statement> MakeStatements(const Corpus& corpus,
                                              const SpeakerIndex& index,
                                              HistoryCounts* counts) {
  std::vector<stance::Statement> statements;
  for (size_t r = 0; r < corpus.records.size(); ++r) {
    const ArticleRecord& record = corpus.records[r];
    counts->quotes += static_cast<int32_t>(record.quotes.size());
    for (const RecordedQuote& quote : record.quotes) {
      const quotes::Speaker* speaker = index.Find(r, quote.speaker, record);
      if (speaker == nullptr) continue;
      ++counts->attributed_quotes;
      for (const stance::Stance& stance : quote.stances) {
        statements.push_back(
            MakeStatement(record, corpus.keys[r], quote, *speaker));
        statements.back().stance = stance;
      }
    }
  }
  return statements;
}

std::vector<stance::ReportedShift> MakeReports(const Corpus& corpus,
                                               const SpeakerIndex& index) {
  std::vector<stance::ReportedShift> reports;
  for (size_t r = 0; r < corpus.records.size(); ++r) {
    const ArticleRecord& record = corpus.records[r];
    for (size_t i = 0; i < record.reported_shifts.size(); ++i) {
      if (i >= record.reported_shift_speakers.size()) break;
      const quotes::Speaker* speaker =
          index.Find(r, record.reported_shift_speakers[i], record);
      if (speaker == nullptr) continue;
      stance::ReportedShift report = record.reported_shifts[i];
      report.article_id = corpus.keys[r];
      report.outlet = record.article.outlet;
      report.published = record.article.published;
      report.speaker_id = speaker->id;
      report.speaker_name = speaker->name;
      if (!report.when.known()) {
        const auto date = text::ParsePartialDate(report.published);
        if (date.has_value()) report.when = *date;
      }
      reports.push_back(std::move(report));
    }
  }
  return reports;
}

void ListArticles(const Corpus& corpus, History* history) {
  for (size_t r = 0; r < corpus.records.size(); ++r) {
    const ingest::Article& a = corpus.records[r].article;
    history->articles.push_back({corpus.keys[r], a.url, a.title, a.outlet,
                                 a.published, a.content_sha256});
  }
  std::sort(history->articles.begin(), history->articles.end(),
            [](const HistoryArticle& a, const HistoryArticle& b) {
              return std::tie(a.published, a.id) < std::tie(b.published, b.id);
            });
  history->counts.articles = static_cast<int32_t>(history->articles.size());
}

void ListTargets(const Corpus& corpus, std::vector<HistoryTarget> asked,
                 History* history) {
  std::map<std::string, HistoryTarget> by_name;
  for (HistoryTarget& target : asked) by_name[target.name] = std::move(target);
  for (const ArticleRecord& record : corpus.records) {
    for (const RecordedQuote& quote : record.quotes) {
      for (const stance::Stance& stance : quote.stances) {
        by_name.try_emplace(stance.target,
                            HistoryTarget{stance.target, std::string()});
      }
    }
  }
  for (auto& [name, target] : by_name) {
    history->targets.push_back(std::move(target));
  }
}

// Everybody with a timeline.
void ListSpeakers(std::vector<quotes::Speaker>& speakers, History* history) {
  std::set<std::string> shown;
  for (const stance::Timeline& line : history->timelines) {
    shown.insert(line.speaker_id);
    history->counts.observations +=
        static_cast<int32_t>(line.observations.size());
    history->counts.shifts += static_cast<int32_t>(line.shifts.size());
    history->counts.splits += static_cast<int32_t>(line.splits.size());
  }
  for (quotes::Speaker& speaker : speakers) {
    if (shown.count(speaker.id) > 0) {
      history->speakers.push_back(std::move(speaker));
    }
  }
}

SpeakerSighting SightingOf(const Corpus& corpus, size_t record, size_t speaker,
                           const quotes::SpeakerIdentity& identity) {
  const ArticleRecord& of = corpus.records[record];
  const ingest::Article& article = of.article;
  SpeakerSighting sighting;
  sighting.quotations = static_cast<int32_t>(std::count_if(
      of.quotes.begin(), of.quotes.end(), [speaker](const RecordedQuote& q) {
        return q.speaker == static_cast<int32_t>(speaker);
      }));
  sighting.article_id = corpus.keys[record];
  sighting.outlet = article.outlet;
  sighting.published = article.published;
  sighting.name = of.speakers[speaker].name;
  sighting.reason = identity.reason;
  sighting.ambiguous = identity.ambiguous;
  return sighting;
}

}  // namespace

std::vector<SeenSpeaker> IdentifySpeakers(std::vector<ArticleRecord> records,
                                          const BuildHistoryOptions& options) {
  const Corpus corpus = MakeCorpus(std::move(records));
  const quotes::Nicknames& nicknames =
      options.nicknames == nullptr ? BuiltinNicknames() : *options.nicknames;
  std::vector<size_t> begins;
  quotes::Identities found =
      quotes::ResolveIdentities(SpeakerInputs(corpus, &begins), nicknames);
  std::vector<SeenSpeaker> all(found.speakers.size());
  for (size_t r = 0; r < corpus.records.size(); ++r) {
    const auto& speakers = corpus.records[r].speakers;
    for (size_t s = 0; s < speakers.size(); ++s) {
      const quotes::SpeakerIdentity& identity = found.of_input[begins[r] + s];
      all[identity.speaker].sightings.push_back(
          SightingOf(corpus, r, s, identity));
    }
  }
  std::vector<SeenSpeaker> named;
  for (size_t i = 0; i < all.size(); ++i) {
    const bool speaks = std::any_of(
        all[i].sightings.begin(), all[i].sightings.end(),
        [](const SpeakerSighting& seen) { return seen.quotations > 0; });
    if (!speaks || found.speakers[i].name.empty()) continue;
    all[i].speaker = std::move(found.speakers[i]);
    std::stable_sort(all[i].sightings.begin(), all[i].sightings.end(),
                     [](const SpeakerSighting& a, const SpeakerSighting& b) {
                       return std::tie(a.published, a.article_id) <
                              std::tie(b.published, b.article_id);
                     });
    named.push_back(std::move(all[i]));
  }
  return named;
}

History BuildHistory(std::vector<ArticleRecord> records,
                     const BuildHistoryOptions& options) {
  History history;
  history.config_sha256 = options.config_sha256;
  Corpus corpus = MakeCorpus(std::move(records));
  SpeakerIndex index(corpus, options.nicknames == nullptr ? BuiltinNicknames()
                                                          : *options.nicknames);
  std::vector<stance::Observation> observations = stance::MergeStatements(
      MakeStatements(corpus, index, &history.counts), options.observations);
  history.timelines = stance::BuildTimelines(
      std::move(observations), MakeReports(corpus, index), options.timelines);
  ListArticles(corpus, &history);
  ListTargets(corpus, options.targets, &history);
  ListSpeakers(index.speakers(), &history);
  history.warnings = std::move(corpus.warnings);
  return history;
}

}  // namespace onrecord::pipeline

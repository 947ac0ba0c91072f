#include "pipeline/build_history.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "pipeline/affiliations.h"
#include "pipeline/corpus.h"

namespace onrecord::pipeline {
namespace {

// Everything but the words and the stance.
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
  s.said_words = quote.said_words;
  s.channel = quote.channel;
  s.channel_words = quote.channel_words;
  s.form = quote.form;
  s.context_begin = quote.context_begin;
  s.content = quote.quote.content;
  s.human_speaker = quote.human_speaker;
  return s;
}

// One statement for each stance of the quotation, whose words it takes.
void TakeStatements(const ArticleRecord& record, const std::string& key,
                    const quotes::Speaker& speaker, RecordedQuote* quote,
                    stance::StatementQueue* statements) {
  for (stance::Stance& stance : quote->stances) {
    const bool last = &stance == &quote->stances.back();
    stance::Statement s = MakeStatement(record, key, *quote, speaker);
    s.text = last ? std::move(quote->text) : quote->text;
    s.context = last ? std::move(quote->context) : quote->context;
    s.stance = std::move(stance);
    statements->push_back(std::move(s));
  }
}

// Takes the quotations out of the records, so that a large corpus is in memory
// once.
stance::StatementQueue TakeStatements(const CorpusSpeakers& speakers,
                                      const ShownSpeakers& shown,
                                      Corpus* corpus, HistoryCounts* counts) {
  stance::StatementQueue statements;
  for (size_t r = 0; r < corpus->records.size(); ++r) {
    ArticleRecord& record = corpus->records[r];
    for (RecordedQuote& quote : record.quotes) {
      const bool spoken = quote.quote.kind != quotes::QuoteKind::kScare;
      counts->quotes += spoken ? 1 : 0;
      const quotes::Speaker* speaker = speakers.Find(*corpus, r, quote.speaker);
      if (speaker == nullptr) continue;
      counts->attributed_quotes += spoken ? 1 : 0;
      if (!shown.Has(speaker->id)) continue;
      TakeStatements(record, corpus->keys[r], *speaker, &quote, &statements);
    }
    std::vector<RecordedQuote>().swap(record.quotes);
  }
  return statements;
}

std::vector<stance::ReportedShift> MakeReports(const Corpus& corpus,
                                               const CorpusSpeakers& speakers,
                                               const ShownSpeakers& shown) {
  std::vector<stance::ReportedShift> reports;
  for (size_t r = 0; r < corpus.records.size(); ++r) {
    const ArticleRecord& record = corpus.records[r];
    for (size_t i = 0; i < record.reported_shifts.size(); ++i) {
      if (i >= record.reported_shift_speakers.size()) break;
      const quotes::Speaker* speaker =
          speakers.Find(corpus, r, record.reported_shift_speakers[i]);
      if (speaker == nullptr || !shown.Has(speaker->id)) continue;
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

// Takes what it lists out of the corpus.
void ListArticles(Corpus* corpus, History* history) {
  history->articles.reserve(corpus->records.size());
  for (size_t r = 0; r < corpus->records.size(); ++r) {
    ingest::Article& a = corpus->records[r].article;
    history->articles.push_back({std::move(corpus->keys[r]), std::move(a.url),
                                 std::move(a.title), std::move(a.outlet),
                                 std::move(a.published),
                                 std::move(a.content_sha256)});
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
                            HistoryTarget{stance.target, std::string(), {}});
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

// Whom speakers spoke for, and what the timelines of each target add up to.
void AddAggregates(const text::Lexicon* lexicon, History* history) {
  const Affiliations affiliations(history->speakers, lexicon);
  for (stance::Timeline& line : history->timelines) {
    for (stance::Observation& o : line.observations) {
      o.affiliation = affiliations.Of(o.speaker_id, o.said);
    }
  }
  for (HistoryTarget& target : history->targets) {
    std::vector<const stance::Timeline*> timelines;
    for (const stance::Timeline& line : history->timelines) {
      if (line.target == target.name) timelines.push_back(&line);
    }
    target.aggregates = stance::Aggregate(
        timelines, [&](const std::string& speaker_id, text::PartialDate when) {
          return affiliations.Of(speaker_id, when);
        });
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

absl::StatusOr<std::vector<SeenSpeaker>> IdentifySpeakers(
    std::vector<ArticleRecord> records, const BuildHistoryOptions& options) {
  Corpus corpus = MakeCorpus(std::move(records));
  auto speakers = IdentifyCorpus(options.knowledge, options.targets, &corpus);
  if (!speakers.ok()) return speakers.status();
  quotes::Identities& found = speakers->identities;
  std::vector<SeenSpeaker> all(found.speakers.size());
  for (size_t r = 0; r < corpus.records.size(); ++r) {
    const size_t count = corpus.records[r].speakers.size();
    for (size_t s = 0; s < count; ++s) {
      const auto& identity = found.of_input[speakers->begins[r] + s];
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

absl::StatusOr<History> BuildHistory(std::vector<ArticleRecord> records,
                                     const BuildHistoryOptions& options) {
  History history;
  history.config_sha256 = options.config_sha256;
  history.half_life_days = options.timelines.half_life_days;
  Corpus corpus = MakeCorpus(std::move(records));
  auto speakers = IdentifyCorpus(options.knowledge, options.targets, &corpus);
  if (!speakers.ok()) return speakers.status();
  SelectArticles(options.selection, &corpus, &*speakers);
  const ShownSpeakers shown(options.selection, speakers->identities.speakers);
  ListTargets(corpus, options.targets, &history);
  stance::StatementQueue statements =
      TakeStatements(*speakers, shown, &corpus, &history.counts);
  const std::vector<stance::ReportedShift> reports =
      MakeReports(corpus, *speakers, shown);
  ListArticles(&corpus, &history);
  history.warnings = std::move(corpus.warnings);
  if (shown.empty()) {
    history.warnings.push_back(absl::StrCat(
        "want the id or name of a speaker, found nobody who has it: ",
        options.selection.speaker));
  }
  corpus = Corpus();
  stance::ObservationQueue observations =
      stance::MergeStatements(std::move(statements), options.observations);
  history.timelines = stance::BuildTimelines(std::move(observations), reports,
                                             options.timelines);
  ListSpeakers(speakers->identities.speakers, &history);
  AddAggregates(options.lexicon, &history);
  return history;
}

}  // namespace onrecord::pipeline

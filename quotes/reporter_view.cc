#include "quotes/reporter_view.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "quotes/mention_finder.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::TokenRange;

// Cuts one paragraph into the reporter's sentences.
void CutParagraph(const Document& doc, int32_t paragraph, size_t* stretch,
                  ReporterView* view) {
  const text::Paragraph& p = doc.paragraphs()[paragraph];
  int32_t sentence = p.sentences.begin;
  ReporterSentence current;
  current.paragraph = paragraph;
  current.tokens.begin = p.tokens.begin;
  int32_t last_stretch_end = -1;
  auto close = [&](int32_t at) {
    if (at <= current.tokens.begin) return;
    current.tokens.end = at;
    view->sentences.push_back(current);
    current.tokens.begin = at;
    current.after_quotation = last_stretch_end == at;
  };
  int32_t i = p.tokens.begin;
  while (i < p.tokens.end) {
    while (sentence < p.sentences.end &&
           doc.sentences()[sentence].tokens.end <= i) {
      ++sentence;
    }
    if (sentence < p.sentences.end &&
        doc.sentences()[sentence].tokens.begin == i) {
      close(i);
    }
    if (*stretch < view->stretches.size() &&
        view->stretches[*stretch].tokens.begin <= i + 1 &&
        view->stretches[*stretch].paragraph == paragraph) {
      const QuotedStretch& s = view->stretches[*stretch];
      i = s.tokens.end + (s.closed ? 1 : 0);
      last_stretch_end = i;
      ++*stretch;
      continue;
    }
    ++i;
  }
  close(p.tokens.end);
}

// Assigns the items whose first token lies in each sentence.
template <typename Item, typename FirstToken>
void Assign(const std::vector<Item>& items, FirstToken first,
            TokenRange ReporterSentence::*range,
            std::vector<ReporterSentence>* sentences) {
  int32_t k = 0;
  const int32_t count = static_cast<int32_t>(items.size());
  for (ReporterSentence& s : *sentences) {
    while (k < count && first(items[k]) < s.tokens.begin) ++k;
    (s.*range).begin = k;
    while (k < count && first(items[k]) < s.tokens.end) ++k;
    (s.*range).end = k;
  }
}

}  // namespace

ReporterView MakeReporterView(const Document& document) {
  ReporterView view;
  view.stretches = FindQuotedStretches(document);
  view.mentions = FindMentions(document, view.stretches);
  int32_t covered = 0;  // Mentions come by begin, the longer one first.
  for (const Mention& m : view.mentions) {
    view.nested.push_back(m.tokens.end <= covered);
    covered = std::max(covered, m.tokens.end);
  }
  view.cues = FindCues(document, view.stretches, view.mentions);
  size_t stretch = 0;
  const int32_t paragraphs = static_cast<int32_t>(document.paragraphs().size());
  for (int32_t p = 0; p < paragraphs; ++p) {
    const int32_t begin = static_cast<int32_t>(view.sentences.size());
    CutParagraph(document, p, &stretch, &view);
    view.sentences_of_paragraph.push_back(
        TokenRange{begin, static_cast<int32_t>(view.sentences.size())});
  }
  Assign(
      view.mentions, [](const Mention& m) { return m.tokens.begin; },
      &ReporterSentence::mentions, &view.sentences);
  Assign(
      view.cues, [](const Cue& c) { return c.tokens.begin; },
      &ReporterSentence::cues, &view.sentences);
  Assign(
      view.stretches, [](const QuotedStretch& s) { return s.tokens.begin; },
      &ReporterSentence::stretches, &view.sentences);
  view.sentence_of_stretch.assign(view.stretches.size(), -1);
  for (size_t s = 0; s < view.sentences.size(); ++s) {
    const TokenRange range = view.sentences[s].stretches;
    for (int32_t k = range.begin; k < range.end; ++k) {
      view.sentence_of_stretch[k] = static_cast<int32_t>(s);
    }
  }
  return view;
}

}  // namespace onrecord::quotes

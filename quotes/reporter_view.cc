#include "quotes/reporter_view.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "quotes/mention_finder.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::TokenRange;

// Cuts one paragraph into the reporter's sentences: those of the document that
// do not begin inside a quotation.
class ParagraphCutter {
 public:
  ParagraphCutter(const Document& doc, ReporterView* view)
      : doc_(doc), view_(view) {}

  // Called with one paragraph after the other.
  void Cut(int32_t paragraph) {
    const text::Paragraph& p = doc_.paragraphs()[paragraph];
    current_ = ReporterSentence();
    current_.paragraph = paragraph;
    current_.tokens.begin = p.tokens.begin;
    at_ = p.tokens.begin;
    quotation_end_ = -1;
    for (int32_t s = p.sentences.begin; s < p.sentences.end; ++s) {
      const int32_t begin = doc_.sentences()[s].tokens.begin;
      PassQuotations(begin);
      if (begin >= at_) Close(begin);
    }
    PassQuotations(p.tokens.end);
    Close(p.tokens.end);
  }

 private:
  // Passes the quotations of the paragraph that open before token `end`.
  void PassQuotations(int32_t end) {
    while (next_ < view_->stretches.size() && at_ < end) {
      const QuotedStretch& s = view_->stretches[next_];
      if (s.paragraph != current_.paragraph || s.tokens.begin > end) return;
      at_ = quotation_end_ = s.tokens.end + (s.closed ? 1 : 0);
      ++next_;
    }
  }

  // Ends the sentence at hand before token `end`.
  void Close(int32_t end) {
    if (end <= current_.tokens.begin) return;
    current_.tokens.end = end;
    view_->sentences.push_back(current_);
    current_.tokens.begin = end;
    current_.after_quotation = quotation_end_ == end;
  }

  const Document& doc_;
  ReporterView* view_;
  size_t next_ = 0;  // Stretch.
  ReporterSentence current_;
  int32_t at_ = 0;              // No sentence begins before this token.
  int32_t quotation_end_ = -1;  // Behind the last quotation's closing mark.
};

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
  view.nested.resize(view.mentions.size());
  int32_t covered = 0;  // Mentions come by begin, the longer one first.
  for (size_t m = 0; m < view.mentions.size(); ++m) {
    const int32_t end = view.mentions[m].tokens.end;
    if (end <= covered) view.nested[m] = true;
    covered = std::max(covered, end);
  }
  view.cues = FindCues(document, view.stretches, view.mentions);
  view.sentences.reserve(document.sentences().size());
  view.sentences_of_paragraph.reserve(document.paragraphs().size());
  ParagraphCutter cutter(document, &view);
  const int32_t paragraphs = static_cast<int32_t>(document.paragraphs().size());
  for (int32_t p = 0; p < paragraphs; ++p) {
    const int32_t begin = static_cast<int32_t>(view.sentences.size());
    cutter.Cut(p);
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

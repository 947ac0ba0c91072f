#include "stance/setting.h"

#include <algorithm>

namespace onrecord::stance {
namespace {

using text::Document;
using text::Punct;
using text::Span;
using text::Token;

// `spans` without `hole`, in order.
std::vector<Span> Without(const std::vector<Span>& spans, Span hole) {
  if (hole.empty()) return spans;
  std::vector<Span> rest;
  for (Span span : spans) {
    if (!span.Overlaps(hole)) {
      rest.push_back(span);
      continue;
    }
    if (span.begin < hole.begin) rest.push_back({span.begin, hole.begin});
    if (hole.end < span.end) rest.push_back({hole.end, span.end});
  }
  return rest;
}

std::vector<Span> WithoutAll(std::vector<Span> spans,
                             const std::vector<Span>& holes) {
  for (Span hole : holes) spans = Without(spans, hole);
  return spans;
}

class Surveyor {
 public:
  Surveyor(const Document& document, const Utterance& utterance)
      : document_(document), utterance_(utterance) {}

  Setting Run() {
    const Span sentences = Sentences();
    const Span mention = MentionWithAside();
    setting_.speaker_first = !mention.empty() &&
                             utterance_.mention.begin < Outer().begin &&
                             !IsInverted();
    const bool same_sentence = sentences.Contains(utterance_.mention);
    const std::vector<Span> others = OtherQuotes(sentences);
    if (mention.empty() || !same_sentence) {
      setting_.joined = {sentences};
    } else if (setting_.speaker_first) {
      setting_.joined = {{mention.end, sentences.end}};
    } else {
      setting_.joined = Without(Without({sentences}, mention), utterance_.cue);
    }
    setting_.joined = WithoutAll(setting_.joined, others);
    ReadReporter(mention, sentences);
    setting_.before = WithoutAll({Before()}, utterance_.content);
    if (!mention.empty()) setting_.aside = {mention};
    setting_.fragment = IsFragment();
    setting_.answer = IsAnswer();
    return setting_;
  }

 private:
  // "leaving now, said X, “is ...”": the speaker is not its subject.
  bool IsInverted() const {
    const int32_t at = document_.TokenAt(utterance_.mention.begin);
    return at > 0 && document_.token(at - 1).Has(text::kCueUtterance);
  }

  // What follows the speaker's name, in the sentence of the quotation or the
  // one just before it.
  void ReadReporter(Span mention, Span sentences) {
    if (mention.empty()) return;
    const Span own = SentenceSpan(mention.begin);
    const bool near =
        sentences.Contains(mention) ||
        SentenceAt(Outer().begin) - SentenceAt(mention.begin) == 1;
    if (!near || mention.end >= own.end) return;
    const Span stretch{mention.end, own.end};
    setting_.reporter =
        WithoutAll(WithoutAll({stretch}, utterance_.content), OtherQuotes(own));
  }

  Span Outer() const {
    return {utterance_.content.front().begin, utterance_.content.back().end};
  }

  int32_t SentenceAt(int32_t offset) const {
    const int32_t token =
        std::min<int32_t>(document_.TokenAt(offset),
                          static_cast<int32_t>(document_.tokens().size()) - 1);
    return document_.SentenceOf(token);
  }

  Span SentenceSpan(int32_t offset) const {
    return document_.sentences()[SentenceAt(offset)].span;
  }

  // The sentence or sentences of the quotation.
  Span Sentences() const {
    return {SentenceSpan(Outer().begin).begin,
            SentenceSpan(std::max(Outer().begin, Outer().end - 1)).end};
  }

  // What other quotation marks hold in a stretch of text.
  std::vector<Span> OtherQuotes(Span within) const {
    const text::TokenRange range = document_.TokensIn(within);
    std::vector<Span> quotes;
    int32_t open = -1;
    bool single = false;
    for (int32_t i = range.begin; i < range.end; ++i) {
      if (!document_.token(i).Is(Punct::kMark)) continue;
      const absl::string_view mark = document_.Text(i);
      if (open < 0) {
        if (mark != "”" && mark != "’") open = i;
        single = mark == "‘" || mark == "'";
      } else if (single == (mark == "’" || mark == "'")) {
        quotes.push_back({document_.token(open).span().begin,
                          document_.token(i).span().end});
        open = -1;
      }
    }
    std::vector<Span> others;
    for (Span quote : quotes) {
      const bool own = std::any_of(
          utterance_.content.begin(), utterance_.content.end(),
          [quote](Span content) { return content.Overlaps(quote); });
      if (!own) others.push_back(quote);
    }
    return others;
  }

  // The paragraph up to the end of the quotation's sentences, and the
  // paragraph before it.
  Span Before() const {
    const int32_t sentence = SentenceAt(Outer().begin);
    const int32_t paragraph = document_.sentences()[sentence].paragraph;
    const auto& paragraphs = document_.paragraphs();
    return {paragraphs[std::max(0, paragraph - 1)].span.begin,
            paragraphs[paragraph].span.end};
  }

  // The mention and the apposition or relative clause after it: "X, who leads
  // the review of the deployment,".
  Span MentionWithAside() const {
    Span span = utterance_.mention;
    if (span.empty()) return span;
    const auto& tokens = document_.tokens();
    size_t at = document_.TokenAt(span.end);
    if (at >= tokens.size() || !tokens[at].Is(Punct::kComma)) return span;
    // ", calling on the generals to stop": what he did, no title.
    if (at + 1 < tokens.size() && tokens[at + 1].Has(text::kGerund)) {
      return span;
    }
    const int32_t sentence = document_.SentenceOf(static_cast<int32_t>(at));
    for (size_t end = at + 1; end < tokens.size(); ++end) {
      if (tokens[end].Is(Punct::kMark)) return span;
      const bool last =
          end + 1 == tokens.size() ||
          document_.SentenceOf(static_cast<int32_t>(end)) != sentence;
      if (tokens[end].Is(Punct::kComma) && !tokens[end - 1].Has(text::kPlace)) {
        return {span.begin, tokens[end].span().end};
      }
      if (last) return {span.begin, tokens[end].span().begin};
    }
    return span;
  }

  // Words of the reporter's own sentence run into the quotation.
  bool IsFragment() const {
    if (utterance_.kind == quotes::QuoteKind::kMixed) return true;
    const int32_t first = document_.TokenAt(Outer().begin);
    const auto& tokens = document_.tokens();
    if (first >= static_cast<int32_t>(tokens.size())) return false;
    return utterance_.kind == quotes::QuoteKind::kDirect &&
           !tokens[first].HasShape(text::kCapitalized) && first > 1 &&
           document_.SentenceOf(first) == document_.SentenceOf(first - 2) &&
           !tokens[first - 2].Is(Punct::kComma);
  }

  bool IsAnswer() const {
    const Span before = Before();
    const text::TokenRange range =
        document_.TokensIn({before.begin, Outer().begin});
    for (int32_t i = std::max(range.begin, range.end - 40); i < range.end;
         ++i) {
      if (document_.token(i).Has(text::kCueQuestion) ||
          document_.token(i).Is(Punct::kQuestion)) {
        return true;
      }
    }
    return false;
  }

  const Document& document_;
  const Utterance& utterance_;
  Setting setting_;
};

}  // namespace

Setting LookAround(const Document& document, const Utterance& utterance) {
  return Surveyor(document, utterance).Run();
}

}  // namespace onrecord::stance

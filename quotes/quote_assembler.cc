#include "quotes/quote_assembler.h"

#include <vector>

#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;

// Nobody's words of at least this many tokens with a full stop are speech whose
// speaker is not named; fewer are a title, a slogan or a nickname.
constexpr int kSpeechTokens = 8;

class Assembler {
 public:
  Assembler(const Document& doc, const ReporterView& view,
            const std::vector<Attribution>& attributions)
      : doc_(doc), view_(view), attributions_(attributions) {}

  std::vector<AttributedQuote> Run() {
    for (size_t s = 0; s < view_.stretches.size(); ++s) {
      const QuotedStretch& stretch = view_.stretches[s];
      if (s > 0 && !out_.empty() && Continues(s)) {
        out_.back().quote.content.push_back(stretch.content);
        out_.back().quote.unterminated = !stretch.closed;
        continue;
      }
      AttributedQuote q;
      q.quote.content.push_back(stretch.content);
      q.quote.kind = KindOf(s);
      q.quote.unterminated = !stretch.closed;
      q.attribution = attributions_[s];
      out_.push_back(std::move(q));
    }
    return std::move(out_);
  }

 private:
  // True if stretch s is a further span of the quotation before it.
  bool Continues(size_t s) const {
    const Attribution& a = attributions_[s];
    const Attribution& before = attributions_[s - 1];
    if (a.mention < 0 || a.mention != before.mention) return false;
    if (view_.stretches[s].continues) return true;
    if (view_.sentence_of_stretch[s] != view_.sentence_of_stretch[s - 1]) {
      return false;
    }
    // The tag stands between the two and the first one ends in a comma.
    const text::Span left = view_.stretches[s - 1].outer;
    const text::Span right = view_.stretches[s].outer;
    const bool tag_between =
        before.cue.begin >= left.end && before.cue.end <= right.begin;
    return tag_between && !before.cue.empty() && EndsInComma(s - 1);
  }

  bool EndsInComma(size_t s) const {
    const text::TokenRange t = view_.stretches[s].tokens;
    if (doc_.token(t.end - 1).Is(Punct::kComma)) return true;
    return t.end + 1 < static_cast<int32_t>(doc_.tokens().size()) &&
           doc_.token(t.end + 1).Is(Punct::kComma);
  }

  QuoteKind KindOf(size_t s) const {
    const QuotedStretch& stretch = view_.stretches[s];
    const Token& last = doc_.token(stretch.tokens.end - 1);
    const Token& first = doc_.token(stretch.tokens.begin);
    const bool stops = !last.is_word() && !last.Is(Punct::kClose);
    if (attributions_[s].mention < 0) {
      const bool speech =
          stretch.tokens.size() >= kSpeechTokens || StandsAlone(s);
      return stops && speech ? QuoteKind::kDirect : QuoteKind::kScare;
    }
    // Part of the reporter's own clause: a word leads right into it.
    const int32_t open = stretch.tokens.begin - 1;
    const ReporterSentence& sentence =
        view_.sentences[view_.sentence_of_stretch[s]];
    const bool led_in =
        open - 1 >= sentence.tokens.begin && doc_.token(open - 1).is_word();
    if (led_in && !first.HasShape(text::kCapitalized)) return QuoteKind::kMixed;
    if (led_in && stretch.tokens.size() < 4) return QuoteKind::kMixed;
    return QuoteKind::kDirect;
  }

  // The reporter adds no word to it: “Why in June?”
  bool StandsAlone(size_t s) const {
    const text::Span sentence =
        doc_.SpanOf(view_.sentences[view_.sentence_of_stretch[s]].tokens);
    return view_.stretches[s].outer == sentence;
  }

  const Document& doc_;
  const ReporterView& view_;
  const std::vector<Attribution>& attributions_;
  std::vector<AttributedQuote> out_;
};

}  // namespace

std::vector<AttributedQuote> AssembleQuotes(
    const Document& document, const ReporterView& view,
    const std::vector<Attribution>& attributions) {
  return Assembler(document, view, attributions).Run();
}

}  // namespace onrecord::quotes

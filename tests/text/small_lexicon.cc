#include "tests/text/small_lexicon.h"

#include <cstdio>
#include <cstdlib>
#include <string>

#include "absl/strings/string_view.h"

namespace onrecord::text {
namespace {

// Blanks stand for tabs, underscores for blanks, so that the table is legible.
constexpr absl::string_view kWords = R"(# Words of the tests.
a x determiner,not_name
al x particle
all x determiner
ana x given,female
april x month
art n person
asked x verb,past,question
august x month
at_the_time x time_word
but x conjunction,not_name
by x preposition,not_name
de x particle
day n time_unit
day_before_yesterday x time_word
dec. x month,abbreviation
december x month
decade n time_unit
etc. x abbreviation
february x month
friday x weekday
gen x title
gen. x title,abbreviation
he x pronoun,not_name
his x possessive,not_name
hour n time_unit
i x pronoun,first_person
in x preposition,not_name
inc. x abbreviation
in_recent_weeks x time_word
it x pronoun,not_name
it's x pronoun,not_name
jan. x month,abbreviation
january x month
june x month
last x time_shift
last_night x time_word
maj. x title,abbreviation
march x month
mass n medium
mass. x abbreviation
may x month,modal
mid x time_shift
month n time_unit
monday x weekday
mr. x honorific,male,abbreviation
night n time_unit
no x determiner,negation,not_name
no. x abbreviation
november x month
october x month
of x preposition,not_name
ph.d. x abbreviation
recently x time_word
said x verb,past,utterance
sat x verb,past
sat. x weekday,abbreviation
sen. x title,abbreviation
september x month
she x pronoun,not_name
sunday x weekday
that's x pronoun
the x determiner,not_name
then x adverb,not_name
they x pronoun,not_name
this x determiner,time_shift,not_name
this_morning x time_word
thursday x weekday
today x time_word
tomorrow x time_word
tuesday x weekday
two x number
vs. x abbreviation
was x verb,be,auxiliary,past
we x pronoun,first_person,not_name
wednesday x weekday
week n time_unit
weekend n time_unit
w.va. x abbreviation
year n time_unit
yesterday x time_word
)";

}  // namespace

const Lexicon& SmallLexicon() {
  static const Lexicon* const lexicon = [] {
    std::string tsv;
    bool first_line = true;
    int columns = 0;
    for (const char c : kWords) {
      if (c == '\n') {
        if (!first_line) tsv += columns == 2 ? "\t" : "";
        first_line = false;
        columns = 0;
      }
      const bool blank = c == ' ' && !first_line;
      if (blank) ++columns;
      tsv += blank ? '\t' : c == '_' && columns == 0 ? ' ' : c;
    }
    Lexicon::Builder builder;
    const absl::Status status = builder.AddWords("small_lexicon", tsv);
    if (!status.ok()) {
      std::fprintf(stderr, "%s\n", std::string(status.message()).c_str());
      std::abort();
    }
    return builder.Build().release();
  }();
  return *lexicon;
}

}  // namespace onrecord::text

#ifndef ONRECORD_TESTS_PROPERTIES_SAMPLE_ARTICLES_H_
#define ONRECORD_TESTS_PROPERTIES_SAMPLE_ARTICLES_H_

#include <vector>

#include "ingest/article.h"
#include "text/lexicon.h"

namespace onrecord {

// The articles of data/sample.
std::vector<ingest::Article> SampleArticles(const text::Lexicon& lexicon);

}  // namespace onrecord

#endif  // ONRECORD_TESTS_PROPERTIES_SAMPLE_ARTICLES_H_

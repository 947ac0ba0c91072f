#ifndef ONRECORD_PIPELINE_ANNOTATE_H_
#define ONRECORD_PIPELINE_ANNOTATE_H_

#include "ingest/article.h"
#include "pipeline/config.h"
#include "pipeline/record.h"

namespace onrecord::pipeline {

// Reads one article: who says what, when, in front of whom, and where they
// stand. The only place that names all stages of this in order.
//
//   Errors:  none; an article without quotations gives a record without.
//   Pure:    the same article and configuration give the same record.
//   Threads: any number at once with one Config.
ArticleRecord Annotate(ingest::Article article, const Config& config);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_ANNOTATE_H_

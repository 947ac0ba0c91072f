#ifndef ONRECORD_PIPELINE_STANCE_PROTO_H_
#define ONRECORD_PIPELINE_STANCE_PROTO_H_

#include "proto/article.pb.h"
#include "proto/quote.pb.h"
#include "proto/stance.pb.h"
#include "stance/stance.h"
#include "stance/statement.h"
#include "text/span.h"

// The values that article records and histories share, to the schema of proto/
// and back. What a record does not know becomes the default of the C++ type.
namespace onrecord::pipeline {

v1::TextSpan ToProto(text::Span span);
text::Span FromProto(const v1::TextSpan& span);

v1::StanceLabel ToProto(stance::StanceLabel label);
stance::StanceLabel FromProto(v1::StanceLabel label);

v1::Channel ToProto(stance::Channel channel);
stance::Channel FromProto(v1::Channel channel);

v1::Form ToProto(stance::Form form);
stance::Form FromProto(v1::Form form);

v1::Stance ToProto(const stance::Stance& stance);
// The same into a new message, on its arena.
void FillProto(const stance::Stance& stance, v1::Stance* out);
stance::Stance FromProto(const v1::Stance& stance);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_STANCE_PROTO_H_

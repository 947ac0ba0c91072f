#ifndef ONRECORD_PIPELINE_STANCE_PROTO_H_
#define ONRECORD_PIPELINE_STANCE_PROTO_H_

#include "pipeline/wire_writer.h"
#include "proto/article.pb.h"
#include "proto/quote.pb.h"
#include "proto/stance.pb.h"
#include "stance/stance.h"
#include "stance/statement.h"
#include "text/span.h"

// The values that article records and histories share, to the schema of proto/
// and back. What a record does not know becomes the default of the C++ type.
namespace onrecord::pipeline {

// Puts a span into a message that is being written: always, or only where it is
// not empty.
void WriteAnySpan(int field, text::Span span, WireWriter* out);
void WriteSpan(int field, text::Span span, WireWriter* out);
text::Span FromProto(const v1::TextSpan& span);

v1::StanceLabel ToProto(stance::StanceLabel label);
stance::StanceLabel FromProto(v1::StanceLabel label);

v1::Channel ToProto(stance::Channel channel);
stance::Channel FromProto(v1::Channel channel);

v1::Form ToProto(stance::Form form);
stance::Form FromProto(v1::Form form);

// The fields of a v1::Stance.
void Write(const stance::Stance& stance, WireWriter* out);
// The same as a message; the second fills one that is new.
v1::Stance ToProto(const stance::Stance& stance);
void FillProto(const stance::Stance& stance, v1::Stance* out);
stance::Stance FromProto(const v1::Stance& stance);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_STANCE_PROTO_H_

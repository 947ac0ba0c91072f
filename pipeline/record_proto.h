#ifndef ONRECORD_PIPELINE_RECORD_PROTO_H_
#define ONRECORD_PIPELINE_RECORD_PROTO_H_

#include <string>

#include "pipeline/record.h"
#include "proto/record.pb.h"

namespace onrecord::pipeline {

// The record as it is written: the bytes of a v1::ArticleRecord, the same that
// protobuf makes of that message. Speaker ids are made here, from the names.
// What only means something while the article is being read (token numbers,
// indices of mentions) is left out; everything `track` needs is in it, even
// when the article's text is taken out afterwards.
std::string ToWire(const ArticleRecord& record);
// The same as a message.
v1::ArticleRecord ToProto(const ArticleRecord& record);

// The way back: FromProto(ToProto(r)) is `r` without the token numbers, and
// ToProto(FromProto(p)) is `p` for every `p` that ToProto made. Accepts any
// message; an index that points nowhere becomes -1.
ArticleRecord FromProto(const v1::ArticleRecord& record);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_RECORD_PROTO_H_

#ifndef ONRECORD_PIPELINE_ENUM_MAP_H_
#define ONRECORD_PIPELINE_ENUM_MAP_H_

namespace onrecord::pipeline {

// One row of a table that names the same value in C++ and in the records.
template <typename Native, typename Proto>
struct EnumPair {
  Native native;
  Proto proto;
};

// The record's name of `native`; the table lists every native value.
template <typename Native, typename Proto, int kSize>
Proto ToProtoEnum(const EnumPair<Native, Proto> (&table)[kSize],
                  Native native) {
  for (const EnumPair<Native, Proto>& pair : table) {
    if (pair.native == native) return pair.proto;
  }
  return Proto{};
}

// The native value of `proto`; that of the first row where the table does not
// list it (UNSPECIFIED, or written by a later version).
template <typename Native, typename Proto, int kSize>
Native FromProtoEnum(const EnumPair<Native, Proto> (&table)[kSize],
                     Proto proto) {
  for (const EnumPair<Native, Proto>& pair : table) {
    if (pair.proto == proto) return pair.native;
  }
  return table[0].native;
}

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_ENUM_MAP_H_

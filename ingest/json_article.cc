#include "ingest/json_article.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/types/span.h"
#include "ingest/article_fields.h"
#include "text/normalize.h"

namespace onrecord::ingest {
namespace {

namespace dom = simdjson::dom;

// A parser that one long line made large does not stay so.
constexpr size_t kLargeParserBytes = 16 << 20;

// The names by which a field goes, the best one first.
using Names = absl::Span<const absl::string_view>;
constexpr absl::string_view kText[] = {"text", "body", "content", "article"};
constexpr absl::string_view kId[] = {"id", "guid", "_id"};
constexpr absl::string_view kUrl[] = {"url", "link"};
constexpr absl::string_view kTitle[] = {"title", "headline"};
constexpr absl::string_view kOutlet[] = {"outlet", "publisher", "source",
                                         "site"};
constexpr absl::string_view kOutletName[] = {"name"};
constexpr absl::string_view kPublished[] = {
    "published",     "published_at", "publishedAt", "date_published",
    "datePublished", "pubdate",      "pubDate",     "date",
};

absl::string_view TypeName(dom::element_type type) {
  switch (type) {
    case dom::element_type::ARRAY:
      return "an array";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      return "a number";
    case dom::element_type::STRING:
      return "a string";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
  }
  return "something else";
}

absl::string_view View(std::string_view view) {
  return absl::string_view(view.data(), view.size());
}

// The first sentence of simdjson's words for an error.
std::string Explain(simdjson::error_code error) {
  const absl::string_view message = simdjson::error_message(error);
  return absl::StrCat("malformed JSON (",
                      message.substr(0, message.find_first_of(".:\n")), ")");
}

struct Field {
  absl::string_view name;
  dom::element value;
};

// The first of `names` that `object` has with a value other than null.
bool FindField(dom::object object, Names names, Field* field) {
  for (absl::string_view name : names) {
    dom::element value;
    const simdjson::error_code error =
        object.at_key(std::string_view(name.data(), name.size())).get(value);
    if (error != simdjson::SUCCESS || value.is_null()) continue;
    *field = Field{name, value};
    return true;
  }
  return false;
}

// Reads the fields of one object; after a false, problem() says why.
class FieldReader {
 public:
  explicit FieldReader(dom::object object) : object_(object) {}

  bool ReadAll(ArticleFields* fields) {
    return ReadText(&fields->text) && ReadId(&fields->id) &&
           ReadString(kUrl, &fields->url) &&
           ReadString(kTitle, &fields->title) && ReadOutlet(&fields->outlet) &&
           ReadString(kPublished, &fields->published);
  }
  const std::string& problem() const { return problem_; }

 private:
  bool Take(const Field& field, absl::string_view wanted,
            absl::string_view* out) {
    std::string_view value;
    if (field.value.get(value) == simdjson::SUCCESS) {
      *out = View(value);
      return true;
    }
    problem_ = absl::StrCat("wanted ", wanted, " in field \"", field.name,
                            "\", found ", TypeName(field.value.type()));
    return false;
  }

  bool ReadString(Names names, absl::string_view* out) {
    Field field;
    return !FindField(object_, names, &field) || Take(field, "a string", out);
  }

  bool ReadText(absl::string_view* out) {
    Field field;
    if (!FindField(object_, kText, &field)) {
      problem_ =
          absl::StrCat("wanted a field \"", absl::StrJoin(kText, "\" or \""),
                       "\", found none");
      return false;
    }
    if (!Take(field, "a string", out)) return false;
    if (!absl::StripAsciiWhitespace(*out).empty()) return true;
    problem_ = absl::StrCat("wanted the article in field \"", field.name,
                            "\", found no text");
    return false;
  }

  bool ReadId(absl::string_view* out) {
    Field field;
    if (!FindField(object_, kId, &field)) return true;
    int64_t small;
    uint64_t large;
    double real;
    if (field.value.get(small) == simdjson::SUCCESS) {
      number_ = absl::StrCat(small);
    } else if (field.value.get(large) == simdjson::SUCCESS) {
      number_ = absl::StrCat(large);
    } else if (field.value.get(real) == simdjson::SUCCESS) {
      number_ = absl::StrCat(real);
    } else {
      return Take(field, "a string or a number", out);
    }
    *out = number_;
    return true;
  }

  bool ReadOutlet(absl::string_view* out) {
    Field field;
    if (!FindField(object_, kOutlet, &field)) return true;
    dom::object object;
    if (field.value.get(object) != simdjson::SUCCESS) {
      return Take(field, "a string", out);
    }
    Field name;
    return !FindField(object, kOutletName, &name) ||
           Take(name, "a string", out);
  }

  dom::object object_;
  std::string number_;
  std::string problem_;
};

}  // namespace

simdjson::error_code JsonArticleReader::Parse(absl::string_view bytes,
                                              dom::element* value) {
  if (parser_.capacity() > kLargeParserBytes &&
      bytes.size() < kLargeParserBytes) {
    parser_ = dom::parser();
  }
  invalid_bytes_ = 0;
  simdjson::error_code error =
      parser_.parse(bytes.data(), bytes.size(), false).get(*value);
  if (error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS) {
    text::NormalizedText mended = text::Normalize(bytes);
    invalid_bytes_ = mended.invalid_bytes;
    mended_ = std::move(mended.text);
    error = parser_.parse(mended_.data(), mended_.size(), true).get(*value);
  }
  return error;
}

ReadItem JsonArticleReader::Read(dom::element value,
                                 const std::string& place) const {
  dom::object object;
  if (value.get(object) != simdjson::SUCCESS) {
    return ReadItem::Error(absl::StrCat(place, ": wanted a JSON object, found ",
                                        TypeName(value.type())));
  }
  ArticleFields fields;
  fields.source = place;
  fields.invalid_bytes = invalid_bytes_;
  FieldReader reader(object);
  if (!reader.ReadAll(&fields)) {
    return ReadItem::Error(absl::StrCat(place, ": ", reader.problem()));
  }
  if (fields.text.size() > options_.max_article_bytes) {
    return ReadItem::Error(
        TooLargeMessage(place, fields.text.size(), options_));
  }
  ReadItem item;
  item.article = MakeArticle(fields, options_.published, lexicon_);
  return item;
}

ReadItem JsonArticleReader::ReadLine(absl::string_view line,
                                     const std::string& place) {
  dom::element value;
  const simdjson::error_code error = Parse(line, &value);
  if (error != simdjson::SUCCESS) {
    return ReadItem::Error(
        absl::StrCat(place, ": wanted a JSON object, found ", Explain(error)));
  }
  return Read(value, place);
}

}  // namespace onrecord::ingest

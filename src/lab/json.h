// JSON, both ways: as much of RFC 8259 as reports and answers need.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "lab/value.h"

namespace lab {

// A JSON value that was read from outside. Object members keep their order.
struct Json {
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;
  std::variant<std::nullptr_t, bool, double, std::string, Array, Object> value = nullptr;

  const Json* member(std::string_view key) const;  // null where this is no object or has no `key`
  const std::string* string() const { return std::get_if<std::string>(&value); }
  const double* number() const { return std::get_if<double>(&value); }
  const bool* boolean() const { return std::get_if<bool>(&value); }
  const Array* array() const { return std::get_if<Array>(&value); }
  const Object* object() const { return std::get_if<Object>(&value); }
  // A text as it is, a number with the digits that read it back; nothing where it is neither.
  std::optional<std::string> spelled() const;
};

// The value that `text` spells, or a sentence with the place at which it stops being JSON. At most
// 1 MiB and 32 levels deep.
struct JsonReading {
  std::optional<Json> value;
  std::string error;
};
JsonReading parse_json(std::string_view text);

// Pieces of JSON text. Numbers read back exactly; what is not finite or not defined is null.
std::string quoted(std::string_view s);
std::string quoted(const std::vector<std::string>& texts);  // ["a", "b"]
std::string json(double x);
std::string json(const Matrix& m);  // rows as nested lists
std::string json(const Value& v);
std::string json(const Json& j);
std::string truth(bool b);
std::string whole(std::int64_t n);

// Builds an object or an array member by member: Writer('{').member("a", "1").done() is {"a": 1}.
class Writer {
 public:
  explicit Writer(char open) : open_(open), text_(1, open) {}
  Writer& member(std::string_view key, std::string_view json_value);
  Writer& item(std::string_view json_value);
  std::string done() const;

 private:
  char open_;
  std::string text_;
};

}  // namespace lab

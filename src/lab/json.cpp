#include "lab/json.h"

#include <cmath>

#include "lab/number.h"
#include "lab/utf8.h"

namespace lab {
namespace {

std::string list(const double* values, std::size_t n) {
  Writer w('[');
  for (std::size_t i = 0; i < n; ++i) w.item(json(values[i]));
  return w.done();
}

struct ToJson {
  std::string operator()(const Undefined&) const { return "null"; }
  std::string operator()(std::int64_t n) const { return std::to_string(n); }
  std::string operator()(double x) const { return json(x); }
  std::string operator()(bool b) const { return b ? "true" : "false"; }
  std::string operator()(const std::string& s) const { return quoted(s); }
  std::string operator()(const std::vector<double>& v) const { return list(v.data(), v.size()); }
  std::string operator()(const Matrix& m) const { return json(m); }
  std::string operator()(std::nullptr_t) const { return "null"; }
  std::string operator()(const Json::Array& items) const {
    Writer w('[');
    for (const Json& item : items) w.item(json(item));
    return w.done();
  }
  std::string operator()(const Json::Object& members) const {
    Writer w('{');
    for (const auto& [name, value] : members) w.member(name, json(value));
    return w.done();
  }
};

}  // namespace

std::optional<std::string> Json::spelled() const {
  if (const std::string* s = string()) return *s;
  if (const double* x = number()) return text(*x);
  return std::nullopt;
}

const Json* Json::member(std::string_view key) const {
  if (const Object* members = object())
    for (const auto& [name, value_of] : *members)
      if (name == key) return &value_of;
  return nullptr;
}

// Control characters are escaped and bytes that are not UTF-8 become U+FFFD, so that the result is
// JSON whatever a link brought in.
std::string quoted(std::string_view s) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t n = utf8_length(s, i);
    const char c = s[i];
    if (n == 0) {
      out += "\uFFFD";
    } else if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += "\\u00";
      out += {digits[static_cast<unsigned char>(c) >> 4], digits[c & 15]};
    } else {
      out += s.substr(i, n);
    }
    i += n == 0 ? 1 : n;
  }
  return out + '"';
}

std::string quoted(const std::vector<std::string>& texts) {
  Writer list('[');
  for (const std::string& text : texts) list.item(quoted(text));
  return list.done();
}

std::string json(double x) { return std::isfinite(x) ? text(x) : "null"; }

std::string json(const Matrix& m) {
  Writer rows('[');
  for (int row = 0; row < m.rows; ++row)
    rows.item(list(m.values.data() + static_cast<std::ptrdiff_t>(row) * m.cols,
                   static_cast<std::size_t>(m.cols)));
  return rows.done();
}

std::string json(const Value& v) { return std::visit(ToJson{}, v); }

std::string json(const Json& j) { return std::visit(ToJson{}, j.value); }

std::string truth(bool b) { return b ? "true" : "false"; }

std::string whole(std::int64_t n) { return std::to_string(n); }

Writer& Writer::member(std::string_view key, std::string_view json_value) {
  return item(quoted(key) + ": " + std::string(json_value));
}

Writer& Writer::item(std::string_view json_value) {
  if (text_.size() > 1) text_ += ", ";
  text_ += json_value;
  return *this;
}

std::string Writer::done() const { return text_ + (open_ == '{' ? '}' : ']'); }

}  // namespace lab

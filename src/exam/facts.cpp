#include "exam/facts.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "lab/json.h"

namespace exam {

Facts& Facts::add(const char* key, lab::Value value, std::vector<std::string> values) {
  assert(!find(key));
  all_.push_back({key, std::move(value), std::move(values)});
  return *this;
}

Facts& Facts::flag(const char* key, bool value) { return add(key, lab::Value{value}, {}); }

Facts& Facts::word(const char* key, std::string value, std::vector<std::string> values) {
  assert(std::find(values.begin(), values.end(), value) != values.end());
  return add(key, lab::Value{std::move(value)}, std::move(values));
}

Facts& Facts::number(const char* key, double value) { return add(key, lab::Value{value}, {}); }

Facts& Facts::text(const char* key, std::string value) {
  return add(key, lab::Value{std::move(value)}, {});
}

Facts& Facts::matrix(const char* key, lab::Matrix value) {
  return add(key, lab::Value{std::move(value)}, {});
}

const Fact* Facts::find(const std::string& key) const {
  const auto at =
      std::find_if(all_.begin(), all_.end(), [&key](const Fact& f) { return f.key == key; });
  return at == all_.end() ? nullptr : &*at;
}

std::string facts_json(const Facts& facts) {
  lab::Writer list('[');
  for (const Fact& fact : facts.all()) {
    lab::Writer w('{');
    w.member("key", lab::quoted(fact.key)).member("value", lab::json(fact.value));
    if (!fact.values.empty()) w.member("values", lab::quoted(fact.values));
    list.item(w.done());
  }
  return list.done();
}

}  // namespace exam

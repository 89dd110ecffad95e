#include "num/words.h"

#include <algorithm>

#include "num/letters.h"
#include "num/quantity.h"

namespace num {
namespace {

constexpr int largest_family = 12;

// The index of `key`, which is `low` in small letters; by these where that is unique. -1 where
// there is none.
int index_of(const std::vector<NameKey>& keys, const std::string& key, const std::string& low) {
  int found = -1;
  bool unique = true;
  for (const NameKey& known : keys) {
    if (known.low != low) continue;
    if (known.key == key) return known.index;
    unique = unique && (found < 0 || found == known.index);
    found = known.index;
  }
  return unique ? found : -1;
}

// "relu'" for "drelu", "relu_prime" and "relugrad", as programs call it; other names as they are.
std::string slope_name(std::string name) {
  const auto slope = [](std::string_view activation) {
    const FunctionRow* row = function_row(activation);
    return row && is_activation(row->function) ? std::string(activation) + "'" : std::string();
  };
  for (const std::string_view ending : {"prime", "grad", "gradient", "deriv", "derivative"})
    if (std::string_view(name).ends_with(ending))
      if (std::string s = slope(name.substr(0, name.size() - ending.size())); !s.empty()) return s;
  if (!name.empty() && name[0] == 'd')
    if (std::string s = slope(name.substr(1)); !s.empty()) return s;
  return name;
}

}  // namespace

NameKey::NameKey(std::string plain, int named)
    : key(std::move(plain)), low(lower(key)), index(named) {}

std::string plain(std::string_view name) {
  std::string key;
  for (std::size_t at = 0; at < name.size();) {
    const Letter l = letter_at(name, at);
    key += l.key;
    at += std::max<std::size_t>(l.size, 1);
  }
  return key;
}

Words::Words(const std::vector<Symbol>& symbols) : calculation_(false) {
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const int index = static_cast<int>(i);
    if (!symbols[i].function.empty()) {
      rename(plain(symbols[i].text), symbols[i].function);
      continue;
    }
    counts_examples_ = counts_examples_ || symbols[i].counts_examples;
    if (symbols[i].transposes) transposing_ = index;
    if (!symbols[i].count.empty()) counted_ = index;
    add(plain(symbols[i].text), index);
    for (const std::string& other : symbols[i].also)
      if (!derivative(plain_label(other))) add(plain(other), index);
  }
  gather_families();
}

void Words::add(const std::string& key, int symbol) {
  keys_.emplace_back(key, symbol);
  if (key.size() < 2 || key.back() != '\'') return;
  keys_.emplace_back(key.substr(0, key.size() - 1) + "p", symbol);
  keys_.emplace_back(key.substr(0, key.size() - 1) + "prime", symbol);
}

void Words::rename(const std::string& key, const std::string& function) {
  renamed_.emplace_back(key, function);
  for (const char* prime : {"'", "p", "prime"}) renamed_.emplace_back(key + prime, function + "'");
}

// Names that differ in their number only, from 1 on without a gap, are one family.
void Words::gather_families() {
  for (const auto& [key, low, first] : keys_) {
    if (key.size() < 2 || key.back() != '1' || is_digit(key[key.size() - 2])) continue;
    const std::string bare = key.substr(0, key.size() - 1);
    std::vector<int> members;
    for (int n = 1; n <= largest_family; ++n) {
      const std::string wanted = bare + std::to_string(n);
      const auto at = std::find_if(keys_.begin(), keys_.end(),
                                   [&wanted](const NameKey& k) { return k.key == wanted; });
      if (at == keys_.end()) break;
      members.push_back(at->index);
    }
    family_keys_.emplace_back(bare, static_cast<int>(families_.size()));
    families_.push_back(std::move(members));
  }
}

bool Words::has(const std::string& key) const {
  return std::any_of(keys_.begin(), keys_.end(), [&key](const auto& k) { return k.key == key; }) ||
         std::any_of(bound_.begin(), bound_.end(),
                     [&key](const auto& b) { return b.first == key; });
}

Word Words::find(const std::string& key) const {
  for (const auto& [known, slot] : bound_)
    if (known == key) return {Word::bound, slot, 0};
  const std::string small = lower(key);
  if (const int symbol = index_of(keys_, key, small); symbol >= 0) return {Word::symbol, symbol, 0};
  std::string low = small;
  for (const auto& [renamed, function] : renamed_)
    if (renamed == low) low = function;
  if (!calculation_) low = slope_name(std::move(low));
  if (const FunctionRow* row = function_row(low); row && (row->in_calculations || !calculation_))
    return {Word::function, static_cast<int>(row->function), 0};
  if (const int family = index_of(family_keys_, key, small); family >= 0)
    return {Word::family, family, 0};
  if (key == "T" && !calculation_) return {Word::transpose, 0, 0};
  if (low == "e") return {Word::constant, 0, 2.718281828459045};
  if (low == "pi") return {Word::constant, 0, 3.141592653589793};
  return {};
}

}  // namespace num

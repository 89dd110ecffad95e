#include "lab/name_slots.h"

#include <algorithm>
#include <optional>

#include "lab/parts.h"
#include "num/plain_text.h"

namespace lab {
namespace {

constexpr std::string_view between = ">";

// In plain characters, without capital letters.
std::string small(std::string_view name) {
  std::string plain = num::plain_characters(name);
  for (char& c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return plain;
}

// The place of `name`, else of the one name that differs from it in case and blanks alone.
std::optional<int> place_of(const std::vector<std::string>& names, std::string_view name) {
  auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) {
    const auto close = [wanted = small(name)](const std::string& n) { return small(n) == wanted; };
    at = std::find_if(names.begin(), names.end(), close);
    if (at == names.end() || std::any_of(at + 1, names.end(), close)) return std::nullopt;
  }
  return static_cast<int>(at - names.begin());
}

const std::string& name_at(const std::vector<std::string>& names, int place) {
  return names[static_cast<std::size_t>(place)];
}

bool is_place(const std::vector<std::string>& names, int place) {
  return place >= 0 && static_cast<std::size_t>(place) < names.size();
}

// Adds `item` where it belongs; false where it is in already.
template <class Item>
bool insert(std::vector<Item>& rising, const Item& item) {
  const auto at = std::lower_bound(rising.begin(), rising.end(), item);
  if (at != rising.end() && *at == item) return false;
  rising.insert(at, item);
  return true;
}

template <class Item>
bool in(const std::vector<Item>& rising, const Item& item) {
  return std::binary_search(rising.begin(), rising.end(), item);
}

template <class Item>
void toggle(std::vector<Item>& rising, const Item& item) {
  if (!insert(rising, item)) std::erase(rising, item);
}

template <class Item>
bool strictly_rising(const std::vector<Item>& items) {
  return std::adjacent_find(items.begin(), items.end(),
                            [](const Item& a, const Item& b) { return !(a < b); }) == items.end();
}

// What was read, and a word about what stood in it twice.
Reading taken(const std::string& key, const std::vector<std::string>& doubled) {
  if (doubled.empty()) return {};
  return {Reading::clamped,
          "in " + key + ", given more than once and counted once: " + enumerated(doubled)};
}

}  // namespace

bool Choice::sound() const { return is_place(names, value); }

std::string Choice::text() const { return name_at(names, value); }

Reading Choice::read(const std::string& key, std::string_view text) {
  const std::optional<int> place = place_of(names, text);
  if (!place) return refused(key, text, "it takes one of " + enumerated(names));
  value = *place;
  return {};
}

bool Subset::has(int place) const { return in(value, place); }

Subset Subset::toggled(int place) const {
  Subset other = *this;
  toggle(other.value, place);
  return other;
}

bool Subset::sound() const {
  return strictly_rising(value) && std::all_of(value.begin(), value.end(), [this](int place) {
           return is_place(names, place);
         });
}

std::string Subset::text() const {
  std::string all;
  for (const int place : value) all += (all.empty() ? "" : ",") + name_at(names, place);
  return all;
}

Reading Subset::read(const std::string& key, std::string_view text) {
  std::vector<int> read;
  std::vector<std::string> doubled;
  const int most = 2 * static_cast<int>(names.size());
  const auto parts = num::is_blank(text) ? std::vector<std::string_view>{} : split(text, ',', most);
  for (const std::string_view part : parts) {
    const std::optional<int> place = place_of(names, part);
    if (!place)
      return refused(key, text,
                     "it takes some of " + enumerated(names) + " with commas between them, and \"" +
                         std::string(part.substr(0, 20)) + "\" is none of them");
    std::string name = name_at(names, *place);
    if (!insert(read, *place) && place_of(doubled, name) == std::nullopt)
      doubled.push_back(std::move(name));
  }
  value = std::move(read);
  return taken(key, doubled);
}

bool Arrows::has(Arrow arrow) const { return in(value, arrow); }

Arrows Arrows::toggled(Arrow arrow) const {
  Arrows other = *this;
  toggle(other.value, arrow);
  return other;
}

bool Arrows::sound() const {
  return nodes.size() <= most_nodes && value.size() <= most && strictly_rising(value) &&
         std::all_of(value.begin(), value.end(), [this](const Arrow& arrow) {
           return is_place(nodes, arrow.from) && is_place(nodes, arrow.to);
         });
}

std::string Arrows::text() const {
  std::string all;
  for (const Arrow& arrow : value)
    all += (all.empty() ? "" : ",") + name_at(nodes, arrow.from) + std::string(between) +
           name_at(nodes, arrow.to);
  return all;
}

Reading Arrows::read(const std::string& key, std::string_view text) {
  std::vector<Arrow> read;
  std::vector<std::string> doubled;
  const auto parts = num::is_blank(text) ? std::vector<std::string_view>{} : split(text, ',', most);
  if (parts.size() > most)
    return refused(key, text, "it takes up to " + std::to_string(most) + " arrows");
  for (const std::string_view part : parts) {
    const std::size_t at = part.find(between);
    if (at == std::string_view::npos)
      return refused(key, text,
                     "it takes arrows as in " + nodes.front() + ">" + nodes.back() +
                         ", with commas between them");
    const std::string_view ends[] = {part.substr(0, at), part.substr(at + between.size())};
    Arrow arrow;
    for (const bool reached : {false, true}) {
      const std::optional<int> node = place_of(nodes, ends[reached]);
      if (!node)
        return refused(key, text,
                       "there is no node \"" + std::string(ends[reached].substr(0, 20)) +
                           "\"; the nodes are " + enumerated(nodes));
      (reached ? arrow.to : arrow.from) = *node;
    }
    std::string name(part);
    if (!insert(read, arrow) && place_of(doubled, name) == std::nullopt)
      doubled.push_back(std::move(name));
  }
  value = std::move(read);
  return taken(key, doubled);
}

}  // namespace lab

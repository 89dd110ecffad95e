// Fields that hold names: one of some, several of some, and arrows from one to another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lab/reading.h"

namespace lab {

// One of several names; a link carries the name, never the index.
struct Choice {
  static constexpr const char* kind = "choice";
  int value = 0;
  std::vector<std::string> names;

  template <class Self, class See>
  static void bounds(Self& s, See see) {
    see("names", s.names);
  }
  bool sound() const;
  std::string text() const;
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Choice&) const = default;
};

// Some of several names, none and all among them: the places of those that are in, rising. A link
// carries the names in the order of the declaration, "x1,x3"; a text may have them in any order.
struct Subset {
  static constexpr const char* kind = "subset";
  std::vector<int> value;
  std::vector<std::string> names;

  template <class Self, class See>
  static void bounds(Self& s, See see) {
    see("names", s.names);
  }
  bool has(int place) const;
  // With `place` in where it was out, and out where it was in.
  Subset toggled(int place) const;
  bool sound() const;
  std::string text() const;
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Subset&) const = default;
};

// An arrow between two nodes, by their places.
struct Arrow {
  int from = 0, to = 0;
  auto operator<=>(const Arrow&) const = default;
};

// Arrows among named nodes, each at most once, in the order of the nodes that they leave and then
// of those that they reach: "z1>z2,z2>x1", empty for none. Any of them are a legal value, a circle
// or an arrow from a node to itself too: what they mean is the lab's business.
struct Arrows {
  static constexpr const char* kind = "arrows";
  static constexpr int most = 40, most_nodes = 12;
  std::vector<Arrow> value;
  std::vector<std::string> nodes;  // at most `most_nodes`, without ">" and ","

  template <class Self, class See>
  static void bounds(Self& s, See see) {
    see("nodes", s.nodes);
  }
  bool has(Arrow arrow) const;
  Arrows toggled(Arrow arrow) const;
  bool sound() const;
  std::string text() const;
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Arrows&) const = default;
};

}  // namespace lab

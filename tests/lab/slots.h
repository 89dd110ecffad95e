// Texts that tests set a field to, by what it holds.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "lab/field.h"

namespace tests {

// A small file of that kind of media.
inline lab::ContentReading own_file(lab::Media media) {
  using Bytes = std::vector<std::uint8_t>;
  switch (media) {
    case lab::Media::picture:
      return lab::picture_content(2, 3, Bytes(24, 77));
    case lab::Media::idx:
      return lab::idx_content(Bytes{0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, 9, 8, 7, 6});
    case lab::Media::text:
      break;
  }
  return lab::text_content(Bytes{'t', 'e', 'x', 't'});
}

// Texts that move a field away from its value, some near, then far; one may fall back on it.
inline std::vector<std::string> other_texts(const lab::Slot& slot) {
  using Texts = std::vector<std::string>;
  return std::visit(
      lab::Overloaded{
          [](lab::Whole s) {
            Texts near;
            const std::int64_t from = s.value;
            for (const std::int64_t d : {1, -1, 2, 7})
              if (from + d >= s.low && from + d <= s.high) near.push_back(std::to_string(from + d));
            for (const std::int64_t bound : {s.low, s.high})
              if (bound != from) near.push_back(std::to_string(bound));
            return near;
          },
          [](lab::Real s) {
            const double span = std::min(s.high - s.low, 1.0);
            Texts inside;
            for (const double x : {s.low + 0.25 * span, s.low + 0.75 * span, s.low, s.high})
              s.value = x, inside.push_back(s.text());
            return inside;
          },
          [](const lab::Flag& s) { return Texts{s.value ? "0" : "1"}; },
          [](const lab::Choice& s) { return s.names; },
          [](lab::Reals s) {
            std::reverse(s.value.begin(), s.value.end());
            return Texts{"0.5", "0.25,0.75", s.text()};
          },
          [](const lab::Table&) {
            return Texts{"1,2;3,4", "1,2,3;4,5,7;7,8,9", "1,0;0,2;3,1",
                         "1,0,0,0,0;0,1,0,0,0;0,0,1,0,0;0,0,0,1,0;0,0,0,0,1"};
          },
          [](const lab::Subset& s) {
            Texts toggled;
            for (int i = 0; i < static_cast<int>(s.names.size()); ++i)
              toggled.push_back(s.toggled(i).text());
            return toggled;
          },
          [](const lab::Arrows& s) {
            Texts toggled;
            const int last = static_cast<int>(s.nodes.size()) - 1;
            for (const lab::Arrow arrow : {lab::Arrow{0, last}, {last, 0}, {0, 0}})
              toggled.push_back(s.toggled(arrow).text());
            return toggled;
          },
          [](const lab::Text& s) {
            return Texts{"a", "ä\nb " + s.value.substr(0, 1)};
          },
          // A file comes by another way than by text.
          [](const lab::Asset&) { return Texts{}; },
      },
      slot);
}

// The texts at the ends of what a field may hold.
inline std::vector<std::string> corner_texts(const lab::Slot& slot) {
  using Texts = std::vector<std::string>;
  return std::visit(
      lab::Overloaded{
          [](lab::Whole s) {
            return Texts{std::to_string(s.low), std::to_string(s.high)};
          },
          [](lab::Real s) {
            lab::Real high = s;
            s.value = s.low, high.value = s.high;
            return Texts{s.text(), high.text()};
          },
          [](const lab::Flag&) {
            return Texts{"0", "1"};
          },
          [](const lab::Choice& s) {
            return Texts{s.names.front(), s.names.back()};
          },
          // A row or a matrix has too many corners to walk; labs that hold one try their own.
          [](const lab::Reals&) { return Texts{}; },
          [](const lab::Table&) { return Texts{}; },
          [](lab::Subset s) {
            s.value.clear();
            for (int i = 0; i < static_cast<int>(s.names.size()); ++i) s.value.push_back(i);
            return Texts{"", s.text()};
          },
          [](lab::Arrows s) {
            s.value.clear();
            const int n = static_cast<int>(s.nodes.size());
            for (lab::Arrow a; a.from < n; ++a.from)
              for (a.to = 0; a.to < n; ++a.to)
                if (static_cast<int>(s.value.size()) < lab::Arrows::most) s.value.push_back(a);
            return Texts{"", s.text()};
          },
          [](const lab::Text& s) {
            return Texts{"", std::string(static_cast<std::size_t>(s.most_bytes), '\n')};
          },
          [](const lab::Asset&) { return Texts{""}; },
      },
      slot);
}

}  // namespace tests

// Fields that hold numbers: one, a row or a matrix of them, and on or off.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lab/reading.h"
#include "lab/value.h"

namespace lab {

// A whole number in [low, high].
struct Whole {
  static constexpr const char* kind = "whole";
  std::int64_t value = 0, low = 0, high = 0;

  template <class Self, class See>
  static void bounds(Self& s, See see) {
    see("low", s.low), see("high", s.high);
  }
  bool sound() const { return true; }
  std::string text() const;
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Whole&) const = default;
};

// A finite real in [low, high]. `logarithmic` spaces a slider by ratios. With `automatic` the value
// may also be left to the lab: the text "auto", held as NaN.
struct Real {
  static constexpr const char* kind = "real";
  double value = 0, low = 0, high = 0;
  bool logarithmic = false, automatic = false;

  template <class Self, class See>
  static void bounds(Self& s, See see) {
    see("low", s.low), see("high", s.high);
    see("logarithmic", s.logarithmic), see("automatic", s.automatic);
  }
  bool sound() const { return true; }
  std::string text() const;
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Real& other) const;  // two automatic values are equal
};

// On or off: "1" or "0" in a link.
struct Flag {
  static constexpr const char* kind = "flag";
  bool value = false;

  template <class Self, class See>
  static void bounds(Self&, See) {}
  bool sound() const { return true; }
  std::string text() const { return value ? "1" : "0"; }
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Flag&) const = default;
};

// A row of min_size to max_size reals, each in [low, high]. With min_size 0 it may be empty, which
// means that the lab makes its own.
struct Reals {
  static constexpr const char* kind = "reals";
  std::vector<double> value;
  int min_size = 1, max_size = 1;
  double low = 0, high = 0;

  template <class Self, class See>
  static void bounds(Self& s, See see) {
    see("low", s.low), see("high", s.high);
    see("min_size", s.min_size), see("max_size", s.max_size);
  }
  bool sound() const { return true; }
  std::string text() const;
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Reals&) const = default;
};

// A matrix of up to max_rows x max_cols reals, each in [low, high]. Where `optional`, it may be
// empty, which means that the lab makes its own.
struct Table {
  static constexpr const char* kind = "table";
  Matrix value;
  int max_rows = 1, max_cols = 1;
  double low = 0, high = 0;
  bool optional = false;

  template <class Self, class See>
  static void bounds(Self& s, See see) {
    see("low", s.low), see("high", s.high);
    see("max_rows", s.max_rows), see("max_cols", s.max_cols), see("optional", s.optional);
  }
  bool sound() const { return true; }
  std::string text() const;
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Table&) const = default;
};

}  // namespace lab

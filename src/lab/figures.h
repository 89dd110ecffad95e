// The figures of a report. Each is an object of its own that never changes once the report is made,
// so a report, a view and a later report in which the figure stands share it: that a figure stands
// is seen by comparing addresses, whatever its size.
#pragma once

#include <cstddef>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "lab/figure.h"

namespace lab {

using SharedFigure = std::shared_ptr<const Figure>;

class Figures {
 public:
  // Walks the figures themselves, in order.
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Figure;
    using difference_type = std::ptrdiff_t;
    using pointer = const Figure*;
    using reference = const Figure&;

    Iterator() = default;
    explicit Iterator(std::vector<SharedFigure>::const_iterator at) : at_(at) {}
    reference operator*() const { return **at_; }
    pointer operator->() const { return at_->get(); }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) { return Iterator(at_++); }
    bool operator==(const Iterator&) const = default;

   private:
    std::vector<SharedFigure>::const_iterator at_;
  };

  // Appends a figure and returns it for what is still to be said of it: its maker alone may change
  // it, and only until the report is handed on.
  Figure& add(Figure figure) {
    const auto fresh = std::make_shared<Figure>(std::move(figure));
    shared_.push_back(fresh);
    return *fresh;
  }
  void add(SharedFigure figure) { shared_.push_back(std::move(figure)); }

  Iterator begin() const { return Iterator(shared_.begin()); }
  Iterator end() const { return Iterator(shared_.end()); }
  bool empty() const { return shared_.empty(); }
  std::size_t size() const { return shared_.size(); }
  const Figure& operator[](std::size_t i) const { return *shared_[i]; }
  const Figure& back() const { return *shared_.back(); }

  // Null where there is none of this key.
  const Figure* find(std::string_view key) const {
    for (const Figure& figure : *this)
      if (figure.key == key) return &figure;
    return nullptr;
  }

  const std::vector<SharedFigure>& shared() const { return shared_; }

  // Equal figures in the same order, shared or not.
  bool operator==(const Figures& other) const {
    if (size() != other.size()) return false;
    for (std::size_t i = 0; i < size(); ++i)
      if (shared_[i] != other.shared_[i] && !(*shared_[i] == *other.shared_[i])) return false;
    return true;
  }

 private:
  std::vector<SharedFigure> shared_;
};

}  // namespace lab

// A moment of training as bytes, to come back to.
#pragma once

#include <cstddef>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

namespace nn {

// What save() writes. The bytes are for the memory of the program that wrote them, not for a file.
class Snapshot {
 public:
  template <class T>
  void put(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    const auto* from = reinterpret_cast<const std::byte*>(items.data());
    bytes_.insert(bytes_.end(), from, from + items.size_bytes());
  }
  template <class T>
  void put(const T& item) {
    put(std::span<const T>(&item, 1));
  }
  void clear() { bytes_.clear(); }  // keeps the memory
  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::vector<std::byte> bytes_;
};

// Reads a snapshot in the order in which it was written, by the same objects.
class SnapshotReader {
 public:
  explicit SnapshotReader(std::span<const std::byte> bytes) : rest_(bytes) {}
  explicit SnapshotReader(const Snapshot& snapshot) : rest_(snapshot.bytes()) {}

  // False, and nothing is read, when fewer bytes are left.
  template <class T>
  bool take(std::span<T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (rest_.size() < items.size_bytes()) return false;
    if (!items.empty()) std::memcpy(items.data(), rest_.data(), items.size_bytes());
    rest_ = rest_.subspan(items.size_bytes());
    return true;
  }
  template <class T>
  bool take(T& item) {
    return take(std::span<T>(&item, 1));
  }

 private:
  std::span<const std::byte> rest_;
};

}  // namespace nn

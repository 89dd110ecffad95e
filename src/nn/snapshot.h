// A moment of training as bytes, to come back to. A type takes part through one function that walks
// its state, for writing and for reading:
//
//   template <class Archive, class Self>  // Self: T or const T
//   static void describe(Archive& a, Self& self) { a(self.weights_, self.steps_); }
//
//   nn::Snapshot moment;                  nn::SnapshotReader reader(moment);
//   moment(net, batches);                 reader(net, batches);
//
// Numbers and structs of numbers travel bit by bit, vectors, strings and optionals with their
// count. What is read must have been built as what was written: `fixed` is for memory that others
// point into, and a pointer for what it owns; neither is made anew. The bytes are for another
// object of the same program, in another thread or module too, not for a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace nn {

// Its bytes say all: no pointers, nothing owned.
template <class T>
concept Plain = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T> && !requires {
  typename T::element_type;
};

class Snapshot {
 public:
  static constexpr bool reads = false;

  template <class... Items>
  void operator()(const Items&... items) {
    (put(items), ...);
  }
  template <class T>
  void fixed(const std::vector<T>& items) {
    static_assert(Plain<T>);
    raw(items.data(), items.size() * sizeof(T));
  }

  // Makes room for `object`, so that writing it then takes the memory that it needs and no more.
  template <class T>
  void make_room(const T& object) {
    std::size_t needed = 0;
    Snapshot ruler;
    ruler.counted_ = &needed;
    ruler(object);
    bytes_.reserve(bytes_.size() + needed);
  }

  std::span<const std::byte> view() const { return std::as_bytes(std::span(bytes_)); }
  std::size_t bytes() const { return bytes_.capacity(); }  // of memory that it holds

 private:
  template <class T>
  void put(const T& item) {
    if constexpr (requires { T::describe(*this, item); }) {
      T::describe(*this, item);
    } else {
      static_assert(Plain<T>, "describe what it holds");
      raw(&item, sizeof item);
    }
  }
  template <class T>
  void put(const std::vector<T>& items) {
    put(items.size());
    if constexpr (Plain<T>)
      raw(items.data(), items.size() * sizeof(T));
    else
      for (const T& item : items) put(item);
  }
  void put(const std::string& text) {
    put(text.size());
    raw(text.data(), text.size());
  }
  template <class T>
  void put(const std::optional<T>& item) {
    put(item.has_value());
    if (item) put(*item);
  }
  template <class T>
  void put(const std::unique_ptr<T>& item) {
    put(*item);
  }
  void raw(const void* from, std::size_t n) {
    if (counted_)
      *counted_ += n;
    else
      bytes_.append(static_cast<const char*>(from), n);
  }

  // A string copies bytes as one piece of memory. Some libraries fill a vector one by one.
  std::string bytes_;
  std::size_t* counted_ = nullptr;  // where bytes are counted, not written
};

// Reads a snapshot in the order in which it was written. After a fault every further read leaves
// its target alone.
class SnapshotReader {
 public:
  static constexpr bool reads = true;

  explicit SnapshotReader(std::span<const std::byte> bytes) : rest_(bytes) {}
  explicit SnapshotReader(const Snapshot& snapshot) : rest_(snapshot.view()) {}

  template <class... Items>
  void operator()(Items&... items) {
    (get(items), ...);
  }
  template <class T>
  void fixed(std::vector<T>& items) {
    raw(items.data(), items.size() * sizeof(T));
  }

  bool complete() const { return good_ && rest_.empty(); }

 private:
  template <class T>
  void get(T& item) {
    if constexpr (requires { T::describe(*this, item); })
      T::describe(*this, item);
    else
      raw(&item, sizeof item);
  }
  template <class T>
  void get(std::vector<T>& items) {
    const std::size_t n = count(Plain<T> ? sizeof(T) : 1);
    if (!good_) return;
    items.resize(n);
    if constexpr (Plain<T>)
      raw(items.data(), n * sizeof(T));
    else
      for (T& item : items) get(item);
  }
  void get(std::string& text) {
    const std::size_t n = count(1);
    if (!good_) return;
    text.resize(n);
    raw(text.data(), n);
  }
  template <class T>
  void get(std::optional<T>& item) {
    bool there = false;
    raw(&there, sizeof there);
    if (!good_) return;
    if (!there) return item.reset();
    if (!item) item.emplace();
    get(*item);
  }
  template <class T>
  void get(std::unique_ptr<T>& item) {
    good_ = good_ && item != nullptr;
    if (good_) get(*item);
  }
  // A count of items of at least `each` bytes, none of which can lie beyond the end.
  std::size_t count(std::size_t each) {
    std::size_t n = 0;
    raw(&n, sizeof n);
    good_ = good_ && n <= rest_.size() / each;
    return good_ ? n : 0;
  }
  void raw(void* to, std::size_t n) {
    good_ = good_ && n <= rest_.size();
    if (!good_ || n == 0) return;
    std::memcpy(to, rest_.data(), n);
    rest_ = rest_.subspan(n);
  }

  std::span<const std::byte> rest_;
  bool good_ = true;
};

// The state of `object`, and `object` put back to it; false where the bytes are not of its kind.
template <class T>
Snapshot snapshot_of(const T& object) {
  Snapshot moment;
  moment.make_room(object);
  moment(object);
  return moment;
}
template <class T>
bool restore(T& object, std::span<const std::byte> bytes) {
  SnapshotReader reader(bytes);
  reader(object);
  return reader.complete();
}
template <class T>
bool restore(T& object, const Snapshot& moment) {
  return restore(object, moment.view());
}

}  // namespace nn

// Values as bytes and back by one description for both ways. A type takes part through
//   template <class Archive, Either<T> Self> void describe(Archive& a, Self& self)
// which hands its members to `a` in order; `a.require(condition)` states an invariant that a reader
// checks. Little-endian; a count is four bytes; floats travel bit by bit. Long rows of numbers may
// be written apart from the rest, each as bytes of its own, in order.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace lab {

// T or const T: what a reader fills and a writer reads.
template <class Self, class T>
concept Either = std::same_as<std::remove_const_t<Self>, T>;

using Bytes = std::vector<std::uint8_t>;

// Rows of numbers of at least so many bytes are written apart by who writes any apart.
constexpr std::size_t long_row = 1024;

class ByteWriter {
 public:
  // Writes long rows of numbers to the end of `apart`.
  explicit ByteWriter(std::vector<Bytes>& apart) : counts_(false), apart_(&apart) {}

  // Counts what it would write when `counts`, else writes into memory reserved for `expected`
  // bytes.
  explicit ByteWriter(bool counts, std::size_t expected = 0) : counts_(counts) {
    if (!counts_) bytes_.reserve(expected);
  }
  std::size_t size() const { return size_; }

  template <class... Members>
  void operator()(const Members&... members) {
    (put(members), ...);
  }
  template <class Enum>
  void enumerator(const Enum& e, int /*count*/) {
    byte(static_cast<std::uint8_t>(e));
  }
  void require(bool) {}
  // What a vector of the same items would write.
  template <class Items>
  void list(const Items& items, std::size_t n) {
    count(n);
    for (const auto& item : items) put(item);
  }
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(const T& x) {
    if constexpr (std::is_same_v<T, bool>) {
      byte(x ? 1 : 0);
    } else if constexpr (std::is_arithmetic_v<T>) {
      raw(&x, sizeof x);
    } else {
      describe(*this, x);
    }
  }
  void put(const std::string& s) {
    count(s.size());
    raw(s.data(), s.size());
  }
  template <class T>
  void put(const std::vector<T>& items) {
    count(items.size());
    if constexpr (std::is_arithmetic_v<T>) {
      const std::size_t size = items.size() * sizeof(T);
      if (apart_ && size >= long_row) {
        const auto* const from = reinterpret_cast<const std::uint8_t*>(items.data());
        apart_->emplace_back(from, from + size);
      } else {
        raw(items.data(), size);
      }
    } else if constexpr (std::is_enum_v<T>) {
      for (const T item : items) byte(static_cast<std::uint8_t>(item));
    } else {
      for (const T& item : items) put(item);
    }
  }
  template <class... Cases>
  void put(const std::variant<Cases...>& v) {
    byte(static_cast<std::uint8_t>(v.index()));
    std::visit([&](const auto& x) { put(x); }, v);
  }
  void count(std::size_t n) { put(static_cast<std::uint32_t>(n)); }
  void byte(std::uint8_t b) { raw(&b, 1); }
  void raw(const void* from, std::size_t n) {
    size_ += n;
    if (n == 0 || counts_) return;
    const auto* const bytes = static_cast<const std::uint8_t*>(from);
    bytes_.insert(bytes_.end(), bytes, bytes + n);
  }

  bool counts_;
  std::vector<Bytes>* apart_ = nullptr;
  std::size_t size_ = 0;
  Bytes bytes_;
};

// Reads what a ByteWriter wrote. After a fault every further read leaves its target alone.
class ByteReader {
 public:
  using Span = std::span<const std::uint8_t>;

  explicit ByteReader(Span bytes) : rest_(bytes) {}
  // What was written with long rows apart, and these.
  ByteReader(Span bytes, std::span<const Span> apart)
      : rest_(bytes), apart_(apart), long_rows_apart_(true) {}

  template <class... Members>
  void operator()(Members&... members) {
    (get(members), ...);
  }
  template <class Enum>
  void enumerator(Enum& e, int count) {
    std::uint8_t byte = 0;
    raw(&byte, 1);
    require(byte < count);
    if (good_) e = static_cast<Enum>(byte);
  }
  void require(bool condition) { good_ = good_ && condition; }
  bool good() const { return good_; }
  bool complete() const { return good_ && rest_.empty() && apart_.empty(); }

  // What a vector of bytes was written as, without a copy; it lives as long as what is read.
  Span part() {
    const std::size_t n = count(1);
    if (!good_) return {};
    const Span bytes = rest_.first(n);
    rest_ = rest_.subspan(n);
    return bytes;
  }

 private:
  template <class T>
  void get(T& x) {
    if constexpr (std::is_same_v<T, bool>) {
      enumerator(x, 2);
    } else if constexpr (std::is_arithmetic_v<T>) {
      raw(&x, sizeof x);
    } else {
      describe(*this, x);
    }
  }
  void get(std::string& s) {
    const std::size_t n = count(1);
    if (!good_) return;
    s.assign(reinterpret_cast<const char*>(rest_.data()), n);
    rest_ = rest_.subspan(n);
  }
  template <class T>
  void get(std::vector<T>& items) {
    if constexpr (std::is_arithmetic_v<T>) {
      std::uint32_t n = 0;
      raw(&n, sizeof n);
      const bool apart = long_rows_apart_ && n >= (long_row + sizeof(T) - 1) / sizeof(T);
      if (apart) {
        require(!apart_.empty() && apart_[0].size() / sizeof(T) == n &&
                apart_[0].size() % sizeof(T) == 0);
      } else {
        require(n <= rest_.size() / sizeof(T));
      }
      if (!good_) return;
      items.resize(n);
      if (!apart) return raw(items.data(), n * sizeof(T));
      std::memcpy(items.data(), apart_[0].data(), apart_[0].size());
      apart_ = apart_.subspan(1);
    } else if constexpr (std::is_enum_v<T>) {
      const std::size_t n = count(1);
      if (good_) items.resize(n);
      for (std::size_t i = 0; good_ && i < n; ++i) enumerator(items[i], enumerators(T{}));
    } else {
      const std::size_t n = count(1);
      items.clear();
      for (std::size_t i = 0; good_ && i < n; ++i) get(items.emplace_back());
    }
  }
  template <class... Cases>
  void get(std::variant<Cases...>& v) {
    std::uint8_t index = 0;
    raw(&index, 1);
    require(index < sizeof...(Cases));
    if (!good_) return;
    constexpr auto fresh = std::array{+[]() -> std::variant<Cases...> { return Cases{}; }...};
    v = fresh[index]();
    std::visit([&](auto& x) { get(x); }, v);
  }
  // A count of items of at least `each` bytes, none of which can lie beyond the end.
  std::size_t count(std::size_t each) {
    std::uint32_t n = 0;
    raw(&n, sizeof n);
    require(n <= rest_.size() / each);
    return good_ ? n : 0;
  }
  void raw(void* to, std::size_t n) {
    require(n <= rest_.size());
    if (!good_ || n == 0) return;
    std::memcpy(to, rest_.data(), n);
    rest_ = rest_.subspan(n);
  }

  Span rest_;
  std::span<const Span> apart_;
  bool long_rows_apart_ = false;
  bool good_ = true;
};

}  // namespace lab

// Small reproducible noise for tests that attack a reader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

// SplitMix64: the tests of the lower layers cannot ask num for random numbers.
class Noise {
 public:
  explicit Noise(std::uint64_t seed) : state_(seed) {}
  std::uint64_t bits() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return n == 0 ? 0 : bits() % n; }

 private:
  std::uint64_t state_;
};

// `bytes` with one to four random edits: a byte changed, dropped, doubled or inserted, a piece cut
// out, moved or repeated. `alphabet` is where changed bytes come from; empty means any byte.
template <class Bytes>
Bytes mutated(Bytes bytes, Noise& noise, std::string_view alphabet = {}) {
  using Byte = typename Bytes::value_type;
  const auto any = [&] {
    return static_cast<Byte>(
        alphabet.empty() ? noise.bits() & 255
                         : static_cast<std::uint64_t>(alphabet[noise.below(alphabet.size())]));
  };
  for (std::size_t edits = 1 + noise.below(4); edits > 0; --edits) {
    const auto at = static_cast<std::ptrdiff_t>(noise.below(bytes.size() + 1));
    const auto end =
        static_cast<std::ptrdiff_t>(static_cast<std::size_t>(at) +
                                    noise.below(bytes.size() - static_cast<std::size_t>(at) + 1));
    const Bytes piece(bytes.begin() + at, bytes.begin() + end);
    switch (noise.below(5)) {
      case 0:
        if (!bytes.empty()) bytes[noise.below(bytes.size())] = any();
        break;
      case 1:
        bytes.insert(bytes.begin() + at, any());
        break;
      case 2:
        bytes.erase(bytes.begin() + at, bytes.begin() + end);
        break;
      case 3:
        bytes.insert(bytes.end(), piece.begin(), piece.end());
        break;
      default:
        bytes.resize(static_cast<std::size_t>(at));
    }
  }
  return bytes;
}

}  // namespace tests

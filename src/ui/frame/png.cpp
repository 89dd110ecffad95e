// PNG (ISO/IEC 15948) with deflate (RFC 1951) by its fixed code, matching runs of one byte alone.

#include "ui/frame/png.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace ui {

namespace {

using Bytes = std::vector<std::uint8_t>;

void add_number(Bytes& to, std::uint32_t n) {
  for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<std::uint8_t>(n >> shift));
}

std::uint32_t crc(std::span<const std::uint8_t> bytes) {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    table[i] = i;
    for (int k = 0; k < 8; ++k) table[i] = (table[i] >> 1) ^ ((table[i] & 1) ? 0xedb88320u : 0);
  }
  std::uint32_t sum = 0xffffffffu;
  for (const std::uint8_t b : bytes) sum = table[(sum ^ b) & 0xff] ^ (sum >> 8);
  return sum ^ 0xffffffffu;
}

void add_chunk(Bytes& to, std::string_view type, const Bytes& data) {
  add_number(to, static_cast<std::uint32_t>(data.size()));
  const std::size_t from = to.size();
  to.insert(to.end(), type.begin(), type.end());
  to.insert(to.end(), data.begin(), data.end());
  add_number(to, crc(std::span(to).subspan(from)));
}

class Deflate {
 public:
  Bytes pack(const Bytes& data) {
    bits(1, 1), bits(1, 2);  // the last block, with the fixed code
    for (std::size_t i = 0; i < data.size();) {
      std::size_t run = 0;
      while (i > 0 && run < 258 && i + run < data.size() && data[i + run] == data[i - 1]) ++run;
      if (run < 3) {
        symbol(data[i++]);
      } else {
        repeat(static_cast<std::uint32_t>(run));
        i += run;
      }
    }
    symbol(256);
    if (count_ > 0) out_.push_back(static_cast<std::uint8_t>(waiting_));
    return std::move(out_);
  }

 private:
  void bits(std::uint32_t value, int n) {
    waiting_ |= value << count_;
    for (count_ += n; count_ >= 8; count_ -= 8, waiting_ >>= 8)
      out_.push_back(static_cast<std::uint8_t>(waiting_));
  }
  // Codes are stored from their highest bit on.
  void code(std::uint32_t value, int n) {
    while (n-- > 0) bits((value >> n) & 1, 1);
  }
  void symbol(std::uint32_t s) {
    if (s < 144) return code(0x30 + s, 8);
    if (s < 256) return code(0x190 + s - 144, 9);
    if (s < 280) return code(s - 256, 7);
    code(0xc0 + s - 280, 8);
  }
  // `length` in 3 to 258: the byte before, as often.
  void repeat(std::uint32_t length) {
    const std::uint32_t l = length - 3;
    int extra = 0;
    while (length < 258 && (l >> extra) >= 8) ++extra;
    if (length == 258) {
      symbol(285);
    } else {
      symbol(257 + (static_cast<std::uint32_t>(extra) << 2) + (l >> extra));
      bits(l & ((1u << extra) - 1), extra);
    }
    code(0, 5);  // distance 1
  }

  Bytes out_;
  std::uint32_t waiting_ = 0;
  int count_ = 0;
};

// Each row as the differences from its left or its upper neighbours, whichever has more zeros.
Bytes filtered(int width, int height, std::span<const std::uint8_t> rgba) {
  const std::size_t row = 4 * static_cast<std::size_t>(width);
  Bytes out, left(row), up(row);
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
    const auto now = rgba.subspan(y * row, row);
    for (std::size_t i = 0; i < row; ++i) {
      left[i] = static_cast<std::uint8_t>(now[i] - (i >= 4 ? now[i - 4] : 0));
      up[i] = static_cast<std::uint8_t>(now[i] - (y > 0 ? rgba[(y - 1) * row + i] : 0));
    }
    const bool upper =
        std::count(up.begin(), up.end(), 0) >= std::count(left.begin(), left.end(), 0);
    out.push_back(upper ? 2 : 1);
    const Bytes& best = upper ? up : left;
    out.insert(out.end(), best.begin(), best.end());
  }
  return out;
}

std::uint32_t adler(const Bytes& bytes) {
  std::uint32_t a = 1, b = 0;
  for (const std::uint8_t byte : bytes) a = (a + byte) % 65521, b = (b + a) % 65521;
  return b << 16 | a;
}

std::string base64(const Bytes& bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8 | (i + k < bytes.size() ? bytes[i + k] : 0u);
    for (std::size_t k = 0; k < 4; ++k)
      out += i + k > bytes.size() ? '=' : letters[(three >> (18 - 6 * k)) & 63];
  }
  return out;
}

}  // namespace

std::string png_uri(int width, int height, std::span<const std::uint8_t> rgba) {
  Bytes png = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  Bytes head;
  add_number(head, static_cast<std::uint32_t>(width));
  add_number(head, static_cast<std::uint32_t>(height));
  head.insert(head.end(), {8, 6, 0, 0, 0});  // eight bits of red, green, blue and opacity
  const Bytes rows = filtered(width, height, rgba);
  Bytes data = {0x78, 0x01};
  const Bytes packed = Deflate().pack(rows);
  data.insert(data.end(), packed.begin(), packed.end());
  add_number(data, adler(rows));
  add_chunk(png, "IHDR", head);
  add_chunk(png, "IDAT", data);
  add_chunk(png, "IEND", {});
  return "data:image/png;base64," + base64(png);
}

}  // namespace ui

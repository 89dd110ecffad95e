#include "num/look_alike.h"

#include <algorithm>
#include <iterator>

#include "num/utf8.h"

namespace num {
namespace {

struct Range {
  std::uint32_t first, last;
  bool holds(std::uint32_t point) const { return point >= first && point <= last; }
};

template <std::size_t n>
bool in(const Range (&ranges)[n], std::uint32_t point) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [point](const Range& r) { return r.holds(point); });
}

constexpr Range blanks[] = {{0x0b, 0x0c},
                            {' ', ' '},
                            {0xa0, 0xa0},
                            {0x1680, 0x1680},
                            {0x2000, 0x200a},
                            {0x202f, 0x202f},
                            {0x205f, 0x205f},
                            {0x3000, 0x3000},
                            // What multiplies unseen in copied formulas parts what it stands
                            // between.
                            {0x2062, 0x2062}};
constexpr Range line_ends[] = {{0x0a, 0x0a}, {0x0d, 0x0d}, {0x85, 0x85}, {0x2028, 0x2029}};
constexpr Range unseen[] = {
    {0xad, 0xad},     {0x34f, 0x34f},   {0x61c, 0x61c},   {0x115f, 0x1160},
    {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x200b, 0x200f}, {0x202a, 0x202e},
    {0x2060, 0x2061}, {0x2063, 0x206f}, {0x3164, 0x3164}, {0xfe00, 0xfe0f},
    {0x20e3, 0x20e3}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xe0000, 0xe0fff}};
// Accents and what is private or no character.
constexpr Range not_alone[] = {
    {0x00, 0x20},     {0x7f, 0xa0},     {0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5c7},
    {0x610, 0x61a},   {0x64b, 0x65f},   {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x20d0, 0x20ff},
    {0xd800, 0xf8ff}, {0xfe20, 0xfe2f}, {0xfff0, 0xfffc}, {0xfffe, 0xffff}, {0xf0000, 0x10ffff}};

// Characters one by one, in the order of their numbers.
struct Pair {
  std::uint32_t point, plain;
};
constexpr Pair pairs[] = {
    {0xb4, '\''},     {0xb5, 0x3bc},    {0x131, 'i'},     {0x262, 'G'},     {0x26a, 'I'},
    {0x274, 'N'},     {0x280, 'R'},     {0x28f, 'Y'},     {0x299, 'B'},     {0x29c, 'H'},
    {0x29f, 'L'},     {0x2b9, '\''},    {0x2c6, '^'},     {0x2d7, '-'},     {0x37e, ';'},
    {0x391, 'A'},     {0x392, 'B'},     {0x395, 'E'},     {0x396, 'Z'},     {0x397, 'H'},
    {0x399, 'I'},     {0x39a, 'K'},     {0x39c, 'M'},     {0x39d, 'N'},     {0x39f, 'O'},
    {0x3a1, 'P'},     {0x3a4, 'T'},     {0x3a5, 'Y'},     {0x3a7, 'X'},     {0x3bf, 'o'},
    {0x3d1, 0x3b8},   {0x3d5, 0x3c6},   {0x3d6, 0x3c0},   {0x3f0, 0x3ba},   {0x3f1, 0x3c1},
    {0x3f4, 0x398},   {0x3f5, 0x3b5},   {0x405, 'S'},     {0x406, 'I'},     {0x408, 'J'},
    {0x410, 'A'},     {0x412, 'B'},     {0x415, 'E'},     {0x41a, 'K'},     {0x41c, 'M'},
    {0x41d, 'H'},     {0x41e, 'O'},     {0x420, 'P'},     {0x421, 'C'},     {0x422, 'T'},
    {0x423, 'Y'},     {0x425, 'X'},     {0x430, 'a'},     {0x435, 'e'},     {0x43e, 'o'},
    {0x440, 'p'},     {0x441, 'c'},     {0x443, 'y'},     {0x445, 'x'},     {0x455, 's'},
    {0x456, 'i'},     {0x458, 'j'},     {0x4bb, 'h'},     {0x501, 'd'},     {0x51b, 'q'},
    {0x51d, 'w'},     {0x578, 'n'},     {0x60c, ','},     {0x66a, '%'},     {0x66b, '.'},
    {0x66c, '\''},    {0x1d00, 'A'},    {0x1d04, 'C'},    {0x1d05, 'D'},    {0x1d07, 'E'},
    {0x1d0a, 'J'},    {0x1d0b, 'K'},    {0x1d0d, 'M'},    {0x1d0f, 'O'},    {0x1d18, 'P'},
    {0x1d1b, 'T'},    {0x1d1c, 'U'},    {0x1d20, 'V'},    {0x1d21, 'W'},    {0x1d22, 'Z'},
    {0x2018, '\''},   {0x2019, '\''},   {0x201a, ','},    {0x2022, 0xb7},   {0x2024, '.'},
    {0x2027, 0xb7},   {0x2032, '\''},   {0x2043, '-'},    {0x2044, '/'},    {0x208b, '-'},
    {0x2102, 'C'},    {0x2107, 'E'},    {0x210a, 'g'},    {0x210b, 'H'},    {0x210c, 'H'},
    {0x210d, 'H'},    {0x210e, 'h'},    {0x2110, 'I'},    {0x2111, 'I'},    {0x2112, 'L'},
    {0x2113, 'l'},    {0x2115, 'N'},    {0x2119, 'P'},    {0x211a, 'Q'},    {0x211b, 'R'},
    {0x211c, 'R'},    {0x211d, 'R'},    {0x2124, 'Z'},    {0x2126, 0x3a9},  {0x2128, 'Z'},
    {0x212a, 'K'},    {0x212c, 'B'},    {0x212d, 'C'},    {0x212e, 'e'},    {0x212f, 'e'},
    {0x2130, 'E'},    {0x2131, 'F'},    {0x2133, 'M'},    {0x2134, 'o'},    {0x2139, 'i'},
    {0x213c, 0x3c0},  {0x213d, 0x3b3},  {0x213f, 0x3a0},  {0x2140, 0x2211}, {0x2145, 'D'},
    {0x2146, 'd'},    {0x2147, 'e'},    {0x2148, 'i'},    {0x2149, 'j'},    {0x2160, 'I'},
    {0x2164, 'V'},    {0x2169, 'X'},    {0x216c, 'L'},    {0x216d, 'C'},    {0x216e, 'D'},
    {0x216f, 'M'},    {0x2170, 'i'},    {0x2174, 'v'},    {0x2179, 'x'},    {0x217c, 'l'},
    {0x217d, 'c'},    {0x217e, 'd'},    {0x217f, 'm'},    {0x2190, '='},    {0x2206, 0x394},
    {0x2212, '-'},    {0x2215, '/'},    {0x2217, '*'},    {0x2219, 0xb7},   {0x2223, '|'},
    {0x2225, 0x2016}, {0x2236, ':'},    {0x223c, '~'},    {0x2243, 0x2248}, {0x2245, 0x2248},
    {0x2246, 0x2248}, {0x224a, 0x2248}, {0x2250, 0x2248}, {0x2254, '='},    {0x2266, 0x2264},
    {0x2267, 0x2265}, {0x22ba, 0x22a4}, {0x22c5, 0xb7},   {0x22ef, 0x2026}, {0x23e8, 'E'},
    {0x252c, 0x22a4}, {0x2715, 0xd7},   {0x2716, 0xd7},   {0x2758, '|'},    {0x2768, '('},
    {0x2769, ')'},    {0x2795, '+'},    {0x2796, '-'},    {0x2797, 0xf7},   {0x27d9, 0x22a4},
    {0x27e6, '['},    {0x27e7, ']'},    {0x27e8, '('},    {0x27e9, ')'},    {0x27f5, '='},
    {0x29f8, '/'},    {0x2a2f, 0xd7},   {0x2a7d, 0x2264}, {0x2a7e, 0x2265}, {0x3002, '.'},
    {0x3010, '['},    {0x3011, ']'},    {0x3016, '('},    {0x3017, ')'},    {0x30fb, 0xb7},
    {0xa730, 'F'},    {0xa731, 'S'},    {0xfe63, '-'},    {0xff61, '.'},    {0xff64, ','},
    {0xff65, 0xb7},   {0x1d6a4, 'i'},   {0x1d6a5, 'j'}};

// The zeros of the other scripts that write numbers in base ten, each with its nine digits
// behind it.
constexpr std::uint32_t zeros[] = {0x660, 0x6f0, 0x7c0, 0x966,  0x9e6,  0xa66,
                                   0xae6, 0xb66, 0xbe6, 0xc66,  0xce6,  0xd66,
                                   0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810};

constexpr Pair raised[] = {
    {0xb2, '2'},   {0xb3, '3'},   {0xb9, '1'},   {0x2b0, 'h'},  {0x2b2, 'j'},  {0x2b3, 'r'},
    {0x2b7, 'w'},  {0x2b8, 'y'},  {0x2e1, 'l'},  {0x2e2, 's'},  {0x2e3, 'x'},  {0x1d2c, 'A'},
    {0x1d30, 'D'}, {0x1d37, 'K'}, {0x1d39, 'M'}, {0x1d3a, 'N'}, {0x1d43, 'a'}, {0x1d47, 'b'},
    {0x1d48, 'd'}, {0x1d49, 'e'}, {0x1d4d, 'g'}, {0x1d4f, 'k'}, {0x1d50, 'm'}, {0x1d52, 'o'},
    {0x1d56, 'p'}, {0x1d57, 't'}, {0x1d58, 'u'}, {0x1d5b, 'v'}, {0x1d9c, 'c'}, {0x1da0, 'f'},
    {0x1dbb, 'z'}, {0x2070, '0'}, {0x2071, 'i'}, {0x2074, '4'}, {0x2075, '5'}, {0x2076, '6'},
    {0x2077, '7'}, {0x2078, '8'}, {0x2079, '9'}, {0x207a, '+'}, {0x207b, '-'}, {0x207c, '='},
    {0x207d, '('}, {0x207e, ')'}, {0x207f, 'n'}};

template <std::size_t n>
std::uint32_t found(const Pair (&table)[n], std::uint32_t point, std::uint32_t otherwise) {
  const Pair* at =
      std::lower_bound(std::begin(table), std::end(table), point,
                       [](const Pair& pair, std::uint32_t wanted) { return pair.point < wanted; });
  return at != std::end(table) && at->point == point ? at->plain : otherwise;
}

// The five Greek alphabets of mathematics: capitals with ϴ and ∇, then small letters with ∂ and the
// second shapes of six of them.
std::uint32_t greek(std::uint32_t place) {
  constexpr std::uint32_t second[] = {0x2202, 0x3b5, 0x3b8, 0x3ba, 0x3c6, 0x3c1, 0x3c0};
  if (place == 17) return 0x398;
  if (place < 25) return 0x391 + place;
  if (place == 25) return 0x2207;
  return place < 51 ? 0x3b1 + (place - 26) : second[place - 51];
}

// Mathematical letters and digits, bold, italic and so on; 0 for any other character.
std::uint32_t mathematical(std::uint32_t point) {
  if (point >= 0x1d400 && point <= 0x1d6a3) {
    const std::uint32_t place = (point - 0x1d400) % 52;
    return place < 26 ? 'A' + place : 'a' + (place - 26);
  }
  if (point >= 0x1d6a8 && point <= 0x1d7c9) return greek((point - 0x1d6a8) % 58);
  if (point >= 0x1d7ce && point <= 0x1d7ff) return '0' + (point - 0x1d7ce) % 10;
  return 0;
}

// The ASCII signs that have a small form, in its order from U+FE50; ' ' for those that have none.
constexpr char small_forms[] = ",,. ;:?!-(){}  #&*+-<>= \\$%@";

}  // namespace

bool is_blank(std::uint32_t point) {
  return point == '\t' || in(blanks, point) || in(line_ends, point);
}

bool is_unseen(std::uint32_t point) { return in(unseen, point); }

bool is_seen(std::uint32_t point) {
  return !is_blank(point) && !is_unseen(point) && !in(not_alone, point);
}

std::uint32_t plain_character(std::uint32_t point) {
  if (point < 0x80) return in(blanks, point) ? ' ' : point;
  if (in(blanks, point)) return ' ';
  if (in(line_ends, point)) return '\n';
  if (point >= 0xff01 && point <= 0xff5e) return plain_character(point - 0xff01 + '!');
  if (point >= 0xfe50 && point <= 0xfe6b) {
    const char form = small_forms[point - 0xfe50];
    return form == ' ' ? point : static_cast<std::uint32_t>(form);
  }
  if (point >= 0x2010 && point <= 0x2015) return '-';
  if (const std::uint32_t letter = mathematical(point)) return found(pairs, letter, letter);
  for (const std::uint32_t zero : zeros)
    if (point >= zero && point < zero + 10) return '0' + (point - zero);
  return found(pairs, point, point);
}

std::uint32_t raised_character(std::uint32_t point) { return found(raised, point, 0); }

std::string character_name(std::uint32_t point) {
  if (point == ' ') return "a space";
  if (is_seen(point) && point < 0x7f) return {'"', static_cast<char>(point), '"'};
  std::string digits;
  for (std::uint32_t rest = point; rest > 0 || digits.size() < 4; rest >>= 4)
    digits.insert(digits.begin(), "0123456789ABCDEF"[rest & 15]);
  const std::string number = "U+" + digits;
  return is_seen(point) ? "\"" + utf8(point) + "\" (" + number + ")" : number;
}

}  // namespace num

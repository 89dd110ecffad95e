// A recursive descent over RFC 8259.
#include <algorithm>

#include "lab/json.h"
#include "lab/number.h"

namespace lab {
namespace {

constexpr std::size_t longest_text = 1 << 20;
constexpr int deepest = 32;

void append_utf8(std::string& s, unsigned code) {
  const auto byte = [&](unsigned b) { s += static_cast<char>(b); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xc0 | code >> 6), byte(0x80 | (code & 63));
  } else if (code < 0x10000) {
    byte(0xe0 | code >> 12), byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63));
  } else {
    byte(0xf0 | code >> 18), byte(0x80 | (code >> 12 & 63));
    byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63));
  }
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  JsonReading document() {
    Json json;
    const bool read = value(json, 0);
    skip_space();
    if (read && at_ == text_.size()) return {std::move(json), ""};
    if (error_.empty()) error_ = read ? "something follows the value" : "a value is missing";
    return {std::nullopt, error_ + " at byte " + std::to_string(at_ + 1)};
  }

 private:
  bool fail(const char* why) {
    if (error_.empty()) error_ = why;
    return false;
  }
  void skip_space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != text_.npos) ++at_;
  }
  bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool word(std::string_view w) {
    if (!text_.substr(at_).starts_with(w)) return false;
    at_ += w.size();
    return true;
  }

  bool value(Json& out, int depth) {
    if (depth > deepest) return fail("the nesting is deeper than 32");
    if (take('{')) return object(out, depth);
    if (take('[')) return array(out, depth);
    if (take('"')) return string(out.value.emplace<std::string>());
    if (word("true")) return out.value = true, true;
    if (word("false")) return out.value = false, true;
    if (word("null")) return out.value = nullptr, true;
    return number(out);
  }

  bool number(Json& out) {
    const std::size_t end = std::min(text_.find_first_not_of("0123456789+-.eE", at_), text_.size());
    const auto x = real(text_.substr(at_, end - at_));
    if (!x || text_[at_] == '+' || text_[at_] == '.') return fail("this is no JSON value");
    at_ = end;
    out.value = *x;
    return true;
  }

  bool array(Json& out, int depth) {
    auto& items = out.value.emplace<Json::Array>();
    if (take(']')) return true;
    do {
      if (!value(items.emplace_back(), depth + 1)) return false;
    } while (take(','));
    return take(']') || fail("a list is not closed with ]");
  }

  bool object(Json& out, int depth) {
    auto& members = out.value.emplace<Json::Object>();
    if (take('}')) return true;
    do {
      auto& [key, member] = members.emplace_back(std::string(), Json());
      if (!take('"') || !string(key)) return fail("a member needs a name in quotes");
      if (!take(':')) return fail("a colon is missing");
      if (!value(member, depth + 1)) return false;
    } while (take(','));
    return take('}') || fail("an object is not closed with }");
  }

  bool string(std::string& out) {
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return fail("a control character in a string");
      if (c != '\\') {
        out += c;
      } else if (!escape(out)) {
        return fail("a broken escape in a string");
      }
    }
    return fail("a string is not closed");
  }

  bool escape(std::string& out) {
    constexpr std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    if (at_ >= text_.size()) return false;
    const char c = text_[at_++];
    if (const std::size_t i = names.find(c); i != names.npos) return out += meanings[i], true;
    unsigned code = 0, low = 0;
    if (c != 'u' || !hex4(code)) return false;
    if (code >= 0xdc00 && code < 0xe000) return false;
    if (code >= 0xd800 && code < 0xdc00) {
      if (!word("\\u") || !hex4(low) || low < 0xdc00 || low >= 0xe000) return false;
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
    append_utf8(out, code);
    return true;
  }

  bool hex4(unsigned& code) {
    code = 0;
    for (int i = 0; i < 4; ++i) {
      if (at_ >= text_.size()) return false;
      const char c = text_[at_++];
      const std::size_t digit =
          std::string_view("0123456789abcdef")
              .find(static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c));
      if (digit == std::string_view::npos) return false;
      code = 16 * code + static_cast<unsigned>(digit);
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string error_;
};

}  // namespace

JsonReading parse_json(std::string_view text) {
  // A mark of the byte order, which some editors put in front (RFC 8259, section 8.1).
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  if (text.size() > longest_text) return {std::nullopt, "the text is longer than 1 MiB"};
  return Parser(text).document();
}

}  // namespace lab

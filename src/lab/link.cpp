#include "lab/link.h"

#include <algorithm>
#include <optional>

#include "lab/parts.h"

namespace lab {
namespace {

constexpr std::size_t longest_link = 64 * 1024;  // bytes
constexpr std::size_t most_pairs = 256;

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// `s` with its percent escapes undone, or nothing where one is broken.
std::optional<std::string> unescaped(std::string_view s) {
  std::string plain;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] != '%') {
      plain += s[i];
      continue;
    }
    if (i + 2 >= s.size() || hex(s[i + 1]) < 0 || hex(s[i + 2]) < 0) return std::nullopt;
    plain += static_cast<char>(16 * hex(s[i + 1]) + hex(s[i + 2]));
    i += 2;
  }
  return plain;
}

// Where `text` begins with "/key=": the slash parts the lab's pairs from the question's.
bool parts(std::string_view text) {
  if (text[0] != '/') return false;
  const std::size_t end = text.find_first_of("=&/%", 1);
  return end != std::string_view::npos && end > 1 && text[end] == '=';
}

// The place of the slash that parts `text`, or its end.
std::size_t parting(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (parts(text.substr(i))) return i;
  return text.size();
}

constexpr std::string_view closers[] = {
    ")", "]", "}", ">", ".",  ",",      ";",      ":",      "!",      "?",      "\"",     "'",
    "`", "*", "_", "|", "\\", "\u201c", "\u201d", "\u2018", "\u2019", "\u00ab", "\u00bb", "\u2026"};

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// What mailers, social sites and the page itself put into an address. No lab has a parameter of
// such a name, which a law holds.
bool is_of_address(std::string_view key) {
  return key.starts_with("utm_") ||
         std::find(keys_of_address.begin(), keys_of_address.end(), key) != keys_of_address.end();
}

// The place of a "?" in front of such a key, or the end.
std::size_t end_of_value(std::string_view text) {
  for (std::size_t at = text.find('?'); at != text.npos; at = text.find('?', at + 1))
    if (is_of_address(text.substr(at + 1, text.find('=', at) - at - 1))) return at;
  return text.size();
}

class PairReader {
 public:
  explicit PairReader(Link& link) : link_(link) {}

  void add_pairs(Link::Pairs& pairs, std::string_view text, int depth) {
    while (!text.empty()) {
      if (link_.pairs.size() + link_.lab.size() + link_.problems.size() >= most_pairs) {
        link_.problems.push_back({"", "the link has more than 256 pairs; the others are left out"});
        break;
      }
      const std::size_t end = std::min(text.find('&'), text.size());
      const std::string_view pair =
          text.substr(0, std::min(end, end_of_value(text.substr(0, end))));
      if (!pair.empty()) add_pair(pairs, pair, depth);
      text.remove_prefix(std::min(end + 1, text.size()));
      // "&" as HTML spells it.
      while (text.starts_with("amp;")) text.remove_prefix(4);
      if (text.starts_with("#38;")) text.remove_prefix(4);
    }
  }

 private:
  void add_pair(Link::Pairs& pairs, std::string_view pair, int depth) {
    constexpr int deepest = 3;
    const std::size_t equals = pair.find('=');
    const auto written = unescaped(pair.substr(0, equals));
    // Where the "=" was escaped, and perhaps the "&" behind it, what is escaped are pairs.
    if (equals == std::string_view::npos && written && depth < deepest && *written != pair &&
        (written->find('=') != written->npos || written->find('%') != written->npos))
      return add_pairs(pairs, *written, depth + 1);
    const std::string key(trimmed(written.value_or("")));
    if (key.empty() || equals == std::string_view::npos) {
      link_.problems.push_back({key, "\"" + std::string(pair.substr(0, 40)) +
                                         "\" is left out: a link has key=value pairs"});
      return;
    }
    if (is_of_address(key)) return;
    const auto value = unescaped(pair.substr(equals + 1));
    if (!value) {
      link_.problems.push_back({key, key + " is left out: its value has a broken % escape"});
      return;
    }
    const auto before =
        std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) { return p.first == key; });
    if (before == pairs.end()) {
      pairs.emplace_back(key, *value);
      return;
    }
    link_.problems.push_back({key, key + " stands twice in the link; the last one counts"});
    before->second = *value;
  }

  Link& link_;
};

// `text` with its escapes undone while its "=" is one of them, and with the "#" where that was.
std::string unwrapped(std::string_view text) {
  std::string plain(text);
  for (int depth = 0; depth < 3 && plain.find('=') == plain.npos; ++depth) {
    const auto other = unescaped(plain);
    if (!other || *other == plain) break;
    plain = *other;
  }
  return plain;
}

// The id in what stands before the pairs: the folder of a page's address, or all of it.
std::string id_in(std::string_view address) {
  std::string plain = unescaped(address).value_or("");
  std::string_view left = plain;
  for (;;) {
    while (!left.empty() && !is_word(left.back())) left.remove_suffix(1);
    const std::size_t slash = left.rfind('/');
    const std::string_view last = slash == left.npos ? left : left.substr(slash + 1);
    if (last != "index.html" || slash == left.npos) {
      left = last;
      break;
    }
    left = left.substr(0, slash);
  }
  while (!left.empty() && !is_word(left.front())) left.remove_prefix(1);
  return std::string(left);
}

}  // namespace

Link parse_link(std::string_view text) {
  Link link;
  if (text.size() > longest_link) {
    link.problems.push_back({"", "the link is longer than 64 KiB; what is beyond is left out"});
    text = text.substr(0, longest_link);
  }
  const std::string whole = text.find('#') == text.npos && text.find("%23") != text.npos
                                ? unescaped(text).value_or(std::string(text))
                                : std::string(text);
  const std::string_view all = whole;
  const std::size_t hash = std::min(all.find('#'), all.size());
  const std::size_t mark = std::min(all.find('?'), hash);
  link.id = id_in(all.substr(0, mark));
  PairReader reader(link);
  const auto read = [&](std::string_view written) {
    const std::string pairs = unwrapped(written);
    const std::string_view left = pairs;
    const std::size_t slash = parting(left);
    reader.add_pairs(link.pairs, left.substr(0, slash), 0);
    if (slash < left.size()) reader.add_pairs(link.lab, left.substr(slash + 1), 0);
  };
  // A mailer or a person may have put "?" for "#", or in front of it. Without a pair behind it, it
  // is what a sentence ends with.
  const std::string_view query = all.substr(mark, hash - mark);
  if (!query.empty() && unwrapped(query).find('=') != std::string::npos) read(query.substr(1));
  if (hash < all.size()) read(all.substr(hash + 1));
  return link;
}

std::string without_end(std::string_view value) {
  for (bool again = true; again;) {
    again = false;
    value = trimmed(value);
    for (const std::string_view closer : closers)
      if (value.ends_with(closer)) value.remove_suffix(closer.size()), again = true;
  }
  return std::string(value);
}

bool alike(std::string_view a, std::string_view b) {
  const auto letters = [](std::string_view s) {
    std::string kept;
    for (const char c : s)
      if (is_word(c) && c != '_')
        kept += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return kept;
  };
  return letters(a) == letters(b);
}

std::string escaped(std::string_view value) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,;:!*()/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string s;
  for (const char c : value) {
    if (plain.find(c) != std::string_view::npos) {
      s += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    s += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return s;
}

}  // namespace lab

#include "lab/link.h"

#include <algorithm>
#include <optional>

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

void add_pair(Link& link, Link::Pairs& pairs, std::string_view pair) {
  const std::size_t equals = pair.find('=');
  const auto key = unescaped(pair.substr(0, equals));
  if (!key || key->empty() || equals == std::string_view::npos) {
    link.problems.push_back({key.value_or(""), "\"" + std::string(pair.substr(0, 40)) +
                                                   "\" is left out: a link has key=value pairs"});
    return;
  }
  const auto value = unescaped(pair.substr(equals + 1));
  if (!value) {
    link.problems.push_back({*key, *key + " is left out: its value has a broken % escape"});
    return;
  }
  const auto before =
      std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) { return p.first == *key; });
  if (before == pairs.end()) {
    pairs.emplace_back(*key, *value);
    return;
  }
  link.problems.push_back({*key, *key + " stands twice in the link; the last one counts"});
  before->second = *value;
}

void add_pairs(Link& link, Link::Pairs& pairs, std::string_view text) {
  while (!text.empty()) {
    if (link.pairs.size() + link.lab.size() + link.problems.size() >= most_pairs) {
      link.problems.push_back({"", "the link has more than 256 pairs; the others are left out"});
      break;
    }
    const std::size_t end = std::min(text.find('&'), text.size());
    if (end > 0) add_pair(link, pairs, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

Link parse_link(std::string_view text) {
  Link link;
  if (text.size() > longest_link) {
    link.problems.push_back({"", "the link is longer than 64 KiB; what is beyond is left out"});
    text = text.substr(0, longest_link);
  }
  const std::size_t hash = text.find('#');
  link.id = unescaped(text.substr(0, hash)).value_or("");
  if (hash == std::string_view::npos) return link;
  text.remove_prefix(hash + 1);
  const std::size_t slash = parting(text);
  add_pairs(link, link.pairs, text.substr(0, slash));
  if (slash < text.size()) add_pairs(link, link.lab, text.substr(slash + 1));
  return link;
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

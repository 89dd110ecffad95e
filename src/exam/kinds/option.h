// The options of a choice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exam {

// How an option is marked. A contested one earns its share with either verdict; one that is
// unscored is contested as well, and is not marked: it has no share, whether it is judged or not.
enum class Key : std::uint8_t { yes, no, contested, unscored };
constexpr bool is_contested(Key key) { return key == Key::contested || key == Key::unscored; }

struct Option {
  std::string id;    // "i"
  std::string text;  // the statement
  Key key = Key::yes;
  std::string reason;  // why, shown after checking; both readings where contested
  // A link's pairs that set the lab to the case that decides it, "tab=" among them where that
  // stands under another tab; "figure=" and its key where another figure than the first shows it.
  // May be empty.
  std::string show;
  double share = 0;  // what a one-of pays for it where it is not the right one
};

// The option called `id`, or null.
const Option* find(const std::vector<Option>& options, std::string_view id);

// The option that a person calls `name`: in any case, in brackets, with a full stop, "(IV)", with
// other dashes, by its number where options count i, ii, …, or in words that begin with its id or
// are its statement, "L1 regularisation", "it explodes". Null where there is none.
const Option* find_named(const std::vector<Option>& options, std::string_view name);

// Says that there is no option of that name, and which there are.
std::string no_option(const std::vector<Option>& options, std::string_view name);

// [{"id", "text", "show"}, ...]: nothing of how they are marked.
std::string options_json(const std::vector<Option>& options);

}  // namespace exam

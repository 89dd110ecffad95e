#include "exam/kinds/option.h"

#include <algorithm>

#include "lab/json.h"
#include "lab/link.h"
#include "lab/parts.h"
#include "lab/utf8.h"
#include "num/letters.h"

namespace exam {

const Option* find(const std::vector<Option>& options, std::string_view id) {
  const auto at =
      std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.id == id; });
  return at == options.end() ? nullptr : &*at;
}

const Option* find_named(const std::vector<Option>& options, std::string_view name) {
  if (const Option* exact = find(options, name)) return exact;
  constexpr std::string_view around = " ().,;:";
  const std::size_t first = name.find_first_not_of(around);
  if (first == name.npos) return nullptr;
  name = name.substr(first, name.find_last_not_of(around) + 1 - first);
  const auto called = [&](const auto& is) {
    const auto at = std::find_if(options.begin(), options.end(), is);
    return at == options.end() ? nullptr : &*at;
  };
  const std::string low = num::lower(name);
  if (const Option* own = called([&](const Option& o) { return num::lower(o.id) == low; }))
    return own;
  if (std::none_of(name.begin(), name.end(), num::is_letter)) {
    const bool number =
        name.size() == 1 && num::is_digit(name[0]) && !options.empty() && options[0].id == "i";
    const auto place = static_cast<std::size_t>(name[0] - '1');
    return number && place < options.size() ? &options[place] : nullptr;
  }
  return called([&](const Option& o) { return lab::alike(o.id, name); });
}

std::string no_option(const std::vector<Option>& options, std::string_view name) {
  std::vector<std::string> ids;
  for (const Option& o : options) ids.push_back(o.id);
  return "there is no option called " + std::string(lab::whole_characters(name, 40)) +
         "; there are: " + lab::enumerated(ids);
}

std::string options_json(const std::vector<Option>& options) {
  lab::Writer list('[');
  for (const Option& o : options)
    list.item(lab::Writer('{')
                  .member("id", lab::quoted(o.id))
                  .member("text", lab::quoted(o.text))
                  .member("show", lab::quoted(o.show))
                  .done());
  return list.done();
}

}  // namespace exam

#include "exam/kinds/option.h"

#include <algorithm>

#include "lab/json.h"
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
  const auto at = std::find_if(options.begin(), options.end(), [name](const Option& o) {
    return num::lower(o.id) == num::lower(name);
  });
  return at == options.end() ? nullptr : &*at;
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

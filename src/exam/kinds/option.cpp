#include "exam/kinds/option.h"

#include <algorithm>

#include "lab/json.h"

namespace exam {

const Option* find(const std::vector<Option>& options, std::string_view id) {
  const auto at =
      std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.id == id; });
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

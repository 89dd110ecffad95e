#include "exercises/choices.h"

namespace exercises {

exam::OneOf one_of(std::span<const Choice> choices, int turn) {
  exam::OneOf one;
  const int count = static_cast<int>(choices.size());
  for (int place = 0; place < count; ++place) {
    const int which = (place + turn) % count;
    const Choice& c = choices[static_cast<std::size_t>(which)];
    if (which == 0) one.right = place;
    const bool counts = which == 0 || c.share == 1;
    one.options.push_back({c.id, c.text, counts ? exam::Key::yes : exam::Key::no, c.reason, c.show,
                           which == 0 ? 0 : c.share});
  }
  return one;
}

}  // namespace exercises

#include "labs/budget.h"

#include "labs/phrases.h"

namespace laboratory {

std::string Budget::refusal(std::int64_t amount, const std::string& remedy) const {
  return grouped(amount) + " " + work + " are more than the " + grouped(most) +
         " that the lab takes; " + remedy + ".";
}

}  // namespace laboratory

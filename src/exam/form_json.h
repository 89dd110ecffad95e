// A form as a person is asked it.
#pragma once

#include <string>

#include "exam/answer.h"

namespace exam {

// The form without its answers, as a JSON list of its fields.
std::string form_json(const Form& form);

}  // namespace exam

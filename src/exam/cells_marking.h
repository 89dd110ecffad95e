// Marking a matrix cell by cell.
#pragma once

#include "exam/marking.h"

namespace exam {

FieldMark mark_field(const AnswerField& field, const Cells& kind, const lab::Json& answer);

}  // namespace exam

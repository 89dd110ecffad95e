// How what a link names is found: exercises, labs and fields, also where mail or a person has
// spelled them in other letters.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exam/exercise.h"
#include "lab/fields.h"
#include "lab/link.h"

namespace exam {

// The part or lab with that id, else one whose id differs in case or in its dashes alone. Null
// where there is none.
const Part* part_named(std::span<const Part> paper, std::string_view id);
const lab::LabRow* lab_named(std::span<const lab::LabRow* const> labs, std::string_view id);

// The labs of those parts that are built, each once, in the order of the parts.
std::vector<const lab::LabRow*> labs_of(std::span<const Part> parts);

// Gives the pairs of a link the keys that the fields and the session have, where they differ in
// case alone and one key only can be meant.
void spell_keys(const lab::Fields& fields, lab::Link& link);

// Sets a field by a pair of a link. A value that is refused for a bracket, a full stop or the like
// at its end is read without it, which the reading says.
lab::Reading set_by_link(lab::Fields& fields, const std::string& key, const std::string& value);

}  // namespace exam

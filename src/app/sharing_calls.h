// The calls by which engines share a run of members: the one that owns it sends errands, and others
// that have its link open run them. Nothing but bytes goes between them.
#pragma once

#include <cstdint>
#include <vector>

#include "app/engine_calls.h"

namespace app::sharing {

// How many members the steps that are left could be shared among; 0 where they could not. A file of
// a person's own does not travel to other engines.
double members(Engine& engine, double);

// What errands are of: where the number is another, the others are to open the link anew.
double work(Engine& engine, double);

// Takes the own part of a shared run for about `ms`: 0 while there is more to do, 1 when all is
// done, 2 when the rest is in the hands of others.
double assist(Engine& engine, double ms);

// 1 where a report only tells of the run; 0 in the midst of a step, of which it would take the rest
// first.
double stands(Engine& engine, double);

// Something to do for another engine, by its number from 1; no bytes where there is nothing.
std::vector<std::uint8_t> errand(Engine& engine, const Given& given);

// What the errand in the file brings, run here: for an engine that has the owner's link open. No
// bytes where it is no errand of that lab.
std::vector<std::uint8_t> run_errand(Engine& engine, const Given& given);

// Takes what another engine has brought, which is the file. Answers with null.
Answer bring(Engine& engine, const Given& given);

// The engine of that number will not bring what it was sent for. 0.
double lose(Engine& engine, double mate);

}  // namespace app::sharing

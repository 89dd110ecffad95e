// The numbers of the laboratory of super-resolution.
#pragma once

#include "lab/report.h"
#include "labs/super_resolution/by_hand.h"
#include "labs/super_resolution/study.h"

namespace laboratory::super_resolution {

void report_training(const Params& p, const Sets& sets, const Trained& t, lab::Report& r);
// The same readouts where nothing is trained.
void report_no_training(const char* why, lab::Report& r);
void report_by_hand(const Params& p, lab::Report& r);

}  // namespace laboratory::super_resolution

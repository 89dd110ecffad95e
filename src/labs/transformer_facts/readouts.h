// The numbers of the laboratory of facts about Transformers.
#pragma once

#include "lab/report.h"
#include "labs/transformer_facts/params.h"
#include "labs/transformer_facts/place_codes.h"
#include "labs/transformer_facts/shuffle.h"
#include "labs/transformer_facts/study.h"

namespace laboratory::transformer_facts {

void report_shuffle(const Shuffle& s, const std::vector<double>& errors, double joint,
                    lab::Report& r);
void report_codes(const CodeStudy& s, int position, lab::Report& r);
void report_heads(const Params& p, lab::Report& r);
void report_model(const Params& p, const Reading& text, const Counts& counts, const ModelStudy& s,
                  lab::Report& r);
// The same readouts where no model is trained.
void report_no_model(const char* why, lab::Report& r);
// A prompt with unknown characters, a head or a character that there is none of, a text with rare
// characters, a training that has stopped.
void blame_what_is_seen(const Params& p, const Reading& text, int judged, const ModelStudy& s,
                        lab::Report& r);

}  // namespace laboratory::transformer_facts

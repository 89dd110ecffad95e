// The figures of the laboratory of facts about Transformers, one function for each tab.
#pragma once

#include "lab/memory.h"
#include "lab/report.h"
#include "labs/transformer_facts/heads.h"
#include "labs/transformer_facts/params.h"
#include "labs/transformer_facts/place_codes.h"
#include "labs/transformer_facts/shuffle.h"
#include "labs/transformer_facts/study.h"

namespace laboratory::transformer_facts {

// The story, and the numbers behind it with all ways to break it; `joint` is `joint_error`.
void draw_shuffle(const Shuffle& s, Break broken, const std::vector<double>& errors, double joint,
                  lab::Report& r);
void draw_codes(const CodeStudy& s, const Court& c, lab::Report& r);
void draw_heads(const Params& p, const std::vector<lab::Timing>& timings, lab::Report& r);
void draw_model(const Params& p, const Reading& text, const Counts& counts, const ModelStudy& s,
                const SeenOf& seen, lab::Drawings& drawings, lab::Report& r);

}  // namespace laboratory::transformer_facts

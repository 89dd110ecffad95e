// The pictures of gradients: how far they reach in each net, before training and now, and where
// they would neither vanish nor explode; and what all pictures of the line-up share.
#pragma once

#include <string>
#include <vector>

#include "lab/memory.h"
#include "labs/rnn_remedies/line_up.h"
#include "labs/rnn_remedies/validity.h"

namespace laboratory::rnn_remedies {

// The names of the tabs that figures stand under.
namespace tabs {
inline constexpr const char* losses = "losses";
inline constexpr const char* outcome = "share and loss";
inline constexpr const char* card = "card";
inline constexpr const char* start = "start";
inline constexpr const char* map = "map";
inline constexpr const char* matrix = "matrix";
}  // namespace tabs

// A share that is neither vanished nor exploded: by convention, within two powers of ten of 1.
constexpr double safe_low = 0.01, safe_high = 100;

// What a report tells of one remedy.
struct Standing {
  Spread start, now;           // of the share that reaches the first step
  std::vector<Spread> shares;  // now, by steps back
  Outcome outcome;
};

// "1.2×10⁻⁶", "0", "not finite"
std::string share_words(const Spread& share);

// Axes of shares by steps back, on one scale for every setting, with the safe band; and a curve of
// shares, with its range over the seeds where `band`.
lab::Lines share_frame(const Params& p);
lab::Curve share_curve(std::string name, lab::Role role, bool dashed,
                       const std::vector<Spread>& shares, bool band);

// Each appends its figures.
void draw_story(LineUp& line_up, const std::vector<Standing>& standing, const Params& p,
                lab::Report& report);
void draw_start(LineUp& line_up, const std::vector<Standing>& standing, const Params& p,
                lab::Report& report);
void draw_map(const Validity& validity, const Params& p, lab::Report& report);

}  // namespace laboratory::rnn_remedies

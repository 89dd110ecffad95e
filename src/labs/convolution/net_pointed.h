// What the trained network is shown and where it is looked at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lab/report.h"
#include "labs/convolution/net.h"

namespace laboratory::convolution {

// The picture that the kernel slides over, where the network is shown that one.
struct StoryPicture {
  bool own = false;       // the person's
  bool dark_ink = false;  // see NetInput
};

// What the parameters point at, counted from 0.
struct Pointed {
  int layer = 0, filter = 0, row = 0, col = 0;
  std::vector<float> picture;         // what the network is shown
  std::optional<int> digit;           // that it shows; nobody says so of anything else
  std::optional<StoryPicture> story;  // neither of these: a drawing
  NetEdit edit;

  // "a 2", "your drawing", "your picture", "the picture"
  std::string shown() const;
};

// The class that gets most.
int likeliest(const SmallNet::Passage& passage);

// What the network says, with the edit in `at` and `intact`, of what it is shown.
void draw_verdict(const SmallNet::Passage& now, const SmallNet::Passage& intact, const Pointed& at,
                  lab::Report& report);

// What the network loses when one filter is missing, for each in turn.
void draw_worth(SmallNet& net, const Pointed& at, lab::Report& report);

// The loss of each batch that it has learned from; nothing before the first.
void draw_losses(const SmallNet& net, const Params& params, lab::Report& report);

}  // namespace laboratory::convolution

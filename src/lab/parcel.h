// Views on their way from the engine to a canvas that keeps what it has been sent: a parcel holds
// the whole view but for the figures that the parcel before brought already.
//
//   u32 length, so many bytes: the view without its figures
//   u32 count, and for each figure in order: u64 stamp, u32 length, so many bytes
//
// A figure whose length is 0 stands: it is the one that came with this stamp. Whoever has kept the
// figures by stamp can make a parcel that brings everything; the page does for a canvas that starts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "lab/view.h"

namespace lab {

// Makes parcels for one receiver that takes in each of them, in order.
class Sender {
 public:
  // A figure is sent where its bytes differ from those of the last parcel's figure of this key;
  // where it is the same object they are not even looked at.
  std::vector<std::uint8_t> parcel(const View& view);

 private:
  struct Sent {
    SharedFigure figure;
    std::uint64_t stamp;
    std::vector<std::uint8_t> bytes;
  };
  // What stands for `figure` from here on: what was sent of its key, or a new one with a new stamp.
  Sent sent(const SharedFigure& figure);

  std::vector<Sent> last_;
  std::uint64_t stamps_ = 0;
};

class Receiver {
 public:
  // The view, or nothing where the bytes are no parcel, or a figure stands that did not come with
  // the parcel before. A figure that stands is the same object as in the last view.
  std::optional<View> open(std::span<const std::uint8_t> parcel);

 private:
  std::map<std::uint64_t, SharedFigure> kept_;  // those of the last view
};

}  // namespace lab

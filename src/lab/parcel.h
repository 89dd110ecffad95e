// Views on their way from the engine to a canvas that keeps what it has been sent. A view is made
// of pieces: one that holds all but its figures, and those of each figure (`encode_pieces`). A
// parcel names the pieces of a view and brings those that the parcel before did not hold:
//
//   u32 count, and for each figure in order: u32 number of its pieces
//   u32 count, and for each piece in order: u64 stamp, u32 length, so many bytes
//
// A piece whose length is 0 stands: it is the one that came with this stamp. Whoever has kept the
// pieces by stamp can make a parcel that brings everything; the page does for a canvas that starts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lab/view.h"

namespace lab {

// Makes parcels for one receiver that takes in each of them, in order.
class Sender {
 public:
  // A piece is sent where its bytes differ from those in the last parcel's figure of this key;
  // where the figure is the same object they are not even looked at.
  std::vector<std::uint8_t> parcel(const View& view);

 private:
  struct Piece {
    std::uint64_t stamp;
    std::vector<std::uint8_t> bytes;
  };
  struct Sent {
    SharedFigure figure;
    std::vector<Piece> pieces;
  };
  Piece stamped(std::vector<std::uint8_t> bytes) { return {++stamps_, std::move(bytes)}; }
  // What stands for `figure` from here on. Takes what it can from the last parcel.
  Sent sent(const SharedFigure& figure);

  std::vector<Sent> last_;
  std::uint64_t stamps_ = 0;
};

class Receiver {
 public:
  // The view, or nothing where the bytes are no parcel, or a piece stands that the parcel before
  // did not hold. A figure all of whose pieces stand is the same object as in the last view.
  std::optional<View> open(std::span<const std::uint8_t> parcel);

 private:
  // Those of the last view; a figure by the stamp of its first piece.
  std::map<std::uint64_t, std::vector<std::uint8_t>> pieces_;
  std::map<std::uint64_t, SharedFigure> figures_;
};

}  // namespace lab

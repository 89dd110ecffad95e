// Textures that outlive a frame, for widgets that own nothing. Belongs to one GL context and is
// destroyed while that context is current or lost; after a loss a fresh one draws everything again.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gfx/maps.h"
#include "gfx/region.h"
#include "gfx/splats.h"

namespace gfx {

// A picture that was drawn, row by row from the top, four bytes a pixel.
struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
};

// Values for a texture. While an owner asks with the same stamp its values are the same, so they
// are neither made nor looked at; without a stamp, which is 0, they are compared by fingerprint.
struct Values {
  Values(Planes given) : planes([given = std::move(given)] { return given; }) {}
  Values(std::uint64_t standing, std::function<Planes()> make)
      : stamp(standing), planes(std::move(make)) {}

  std::uint64_t stamp = 0;
  std::function<Planes()> planes;
};

class Cache {
 public:
  Cache();  // the context must be current
  ~Cache();

  // Around the widgets of a frame. What no frame used for a while is freed.
  void begin_frame() { ++frame_; }
  void end_frame();

  // A texture of the grid's size that shows the planes, row 0 on top; 0 where `error` says why not.
  // It keeps until the same owner asks for something else: values are uploaded when they differ
  // from the last ones, and drawn again when values, grid or look do. An owner asks once a frame.
  GLuint maps(std::uint64_t owner, const Values& values, const Grid& grid, const Look& look);

  // Likewise a texture of width x height pixels that shows one plane as a field between two
  // classes.
  GLuint region(std::uint64_t owner, const Values& plane, int width, int height,
                const RegionLook& look);

  // Likewise a texture of width x height pixels that shows a cloud of points: planes of x, y and
  // class, whose cells without a point hold NaN.
  GLuint splats(std::uint64_t owner, const Values& points, int width, int height,
                const SplatLook& look);

  // What such a texture shows; empty for one that is not from here. Waits for the drawing to end.
  Pixels pixels(GLuint texture) const;

  // One sentence for the place where the picture would be; empty after a success.
  const std::string& error() const { return error_; }

  // What has been done so far. An idle frame adds nothing.
  struct Work {
    std::int64_t uploads = 0, draws = 0;
    bool operator==(const Work&) const = default;
  };
  Work work() const { return work_; }
  std::size_t size() const { return entries_.size(); }

  static constexpr int frames_kept = 120;  // without use

 private:
  struct Entry;

  // The owner's entry with the planes uploaded, or null where `error_` says why not.
  Entry* uploaded(std::uint64_t owner, const Values& values, const std::string& pass_error);
  // Uploads the values where they are not those that the entry has.
  void renew(Entry& entry, const Values& values);
  GLuint texture_of(const Entry& entry);

  MapPass pass_;
  RegionPass region_pass_;
  SplatPass splat_pass_;
  Target sheet_;  // room for passes that draw in layers
  std::map<std::uint64_t, std::unique_ptr<Entry>> entries_;
  std::int64_t frame_ = 0;
  std::string error_;
  Work work_;
};

// Tells values apart: a hash of their bits, the same within one run of the program.
std::uint64_t fingerprint(const Planes& planes);

}  // namespace gfx

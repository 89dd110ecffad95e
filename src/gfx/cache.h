// Textures that outlive a frame, for widgets that own nothing. Belongs to one GL context and is
// destroyed while that context is current or lost; after a loss a fresh one draws everything again.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gfx/maps.h"

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

// What draws pictures of one kind: from planes, as a `Picture` says, into a target that it gives
// the size of the picture. It is made when it is first asked for and has nothing of its own that
// counts.
template <class Pass>
concept PicturePass = std::equality_comparable<typename Pass::Picture> &&
    requires(Pass pass, const Stack& stack, const typename Pass::Picture& picture, Target& target) {
  { pass.error() } -> std::convertible_to<std::string>;
  { pass.draw(stack, picture, target) } -> std::same_as<bool>;
};

class Cache {
 public:
  // Around the widgets of a frame. What no frame used for a while is freed.
  void begin_frame() { ++frame_; }
  void end_frame();

  // A texture that shows the values as `Pass` draws them in `picture`; 0 where `error` says why
  // not. It keeps until the same owner asks for something else: values are uploaded when they
  // differ from the last ones, and drawn again when values or picture do. An owner asks once a
  // frame.
  template <PicturePass Pass>
  GLuint drawn(std::uint64_t owner, const Values& values, const typename Pass::Picture& picture);

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
  // Tells the passes apart by its address.
  template <class Pass>
  static inline char kind = 0;
  using Kind = const char*;

  struct Entry {
    Stack stack;
    Target target;
    std::uint64_t stamp = 0, contents = 0;
    bool uploaded = false, drawn = false;
    Kind kind = nullptr;  // of the pass whose picture this is
    std::shared_ptr<const void> picture;
    std::int64_t used = 0;
  };

  template <class Pass>
  Pass& pass();
  // The owner's entry with the planes uploaded, or null where `error_` says why not.
  Entry* uploaded(std::uint64_t owner, const Values& values, const std::string& pass_error);
  // Uploads the values where they are not those that the entry has.
  void renew(Entry& entry, const Values& values);
  GLuint texture_of(const Entry& entry);

  std::map<Kind, std::shared_ptr<void>> passes_;
  std::map<std::uint64_t, std::unique_ptr<Entry>> entries_;
  std::int64_t frame_ = 0;
  std::string error_;
  Work work_;
};

template <class Pass>
Pass& Cache::pass() {
  std::shared_ptr<void>& made = passes_[&kind<Pass>];
  if (!made) made = std::make_shared<Pass>();
  return *static_cast<Pass*>(made.get());
}

template <PicturePass Pass>
GLuint Cache::drawn(std::uint64_t owner, const Values& values,
                    const typename Pass::Picture& picture) {
  using Picture = typename Pass::Picture;
  Pass& draws = pass<Pass>();
  Entry* const entry = uploaded(owner, values, draws.error());
  if (!entry) return 0;
  const bool stands = entry->drawn && entry->kind == &kind<Pass> &&
                      *static_cast<const Picture*>(entry->picture.get()) == picture;
  if (!stands) {
    entry->kind = &kind<Pass>;
    entry->picture = std::make_shared<const Picture>(picture);
    entry->drawn = draws.draw(entry->stack, picture, entry->target);
    ++work_.draws;
  }
  return texture_of(*entry);
}

// Tells values apart: a hash of their bits, the same within one run of the program.
std::uint64_t fingerprint(const Planes& planes);

}  // namespace gfx

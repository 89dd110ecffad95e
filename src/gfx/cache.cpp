#include "gfx/cache.h"

#include <cstring>
#include <iterator>

namespace gfx {

namespace {

// Two 32-bit values a step; the multiplier is odd, so that no step loses what came before.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t bits) {
  hash = (hash ^ bits) * 0x9e3779b97f4a7c15u;
  return hash ^ (hash >> 29);
}

}  // namespace

std::uint64_t fingerprint(const Planes& planes) {
  std::uint64_t hash =
      mixed(static_cast<std::uint64_t>(planes.rows) << 32 | static_cast<std::uint64_t>(planes.cols),
            planes.values.size());
  for (const std::span<const float> plane : planes.values) {
    std::size_t i = 0;
    for (; i + 2 <= plane.size(); i += 2) {
      std::uint64_t pair;
      std::memcpy(&pair, &plane[i], sizeof pair);
      hash = mixed(hash, pair);
    }
    if (i < plane.size()) {
      std::uint32_t last;
      std::memcpy(&last, &plane[i], sizeof last);
      hash = mixed(hash, last);
    }
  }
  return hash;
}

Cache::Entry* Cache::uploaded(std::uint64_t owner, const Values& values,
                              const std::string& pass_error) {
  error_ = pass_error;
  if (!error_.empty()) return nullptr;

  std::unique_ptr<Entry>& slot = entries_[owner];
  if (!slot) slot = std::make_unique<Entry>();
  Entry& entry = *slot;
  entry.used = frame_;

  if (!entry.uploaded || values.stamp == 0 || values.stamp != entry.stamp) renew(entry, values);
  if (entry.uploaded) return &entry;
  error_ = "This device has no texture large enough for these values.";
  return nullptr;
}

void Cache::renew(Entry& entry, const Values& values) {
  const Planes planes = values.planes();
  const std::uint64_t contents = fingerprint(planes);
  entry.stamp = values.stamp;
  if (entry.uploaded && contents == entry.contents) return;
  entry.drawn = false;
  entry.uploaded = entry.stack.upload(planes);
  entry.contents = contents;
  ++work_.uploads;
}

GLuint Cache::texture_of(const Entry& entry) {
  if (entry.drawn) return entry.target.texture();
  error_ = "This device cannot draw a picture of this size.";
  return 0;
}

Pixels Cache::pixels(GLuint texture) const {
  for (const auto& [owner, entry] : entries_) {
    const Target& target = entry->target;
    if (entry->drawn && target.texture() == texture)
      return {target.width(), target.height(), target.read()};
  }
  return {};
}

void Cache::end_frame() {
  for (auto it = entries_.begin(); it != entries_.end();)
    it = frame_ - it->second->used > frames_kept ? entries_.erase(it) : std::next(it);
}

}  // namespace gfx

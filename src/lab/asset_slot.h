// A field that holds a file of the person's own.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "lab/asset.h"
#include "lab/reading.h"

namespace lab {

// A file that was given: its name, and what it holds. No name where there is none. A picture of a
// lab (`lab/view.h`) carries the name alone.
struct OwnFile {
  std::string name;
  std::shared_ptr<const Content> content;

  bool given() const { return !name.empty(); }
  // What it holds as a Picture, an IdxArray or a std::string; null where it holds something else.
  template <class T>
  const T* as() const {
    return content ? std::get_if<T>(content.get()) : nullptr;
  }
  bool operator==(const OwnFile&) const = default;  // the same file, not one that is like it
};

// A file of one kind of media. It stays out of links: its text is empty, and an empty text takes
// the file away. Where `chooses` names a field, a file that is given sets it to `chosen`.
struct Asset {
  static constexpr const char* kind = "asset";
  OwnFile value;
  Media media = Media::picture;
  std::string chooses, chosen;

  template <class Self, class See>
  static void bounds(Self& s, See see) {
    see("media", s.media), see("file", s.value.name);
  }
  bool sound() const { return true; }
  std::string text() const { return ""; }
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Asset&) const = default;
};

}  // namespace lab

#include "ui/frame/standing.h"

#include <doctest/doctest.h>

#include <optional>

#include "ui/bare_canvas.h"

namespace {

// What owner 1 gets, and how often it was made.
struct Maker {
  int made = 0;
  int operator()(std::uint64_t stamp, ImGuiID owner = 1) {
    return *ui::while_standing(owner, stamp, [this] { return ++made; });
  }
};

}  // namespace

TEST_CASE("what follows from a figure is made once while its stamp stands, for each owner") {
  const bare::Canvas canvas(100);
  Maker maker;
  CHECK(maker(7) == 1);
  CHECK(maker(7) == 1);
  CHECK(maker(7, 2) == 2);
  CHECK(maker(8) == 3);
  CHECK(maker(7) == 4);
  CHECK(maker(0) == 5);
  CHECK(maker(0) == 6);
  CHECK(maker(7) == 4);
  CHECK(*ui::while_standing(1, 7, [] { return 2.5; }) == 2.5);  // of another type
  CHECK(maker(7) == 4);
}

TEST_CASE("what no frame asked for in a while is made again") {
  bare::Canvas canvas(100);
  Maker maker;
  CHECK(maker(7) == 1);
  for (int i = 0; i < 130; ++i) canvas.frame([&](ui::Desk&) { maker(7, 2); });
  CHECK(maker(7, 2) == 2);
  CHECK(maker(7) == 3);
}

TEST_CASE("another context does not get what was made for one that has ended") {
  Maker maker;
  std::optional<bare::Canvas> canvas(100);
  CHECK(maker(7) == 1);
  canvas.reset();
  canvas.emplace(100.0f);
  CHECK(maker(7) == 2);
}

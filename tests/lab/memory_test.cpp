#include "lab/memory.h"

#include <doctest/doctest.h>

#include <cmath>

namespace {

// A report of two drawings; counts how often each is drawn.
struct Painter {
  lab::Drawings drawings;
  int heights = 0, names = 0;

  lab::Report report(double height, const std::string& name) {
    lab::Report r;
    drawings.draw(r, "height", lab::on(height), [&](lab::Report& to) {
      ++heights;
      to.figure("height", std::to_string(height), "", lab::Dots{});
    });
    drawings.draw(r, "name", lab::on(name), [&](lab::Report& to) {
      ++names;
      to.figure("first", name, "", lab::Dots{});
      to.figure("second", name, "", lab::Dots{}).room = lab::Room::row;
    });
    drawings.end_report();
    return r;
  }
};

}  // namespace

TEST_CASE(
    "a figure is drawn again where what it depends on has changed, else it is the same object") {
  Painter painter;
  const lab::Report one = painter.report(1, "a"), two = painter.report(2, "a");
  CHECK(painter.heights == 2);
  CHECK(painter.names == 1);
  CHECK(one.figures.shared()[0] != two.figures.shared()[0]);
  CHECK(one.figures.shared()[1] == two.figures.shared()[1]);
  CHECK(one.figures.shared()[2] == two.figures.shared()[2]);
  CHECK(two.figures[0].title == "2.000000");
  CHECK(two.figures[2].room == lab::Room::row);
  const lab::Report back = painter.report(1, "a");
  CHECK(painter.heights == 3);  // only the last report is remembered
  CHECK(back.figures == one.figures);
}

TEST_CASE("what a report does not draw is forgotten") {
  Painter painter;
  painter.report(1, "a");
  painter.drawings.end_report();
  painter.report(1, "a");
  CHECK(painter.heights == 2);
  painter.drawings.clear();
  painter.report(1, "a");
  CHECK(painter.heights == 3);
}

TEST_CASE("a kept value is made again where what it depends on has changed") {
  lab::Kept<double> root;
  int made = 0;
  const auto of = [&](double x) {
    return root.of(lab::on(x), [&] {
      ++made;
      return std::sqrt(x);
    });
  };
  CHECK(of(4) == 2);
  CHECK(of(4) == 2);
  CHECK(made == 1);
  const lab::Dependence before = lab::on(root);
  CHECK(of(9) == 3);
  CHECK(made == 2);
  CHECK_FALSE(lab::on(root) == before);
}

TEST_CASE("dependences are equal where every bit is") {
  CHECK(lab::on(1.5, 2, true) == lab::on(1.5, 2, true));
  CHECK_FALSE(lab::on(0.0) == lab::on(-0.0));
  CHECK(lab::on(NAN) == lab::on(NAN));
  CHECK_FALSE(lab::on(std::string("ab"), std::string("c")) ==
              lab::on(std::string("a"), std::string("bc")));
  CHECK_FALSE(lab::on(std::vector<double>{1}, std::vector<double>{}) ==
              lab::on(std::vector<double>{}, std::vector<double>{1}));
  CHECK_FALSE(lab::on(lab::Matrix{1, 2, {3, 4}}) == lab::on(lab::Matrix{2, 1, {3, 4}}));
  CHECK_FALSE(lab::on(std::optional<int>{0}) == lab::on(std::optional<int>{}));
}

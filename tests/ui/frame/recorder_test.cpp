#include "ui/frame/recorder.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "ui/frame/png.h"
#include "ui/headless.h"
#include "ui/views.h"

namespace {

std::string drawing(const lab::View& view, const std::string& key) {
  tests::Headless s(view, 900);
  ui::Recorder record(key);
  ui::set_recorder(&record);
  s.frame();
  ui::set_recorder(nullptr);
  return record.svg();
}

long long count(const std::string& text, const std::string& part) {
  long long n = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++n;
  return n;
}

}  // namespace

TEST_CASE("every figure of a view becomes a whole drawing with its title and its finding") {
  for (const lab::View& view :
       {views::counts(), views::graphs(), views::loss(), views::samples()}) {
    for (const lab::Figure& f : view.report.figures) {
      CAPTURE(f.key);
      const std::string svg = drawing(view, f.key);
      CHECK(svg.rfind("<svg ", 0) == 0);
      CHECK(svg.find("</svg>") == svg.size() - 7);
      CHECK(svg.find("<title>" + f.title + "</title>") != std::string::npos);
      CHECK(svg.find("<desc>" + f.alt + "</desc>") != std::string::npos);
      CHECK(count(svg, "<path") > 0);
      CHECK(count(svg, "<g ") == count(svg, "</g>"));
      CHECK(count(svg, "nan") == 0);
    }
  }
}

TEST_CASE("the words of a drawing are words, and marks of the language in them are escaped") {
  lab::View view = views::counts();
  lab::Figure titled = view.report.figures[0];
  titled.title = "a < b & \"c\"";
  view.report.figures = {};
  view.report.figures.add(std::move(titled));
  const std::string svg = drawing(view, "cost");
  CHECK(svg.find(">dense</text>") != std::string::npos);
  CHECK(svg.find(">460 800 000</text>") != std::string::npos);
  CHECK(svg.find("<title>a &lt; b &amp; &quot;c&quot;</title>") != std::string::npos);
}

TEST_CASE("four bars are few outlines, not hundreds of triangles") {
  const std::string svg = drawing(views::counts(), "cost");
  CHECK(count(svg, "<path") < 60);
  CHECK(svg.size() < 20000);
}

TEST_CASE("a population is one circle or square for each of its members") {
  lab::View view = views::maps();
  const std::string svg = drawing(view, "people");
  CHECK(count(svg, "<circle") == 9700 + 2 * 200 + 3);  // hollow ones are two; three in the legend
}

TEST_CASE("a figure that is not in the view has no drawing, and nothing else is taken down") {
  CHECK(drawing(views::counts(), "nothing").empty());
  tests::Headless s(views::counts(), 900);
  CHECK(ui::recorder() == nullptr);
}

TEST_CASE("pixels become a PNG that other programs read") {
  // A red pixel and a half transparent blue one; zlib reads the bytes back and agrees to its sums.
  const std::vector<std::uint8_t> two = {255, 0, 0, 255, 0, 0, 255, 128};
  CHECK(
      ui::png_uri(2, 1, two) ==
      "data:image/png;base64,"
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4AWP6z8Dwn4HhfwMAD4wDgLJ5q1YAAAAASUVO"
      "RK5CYII=");
  const std::vector<std::uint8_t> many(4 * 1000 * 30, 7);
  CHECK(ui::png_uri(1000, 30, many).size() < 1300);
}

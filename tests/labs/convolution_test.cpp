// The laboratory of convolution as a front end drives it.
#include <doctest/doctest.h>

#include <chrono>
#include <cmath>

#include "lab/link.h"
#include "lab/wire.h"
#include "labs/all.h"
#include "labs/opened.h"

using tests::figure;
using tests::real;
using tests::shape;

namespace {

struct Opened {
  std::unique_ptr<lab::Lab> lab = laboratory::convolution::lab_row.make();
  lab::Fields fields = lab->declaration();
  lab::OwnFile own = {};

  void give(lab::Picture p) {
    own = {"mine.png", std::make_shared<const lab::Content>(std::move(p))};
  }
  lab::Report at(const std::string& pairs) {
    fields = lab->declaration();
    for (const auto& [key, value] : lab::parse_link("convolution#" + pairs).pairs)
      CHECK(fields.set(key, value).outcome == lab::Reading::taken);
    std::get<lab::Asset>(fields.find("picture")->slot).value = own;
    lab->take(fields);
    return lab->report();
  }
};

// Before any step of the small net, which most of what is tested here does not ask for.
lab::Report convolution_at(const std::string& pairs) { return Opened().at(pairs); }

lab::Matrix matrix(const lab::Report& report, const char* key) {
  return tests::value<lab::Matrix>(report, key);
}

// A report bit by bit, since gaps in a picture are NaN, which equals nothing.
std::vector<std::uint8_t> bytes(const lab::Report& report) {
  lab::View view;
  view.report = report;
  return lab::encode(view);
}

bool blames(const lab::Report& report, const std::string& key) {
  for (const lab::Problem& p : report.problems)
    if (p.key == key) return true;
  return false;
}

lab::Picture plain(int width, int height, std::uint8_t r, std::uint8_t g, std::uint8_t b,
                   std::uint8_t alpha) {
  lab::Picture p{width, height, {}};
  for (int i = 0; i < width * height; ++i) p.rgba.insert(p.rgba.end(), {r, g, b, alpha});
  return p;
}

TEST_CASE("the picked cell of the story is the cell that is written out") {
  const std::string links[] = {"", "channels=3&padding=2&row=1&col=1",
                               "stride=3&dilation=2&kernel=5",
                               "X=1,2,3;4,5,6;7,8,9&K=1,-2;0.5,4&row=2&col=1"};
  for (const std::string& link : links) {
    CAPTURE(link);
    const lab::Report report = convolution_at(link);
    const auto story = shape<lab::Sliding>(report, "sliding");
    const double drawn =
        story.output.values[static_cast<std::size_t>(story.row * story.output.cols + story.col)];
    CHECK(drawn == doctest::Approx(real(report, "cell.value")).epsilon(1e-5));
    double sum = 0;
    for (const double p : matrix(report, "cell.products").values) sum += p;
    CHECK(sum == doctest::Approx(real(report, "cell.value")).epsilon(1e-12));
    CHECK(real(report, "cell.row") == story.row + 1);
    CHECK(real(report, "cell.col") == story.col + 1);
  }
}

TEST_CASE("nine products are written out for the picture that the lab opens on") {
  const lab::Report report = convolution_at("");
  CHECK(report.figures[0].key == "sliding");
  CHECK(report.figures[0].room == lab::Room::story);
  CHECK(matrix(report, "cell.products").values.size() == 9);
  // A rim from dark to light: the cell speaks loudly.
  CHECK(real(report, "cell.value") > 0.9 * real(report, "map.high"));
  CHECK(shape<lab::Tiles>(report, "bank").names.size() == 16);
}

TEST_CASE("the kernel walks over the map in reading order, a cell a step") {
  const auto story = [](const std::string& link) {
    return shape<lab::Sliding>(tests::report_at(laboratory::convolution::lab_row, link, 1 << 20),
                               "sliding");
  };
  const lab::Sliding first = story("slide=1"), later = story("slide=64"), end = story("slide=4096");
  CHECK(first.row == 0);
  CHECK(first.col == 0);
  CHECK(later.row == 1);
  CHECK(later.col == 1);
  CHECK(end.row == 61);
  CHECK(end.col == 61);
  // A map with more cells than stops is walked over with longer steps, to the same end.
  const lab::Sliding large = story("n=200&slide=4096");
  CHECK(large.row == 197);
  CHECK(large.col == 197);
  const auto lab = laboratory::convolution::lab_row.make();
  lab::Fields fields = lab->declaration();
  fields.set("slide", "4096");
  lab->take(fields);
  CHECK(lab->total() == 62 * 62);
}

TEST_CASE("the products are shown once, where the kernel slides") {
  const lab::Report report = convolution_at("padding=1&row=1&col=1");
  CHECK(!figure(report, "products"));
  CHECK(!figure(report, "working"));
  CHECK(figure(report, "sliding")->alt.find("5 of the 9 products read the padding") !=
        std::string::npos);
}

TEST_CASE("the network's picture is called by what is drawn, and a drawing takes its place") {
  const lab::Report digit = convolution_at("");
  const std::string title = figure(digit, "net.verdict")->title;
  CHECK(title.find("The network takes a ") == 0);
  CHECK(shape<lab::Bars>(digit, "net.verdict").names.front() == "0");
  std::string one;
  for (int r = 0; r < 16; ++r) {
    one += r > 0 ? ";" : "";
    for (int c = 0; c < 16; ++c) one += std::string(c > 0 ? "," : "") + (c == 8 ? "1" : "0");
  }
  const lab::Report drawn = convolution_at("drawing=" + one);
  CHECK(drawn.problems.empty());
  CHECK(figure(drawn, "net.verdict")->title.find("your drawing") != std::string::npos);
  CHECK(std::holds_alternative<lab::Undefined>(drawn.find("net.probability")->value));
  CHECK(drawn.find("net.taken_for"));
  CHECK(blames(convolution_at("drawing=1,0;0,1"), "drawing"));
}

TEST_CASE("a kernel that does not fit is blamed, and the rest still stands") {
  const lab::Report report = convolution_at("n=8&kernel=5&dilation=3");
  CHECK(blames(report, "kernel"));
  CHECK(std::holds_alternative<lab::Undefined>(report.find("out.height")->value));
  CHECK(real(report, "out.parameters") == 26);
  CHECK(real(report, "receptive.side") == 13);
  CHECK(figure(report, "input"));
  CHECK(!figure(report, "sliding"));
}

TEST_CASE("a table whose rows cannot be shared is blamed and replaced") {
  CHECK(blames(convolution_at("channels=2&X=1,2;3,4;5,6"), "X"));
  CHECK(blames(convolution_at("channels=3&K=1,2;3,4;5,6;7,8"), "K"));
  CHECK(blames(convolution_at("kernel=1"), "kernel"));
  CHECK(convolution_at("kernel=1&filter=box").problems.empty());
}

TEST_CASE("X wins over the picture and K over the filter") {
  const lab::Report report = convolution_at("n=40&image=face&filter=box&kernel=5&X=1,2;3,4&K=2");
  CHECK(matrix(report, "output") == lab::Matrix{2, 2, {2, 4, 6, 8}});
}

TEST_CASE("a map moves with its picture, exactly where the stride divides the move") {
  for (const std::string image : {"shapes", "stripes", "texture", "noise"})
    for (const std::string move :
         {"&stride=1&shift_x=7&shift_y=-3", "&stride=2&shift_x=-4&shift_y=6",
          "&stride=3&shift_x=9&shift_y=3&padding=2&pad_mode=reflect"}) {
      CAPTURE(image);
      CAPTURE(move);
      const lab::Report report = convolution_at("image=" + image + move);
      CHECK(real(report, "equivariance.error") == 0);
      CHECK(real(report, "equivariance.change") > 0.1);
    }
  CHECK(real(convolution_at("image=noise&stride=2&shift_x=3&shift_y=0"), "equivariance.error") >
        0.1);
}

TEST_CASE("the gradient shows the kernel where the cell reads it") {
  const lab::Report report = convolution_at("K=1,2,3;4,5,6;7,8,9&row=20&col=30");
  const auto tiles = shape<lab::Tiles>(report, "gradient");
  const auto middle = [&](int tile, int dr, int dc) {
    const int half = tiles.rows / 2;
    return tiles
        .values[static_cast<std::size_t>((tile * tiles.rows + half + dr) * tiles.cols + half + dc)];
  };
  REQUIRE(tiles.names.size() == 2);
  // What the cell reads is the kernel; whom the pixel feeds is the kernel turned round.
  for (int dr = -1; dr <= 1; ++dr)
    for (int dc = -1; dc <= 1; ++dc) {
      CHECK(middle(0, dr, dc) == static_cast<float>(5 + 3 * dr + dc));
      CHECK(middle(1, dr, dc) == static_cast<float>(5 - 3 * dr - dc));
    }
  CHECK(middle(0, 2, 0) == 0);
  CHECK(middle(1, 0, -2) == 0);
}

TEST_CASE("a link to the person's own picture asks for one and shows another meanwhile") {
  Opened opened;
  CHECK(blames(opened.at("image=own"), "image"));
  CHECK(figure(opened.lab->report(), "sliding"));
  opened.give(plain(30, 20, 255, 255, 255, 255));
  CHECK(opened.at("image=own").problems.empty());
}

TEST_CASE("an own picture is laid on white and turned into luma") {
  Opened opened;
  const char* const link = "image=own&n=4&filter=identity&kernel=1";
  opened.give(plain(7, 5, 255, 0, 0, 255));
  CHECK(real(opened.at(link), "map.mean") == doctest::Approx(0.299).epsilon(1e-6));
  opened.give(plain(7, 5, 0, 0, 0, 0));
  CHECK(real(opened.at(link), "map.mean") == doctest::Approx(1).epsilon(1e-6));
  // Half-transparent black on white.
  opened.give(plain(1, 9, 0, 0, 0, 51));
  CHECK(real(opened.at(link), "map.high") == doctest::Approx(0.8).epsilon(1e-6));
}

TEST_CASE("an own picture is cropped to the square in its middle") {
  lab::Picture p = plain(6, 2, 0, 0, 0, 255);
  for (int row = 0; row < 2; ++row)  // white at the columns that a square of 2 does not keep
    for (const int col : {0, 1, 4, 5})
      for (int channel = 0; channel < 3; ++channel)
        p.rgba[static_cast<std::size_t>(4 * (row * 6 + col) + channel)] = 255;
  Opened opened;
  opened.give(p);
  CHECK(real(opened.at("image=own&n=8&filter=identity&kernel=1"), "map.high") == 0);
}

TEST_CASE("what is remembered between reports never shows") {
  const std::string links[] = {"",
                               "row=3",
                               "padding=2",
                               "n=20&image=face",
                               "X=1,2;3,4&K=1",
                               "n=20&image=face&seed=4",
                               "kernel=31&dilation=9",
                               "shift_x=1",
                               "filter=random&seed=2",
                               "filter=random&seed=3",
                               "image=own",
                               ""};
  Opened kept;
  for (const std::string& link : links) {
    CAPTURE(link);
    CHECK(bytes(kept.at(link)) == bytes(convolution_at(link)));
  }
}

TEST_CASE("more channels than a picture has are counted and said, not drawn") {
  const lab::Report report = convolution_at("channels=64&filters=8");
  CHECK(real(report, "out.parameters") == 8 * (9 * 64 + 1));
  CHECK(real(report, "drawn.channels") == 3);
  CHECK(figure(report, "sliding")->title.find("3 of 64 channels") != std::string::npos);
  CHECK(shape<lab::Sliding>(report, "sliding").colour);
}

TEST_CASE("every scene, filter and border draws finite maps that travel") {
  Opened opened;
  for (const std::string image :
       {"shapes", "stripes", "checker", "glyph", "face", "texture", "noise"})
    for (const char* filter : {"box", "sobel-y", "sharpen", "gabor-45", "random", "spot"})
      for (const char* mode : {"zero", "reflect", "replicate", "none"}) {
        const std::string link = std::string("n=21&padding=30&kernel=4&image=") + image +
                                 "&filter=" + filter + "&pad_mode=" + mode;
        CAPTURE(link);
        const lab::Report report = opened.at(link);
        CHECK(report.problems.empty());
        CHECK(std::isfinite(real(report, "map.high")));
        const auto travelled = lab::decode(bytes(report));
        REQUIRE(travelled);
        CHECK(travelled->report.figures.size() == 12);
      }
}

TEST_CASE("a picture of 512 px through a kernel of 7 is reported in reasonable time") {
  using Clock = std::chrono::steady_clock;
  Opened opened;
  for (const std::string link :
       {"n=512&kernel=7", "n=512&kernel=7&row=99", "n=512&kernel=7&filter=gabor",
        "n=512&kernel=7&channels=3&padding=3"}) {
    const Clock::time_point start = Clock::now();
    CHECK(opened.at(link).problems.empty());
    const std::chrono::duration<double, std::milli> taken = Clock::now() - start;
    MESSAGE(link << ": " << taken.count() << " ms");
  }
}

}  // namespace

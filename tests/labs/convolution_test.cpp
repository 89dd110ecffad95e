// The laboratory of convolution as a front end drives it.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "lab/json.h"
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

// Eight by eight cells: a block of 2 x 2 in the middle of the rest.
std::string plane_of(double rest, double middle) {
  std::string text;
  for (int r = 0; r < 8; ++r) {
    text += r > 0 ? ";" : "";
    for (int c = 0; c < 8; ++c)
      text += (c > 0 ? "," : "") + lab::json(r / 2 == 2 && c / 2 == 2 ? middle : rest);
  }
  return text;
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
  CHECK(lab->most() == 62 * 62);
  fields.set("n", "200");
  lab->take(fields);
  CHECK(lab->most() == 4096);
}

TEST_CASE("the products are shown once, where the kernel slides") {
  const lab::Report report = convolution_at("padding=1&row=1&col=1");
  CHECK(!figure(report, "products"));
  CHECK(!figure(report, "working"));
  CHECK(figure(report, "sliding")->alt.find("5 of the nine products read the padding") !=
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

// What the network is shown, as its first figure has it.
std::vector<float> shown_to_net(const lab::Report& report) {
  return shape<lab::Sliding>(report, "net.sliding").input.front().values;
}

TEST_CASE("the picture that the kernel slides over goes on into the network, as ink on no ground") {
  const std::vector<float> shapes = shown_to_net(convolution_at("feed=picture"));
  REQUIRE(shapes.size() == 256);
  CHECK(*std::max_element(shapes.begin(), shapes.end()) == 1);
  CHECK(shapes.front() == doctest::Approx(0).epsilon(0.05));
  // The same pixels whatever the side of the picture, and whether it was dark on light or not.
  const lab::Report bright = convolution_at("feed=picture&image=glyph&X=" + plane_of(0.1, 0.9));
  const lab::Report dark = convolution_at("feed=picture&X=" + plane_of(0.9, 0.1));
  CHECK(shown_to_net(bright)[8 * 16 + 8] == 1);
  CHECK(shown_to_net(bright)[0] == 0);
  CHECK(shown_to_net(dark)[8 * 16 + 8] == 1);
  CHECK(shown_to_net(dark)[0] == 0);
  CHECK(figure(bright, "net.sliding")->alt.find("brightest") != std::string::npos);
  CHECK(figure(dark, "net.sliding")->alt.find("darkest") != std::string::npos);
  CHECK(figure(dark, "net.verdict")->alt.find("nothing but ten drawn digits") != std::string::npos);
  const lab::Report flat = convolution_at("feed=picture&X=" + plane_of(0.3, 0.3));
  for (const float x : shown_to_net(flat)) CHECK(x == 0);
}

TEST_CASE("an own picture goes on into the network and is called so") {
  Opened opened;
  lab::Picture p = plain(40, 40, 255, 255, 255, 255);
  for (int row = 10; row < 30; ++row)
    for (int channel = 0; channel < 3; ++channel)
      p.rgba[static_cast<std::size_t>(4 * (row * 40 + 20) + channel)] = 0;
  opened.give(p);
  const lab::Report report = opened.at("image=own&feed=picture");
  CHECK(figure(report, "net.verdict")->title.find("your picture") != std::string::npos);
  CHECK(shown_to_net(report)[8 * 16 + 8] > 0.9f);
  CHECK(shown_to_net(report)[8 * 16 + 2] == 0);
  CHECK(std::holds_alternative<lab::Undefined>(report.find("net.probability")->value));
}

TEST_CASE("choosing a picture sends it on, and choosing a digit brings the digit back") {
  const lab::Fields fields = laboratory::convolution::lab_row.make()->declaration();
  CHECK(fields.find("image")->brings == std::vector<std::string>{"feed=picture"});
  CHECK(fields.find("glyph")->clears == std::vector<std::string>{"drawing", "feed"});
  // Links of before do not name it, and show the digit.
  CHECK(lab::text(fields.find("feed")->slot) == "digit");
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
  // What the cell reads is the kernel; whom the pixel feeds is the kernel flipped.
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
                               "steps=20",
                               "steps=50",
                               "steps=50&feed=picture",
                               "steps=30",
                               "steps=40&seed=2",
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

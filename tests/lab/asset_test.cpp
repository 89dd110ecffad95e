#include "lab/asset.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lab/asset_slot.h"
#include "lab/mutation.h"

namespace {

using Bytes = std::vector<std::uint8_t>;

// An IDX file of that type, of these sizes, with these bytes behind them.
Bytes idx(std::uint8_t type, const std::vector<std::uint32_t>& sides, const Bytes& values) {
  Bytes file = {0, 0, type, static_cast<std::uint8_t>(sides.size())};
  for (const std::uint32_t side : sides)
    for (const int shift : {24, 16, 8, 0}) file.push_back(static_cast<std::uint8_t>(side >> shift));
  file.insert(file.end(), values.begin(), values.end());
  return file;
}

lab::IdxArray array(const Bytes& file) {
  const lab::ContentReading reading = lab::idx_content(file);
  REQUIRE_MESSAGE(reading.content, reading.error);
  return std::get<lab::IdxArray>(*reading.content);
}

std::string objection(const Bytes& file) {
  const lab::ContentReading reading = lab::idx_content(file);
  CHECK(!reading.content);
  return reading.error;
}

std::string text_objection(const std::string& text) {
  const lab::ContentReading reading =
      lab::text_content({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  return reading.content ? "" : reading.error;
}

}  // namespace

TEST_CASE("two images of 2 x 3 bytes are read from an IDX file") {
  const lab::IdxArray a = array(idx(0x08, {2, 2, 3}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255}));
  CHECK(a.shape == std::vector<int>{2, 2, 3});
  CHECK(a.size() == 12);
  CHECK(a.at(0) == 0);
  CHECK(a.at(11) == 255);
}

TEST_CASE("values of every type are read with their highest byte first") {
  CHECK(array(idx(0x09, {1}, {0xff})).at(0) == -1);
  CHECK(array(idx(0x0b, {2}, {0x01, 0x02, 0xff, 0xfe})).at(0) == 258);
  CHECK(array(idx(0x0b, {2}, {0x01, 0x02, 0xff, 0xfe})).at(1) == -2);
  CHECK(array(idx(0x0c, {1}, {0x80, 0, 0, 0})).at(0) == -2147483648.0);
  CHECK(array(idx(0x0d, {1}, {0x3f, 0xc0, 0, 0})).at(0) == 1.5);
  CHECK(array(idx(0x0e, {1}, {0xc0, 0x04, 0, 0, 0, 0, 0, 0})).at(0) == -2.5);
}

TEST_CASE("an IDX file that lies about its size is refused before anything is reserved for it") {
  CHECK(objection(idx(0x08, {2, 2, 3}, {1, 2, 3})) ==
        "the IDX file is cut short: its sizes ask for 12 bytes of values, and 3 are there");
  CHECK(objection(idx(0x0d, {1}, {0, 0, 0, 0, 0})) ==
        "the IDX file is too long: its sizes ask for 4 bytes of values, and 5 are there");
  const std::string huge = "the IDX file says that it has more than 64 MiB of values";
  CHECK(objection(idx(0x08, {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {})) == huge);
  CHECK(objection(idx(0x0e, {0x10000, 0x10000}, {})) == huge);
  // A product that is small again in 64 bits.
  CHECK(objection(idx(0x08, {0x80000000, 0x80000000, 4, 1}, {1})) == huge);
  CHECK(objection(idx(0x08, {4, 0, 0xffffffff}, {})) ==
        "the IDX file is empty: one of its sizes is 0");
}

TEST_CASE("what is no IDX file is told from one that cannot be used") {
  const std::string none =
      "this is not an IDX file: it does not begin with two zero bytes and a type";
  CHECK(objection({}) == none);
  CHECK(objection({0, 0, 8}) == none);
  CHECK(objection({0, 0, 0x0a, 1, 0, 0, 0, 0}) == none);
  CHECK(objection({1, 0, 8, 1, 0, 0, 0, 1, 7}) == none);
  CHECK(objection({0x1f, 0x8b, 8, 0}) == "this is compressed with gzip: unpack it first");
  CHECK(objection({0, 0, 8, 0}).find("of 0 dimensions") != std::string::npos);
  CHECK(objection({0, 0, 8, 5}).find("of 5 dimensions") != std::string::npos);
  CHECK(objection({0, 0, 8, 2, 0, 0, 0, 1, 0, 0}).find("its sizes are missing") !=
        std::string::npos);
}

TEST_CASE("10 000 mutated IDX files are read whole or refused in words") {
  const Bytes good = idx(0x0b, {2, 3}, {0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6});
  tests::Noise noise(11);
  int read = 0;
  for (int i = 0; i < 10000; ++i) {
    const Bytes file = tests::mutated(good, noise);
    const lab::ContentReading reading = lab::idx_content(file);
    CHECK((reading.content == nullptr) == !reading.error.empty());
    if (!reading.content) continue;
    ++read;
    const auto& a = std::get<lab::IdxArray>(*reading.content);
    CHECK(a.values.size() % a.size() == 0);
    CHECK(a.at(a.size() - 1) == a.at(a.size() - 1));
  }
  CHECK(read > 100);
}

TEST_CASE("pictures whose size is a lie are refused") {
  const Bytes some(64);
  const std::pair<int, int> lies[] = {
      {0, 5},          {-4, -4},  {4, 5},          {1 << 30, 1 << 30},
      {1 << 16, 1024}, {5000, 1}, {2147483647, 1}, {4096, 4096}};
  for (const std::pair<int, int>& lie : lies) {
    CAPTURE(lie.first);
    CHECK(!lab::picture_content(lie.first, lie.second, some).content);
  }
  CHECK(lab::picture_content(4, 4, some).content);
  CHECK(lab::picture_content(4096, 1, Bytes(4 * 4096)).content);
}

TEST_CASE("a text file is UTF-8 without control characters, and its mark is left out") {
  const std::string text =
      "\xef\xbb\xbf"
      "a,b\r\n1,2\r\n";
  const lab::ContentReading reading =
      lab::text_content({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  REQUIRE(reading.content);
  CHECK(std::get<std::string>(*reading.content) == "a,b\n1,2\n");
  CHECK(text_objection("").empty());
  CHECK(text_objection("a\xff") == "this is not plain text: byte 2 is not UTF-8");
  CHECK(text_objection(std::string("a\0", 2)) ==
        "this is not plain text: character 2 is the control character U+0000");
  CHECK(text_objection(std::string((1 << 20) + 1, 'a')) == "a text file may have at most 1 MiB");
  CHECK(text_objection(std::string(1 << 20, 'a')).empty());
}

TEST_CASE("no text of a link gives a file, and an empty one takes it away") {
  lab::Asset s{{}, lab::Media::text, "", ""};
  const lab::Reading r = s.read("words", "mine.txt");
  CHECK(r.outcome == lab::Reading::refused);
  CHECK(r.message == "words=mine.txt is left out: a link cannot carry a file");
  s.value = {"mine.txt", std::make_shared<const lab::Content>(std::string("hello"))};
  CHECK(s.text().empty());
  CHECK(*s.value.as<std::string>() == "hello");
  CHECK(!s.value.as<lab::Picture>());
  CHECK(s.read("words", "").outcome == lab::Reading::taken);
  CHECK_FALSE(s.value.given());
}

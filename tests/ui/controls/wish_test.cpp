#include "ui/controls/wish.h"

#include <doctest/doctest.h>

#include <cmath>

namespace {

lab::Field field(lab::Slot slot) {
  lab::Field f;
  f.key = "x";
  f.slot = f.initial = std::move(slot);
  return f;
}

}  // namespace

TEST_CASE("a place on a grid is a short decimal number, exactly") {
  CHECK(ui::to_step(0.30000001, 0.1) == 0.3);
  CHECK(ui::to_step(0.7, 0.05) == 0.7);
  CHECK(ui::to_step(-123.4, 20) == -120);
  CHECK(ui::to_step(0.1234, 0.002) == 0.124);
  CHECK(ui::to_step(5, 0) == 5);
  CHECK(std::isnan(ui::to_step(std::nan(""), 1)));
}

TEST_CASE("a rounded number has the digits asked for and no others") {
  CHECK(ui::to_digits(0.00123456, 2) == 0.0012);
  CHECK(ui::to_digits(98765, 3) == 98800);
}

TEST_CASE("numbers are brought into bounds in the form of a link") {
  const lab::Field whole = field(lab::Whole{3, 1, 9}),
                   real = field(lab::Real{0.5, 0, 1, false, true});
  CHECK(ui::number_text(whole, 4.4) == "4");
  CHECK(ui::number_text(whole, 400) == "9");
  CHECK(ui::number_text(real, -2) == "0");
  CHECK(ui::number_text(real, 0.25) == "0.25");
  CHECK_FALSE(ui::number_text(real, std::nan("")));
  CHECK_FALSE(ui::number_text(field(lab::Flag{true}), 1));
}

TEST_CASE("a matrix is written with its cells in bounds") {
  const lab::Field table = field(lab::Table{{1, 1, {0}}, 4, 4, -5, 5, false});
  CHECK(ui::matrix_text(table, {2, 2, {1, -9, 0.5, std::nan("")}}) == "1,-5;0.5,0");
  const lab::Field list = field(lab::Reals{{1}, 1, 4, 0, 1});
  CHECK(ui::matrix_text(list, {1, 3, {0, 0.5, 2}}) == "0,0.5,1");
}

TEST_CASE("nobody wishes for what is so already") {
  lab::Fields fields;
  std::vector<ui::Intent> intents;
  ui::Desk desk{fields, intents};
  const lab::Field whole = field(lab::Whole{3, 1, 9});
  ui::wish(desk, whole, "3");
  CHECK(intents.empty());
  ui::wish(desk, whole, "4");
  CHECK(intents.size() == 1);
}

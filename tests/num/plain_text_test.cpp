#include "num/plain_text.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "num/algebra.h"
#include "num/expression.h"
#include "num/rng.h"

namespace {

struct Typed {
  const char* typed;
  const char* plain;
};

const std::vector<num::Symbol> few_symbols = {
    {"W2", 1, 5}, {"z2", 5, 1}, {"ŷ", 1, 1}, {"y", 1, 1}, {"m", 1, 1, 2, 9, true}};

std::string read_as(std::string_view text) {
  const num::Parsed parsed = num::parse(text, few_symbols);
  return parsed.formula ? num::text(*parsed.formula, few_symbols) : parsed.fault.sentence;
}

}  // namespace

TEST_CASE("what looks the same is the same plain text") {
  for (const Typed& t :
       std::vector<Typed>{{"5.52\u202c", "5.52"},
                          {"W\u200b2", "W2"},
                          {"\ufeff5.52", "5.52"},
                          {"\u00a0\u2003 5.52\t\n\u3000", "5.52"},
                          {"—log(1/250)", "-log(1/250)"},
                          {"‐‑‒–—―−﹣－˗", "----------"},
                          {"－ln（1／250）", "-ln(1/250)"},
                          {"５．５２", "5.52"},
                          {"𝑊₂ 𝐖 𝒲 𝔚 𝕎 𝖶 𝚆", "W₂ W W W W W W"},
                          {"𝛼𝜷𝝏𝞡𝛁𝜎", "αβ∂Θ∇σ"},
                          {"𝟎𝟡𝟤𝟳𝟿", "09279"},
                          {"ℝℒℓℯℎ", "RLleh"},
                          {"1⁄250 1∕250", "1/250 1/250"},
                          {"2 ∙ 3 • 4 ⋅ 5 · 6", "2 · 3 · 4 · 5 · 6"},
                          {"⩾⩽≧≦", "≥≤≥≤"},
                          {"1％", "1%"},
                          {"a&gt;b&lt;c&amp;d", "a>b<c&d"},
                          {"a&amp;gt;b&nbsp;&minus;&#8722;&#x2212;&hop;", "a>b ---&hop;"},
                          {"ŷ⁽ⁱ⁾ e⁻ᵐ 10⁻⁹ x² aᵐ aᵀ", "ŷ^(i) e^(-m) 10⁻⁹ x² a^m aᵀ"},
                          {"x\ufe0f\u2061\u00ad", "x"},
                          {"½x ⅔ 1½", "(1/2)x (2/3) 1 1/2"},
                          {"2\u20623", "2 3"},
                          {"𝟙[z] 𝟏\\{z\\} 𝕀 [z] 𝟙 𝟏 𝕀", "𝟙[z] 𝟏\\{z\\} 𝕀 [z] 1 1 I"},
                          {"\xff\xe2\x88", "\xff\xe2\x88"},
                          {"", ""}}) {
    CAPTURE(std::string(t.typed));
    CHECK(num::plain_characters(t.typed) == t.plain);
    CHECK(num::plain_characters(t.plain) == t.plain);
  }
}

TEST_CASE("places in plain text lead back to what was typed") {
  const num::PlainText text(" \u200b５\u200b+&gt;⁽ⁱ⁾ ");
  CHECK(text.text == "5+>^(i)");
  CHECK(text.origin(0) == 4);
  CHECK(text.origin(1) == 10);
  CHECK(text.origin(2) == 11);
  CHECK(text.origin(3) == 15);
  CHECK(text.origin(7) == text.typed.size() - 1);
  CHECK(text.quoted(0, 2) == "５+");
  CHECK(text.quoted(2, 1) == "&gt;");
  CHECK(num::PlainText("").origin(0) == 0);
}

TEST_CASE("calculations and formulas are read in plain text, and faults quote what was typed") {
  for (const char* text : {"5.52\u202c", "\ufeff5.52", "５．５２", "5\u00ad.52"})
    CHECK(num::calculate(text).value == 5.52);
  for (const char* text : {"—log(1/250)", "‐ln(1/250)", "－ln（1／250）", "-log(1⁄250)"})
    CHECK(*num::calculate(text).value == doctest::Approx(5.521460917862246).epsilon(1e-15));
  CHECK(read_as("W\u200b2") == "W2");
  CHECK(read_as("𝑊₂") == "W2");
  CHECK(read_as("1/m ∙ (ŷ-y)") == "1/m·(ŷ − y)");
  CHECK(read_as("-diag(1[z_2 ⩾ 0])") == "−diag(1[z2 ≥ 0])");
  CHECK(read_as("-diag(1[z2&gt;0])") == "−diag(1[z2 > 0])");
  CHECK(read_as("-diag(𝕀[z2>0])") == "−diag(1[z2 > 0])");
  CHECK(read_as("\u200bＷ2 + ☃") == "At character 7: \"☃\" (U+2603) has no meaning in a formula.");
  CHECK(read_as("\u200bＱ2") ==
        "At character 2: \"Ｑ2\" is not known; the names here are W2, z2, ŷ, y, m.");
  CHECK(read_as("m\xe2") == "At character 2: the byte E2 (no UTF-8) has no meaning in a formula.");
}

TEST_CASE("digits of other scripts, letters that look like Latin ones and logarithms are plain") {
  CHECK(num::plain_characters("٥٫٥٢ ५.५२ ۵.۵۲ ๕") == "5.52 5.52 5.52 5");
  CHECK(num::plain_characters("㏑ 250 ㏒ 2") == "ln 250 log 2");
  CHECK(num::plain_characters("6.18ᴇ−9 6,18⏨-9") == "6.18E-9 6,18E-9");
  CHECK(num::plain_characters("ехр(-20) Ν Κ") == "exp(-20) N K");
  CHECK(num::plain_characters("5️⃣.5") == "5.5");
  CHECK(num::plain_characters("σ Δ ν") == "σ Δ ν");
}

TEST_CASE("characters that are not sure to be seen are told by number") {
  CHECK(num::character_name("$", 0) == "\"$\"");
  CHECK(num::character_name("☃", 0) == "\"☃\" (U+2603)");
  CHECK(num::character_name("\u200b", 0) == "U+200B");
  CHECK(num::character_name("\u0301", 0) == "U+0301");
  CHECK(num::character_name(std::string(1, '\0'), 0) == "U+0000");
  CHECK(num::character_name("𝟘", 0) == "\"𝟘\" (U+1D7D8)");
}

TEST_CASE("nothing to be seen is blank") {
  for (const char* blank : {"", " \t\r\n", "\u200b\ufeff", "\u00a0&nbsp;\u3000"})
    CHECK(num::is_blank(blank));
  for (const char* text : {"0", "\u200b.", "\xff"}) CHECK_FALSE(num::is_blank(text));
}

TEST_CASE("random bytes have a plain text with places in what was typed") {
  const std::vector<std::string> pieces = {"&",        "amp;",   "gt;", "#x", "200b;", "\xf0\x9d",
                                           "\x9f\x99", "\u200b", "⁽",   "ⁱ",  "⁻",     "²",
                                           "𝟙",        "[",      " ",   "９", "\xed",  "a"};
  num::Rng rng(5, 1);
  for (int round = 0; round < 20000; ++round) {
    std::string typed;
    for (int n = rng.below(12); n > 0; --n)
      typed += rng.below(4) == 0
                   ? std::string(1, static_cast<char>(rng.below(256)))
                   : pieces[static_cast<std::size_t>(rng.below(static_cast<int>(pieces.size())))];
    CAPTURE(typed);
    const num::PlainText plain(typed);
    for (std::size_t at = 0; at < plain.text.size(); ++at)
      REQUIRE(plain.origin(at) <= plain.origin(at + 1));
    REQUIRE(plain.origin(plain.text.size()) <= typed.size());
    REQUIRE(num::is_blank(typed) == plain.text.empty());
  }
}

TEST_CASE("a text that is too long is refused before it is looked at") {
  const std::string endless(50000000, 'x');
  const auto start = std::chrono::steady_clock::now();
  CHECK(num::calculate(endless).error == "This is longer than 1000 characters.");
  CHECK(num::parse(endless, few_symbols).fault.sentence == "This is longer than 1000 characters.");
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(taken.count() < 0.02);
  std::string wide = "1";
  while (wide.size() < 3900) wide = "𝟎" + wide;
  CHECK(num::calculate(wide).value == 1);
}

// Measures of which it is asked whether they help, and how a variant draws four of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exam/answer.h"
#include "exam/facts.h"
#include "lab/fields.h"
#include "num/rng.h"

namespace exercises {

// A measure that can stand among the options. `show` are a link's pairs that take it in the lab.
struct Claim {
  const char* text;
  exam::Key key;
  const char* reason;
  const char* show;
};

// `count` different ones, at least one of either kind, in any order. Either kind has `count` - 1 or
// more.
std::vector<Claim> some_of(int count, std::span<const Claim> helping, std::span<const Claim> idle,
                           num::Rng& rng);

// How the paper names options: "i", "ii"... or "1", "2"...
enum class Numerals : std::uint8_t { roman, arabic };

// The one at `place`, counted from 0, with another `show`.
exam::Option option(const Claim& claim, std::size_t place, std::string show,
                    Numerals numerals = Numerals::roman);

// The pairs of a link that shows the case `pairs` of the question's own net: each parameter that
// they do not set is as in `own`, whatever the lab was left at. One that is `left` stays as it is
// there.
std::string whole_case(std::string_view pairs, const lab::Fields& own, std::string_view left = {});

// What the words say of a right verdict: "helps", "does not help".
struct Verdicts {
  const char* yes;
  const char* no;
};

// The facts "claim.i", "answer.i" and "because.i" of the first claim, and so on from "ii".
void tell(const std::vector<Claim>& claims, const Verdicts& verdicts, exam::Facts& facts,
          Numerals numerals = Numerals::roman);

}  // namespace exercises

// Measures of which it is asked whether they help, and how a variant draws four of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "exam/answer.h"
#include "exam/facts.h"
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

// What the words say of a right verdict: "helps", "does not help".
struct Verdicts {
  const char* yes;
  const char* no;
};

// The facts "claim.i", "answer.i" and "because.i" of the first claim, and so on from "ii".
void tell(const std::vector<Claim>& claims, const Verdicts& verdicts, exam::Facts& facts,
          Numerals numerals = Numerals::roman);

}  // namespace exercises

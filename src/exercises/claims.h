// What is to be judged one by one: measures that help or do not, of which a variant draws some, and
// statements that are true or false, of which it draws one from each topic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exam/answer.h"
#include "exam/facts.h"
#include "lab/fields.h"
#include "num/rng.h"

namespace exercises {

// A measure or a statement that can stand among the options. `show` are the pairs of a link that
// takes or tries it in the lab.
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

// What may be stated of each of several topics. The first of a topic is the paper's own.
using Topics = std::span<const std::span<const Claim>>;

std::vector<Claim> first_of_each(Topics topics);

// One of each, in the order of the topics. Nothing where all would be right, or none.
std::optional<std::vector<Claim>> one_of_each(Topics topics, num::Rng& rng);

// How the paper names options: "i", "ii"... or "1", "2"...
enum class Numerals : std::uint8_t { roman, arabic };

// The one at `place`, counted from 0, with another `show`.
exam::Option option(const Claim& claim, std::size_t place, std::string show,
                    Numerals numerals = Numerals::roman);

// "True or false?" of each; `show` gives the pairs of a link to the case that decides it.
exam::AnswerField true_or_false(const std::vector<Claim>& claims,
                                const std::function<std::string(const Claim&)>& show,
                                const char* praise);

// The pairs of a link that shows the case `pairs` of the question's own net: each parameter that
// they do not set is as in `own`, whatever the lab was left at. One that is `left` stays as it is
// there.
std::string whole_case(std::string_view pairs, const lab::Fields& own, std::string_view left = {});

// The same case with the question's own net pinned behind it.
std::string beside_start(std::string_view pairs);

// What the words say of a right verdict: "helps", "does not help".
struct Verdicts {
  const char* yes;
  const char* no;
};

// The facts "claim.i", "answer.i" and "because.i" of the first claim, and so on from "ii".
void tell(const std::vector<Claim>& claims, const Verdicts& verdicts, exam::Facts& facts,
          Numerals numerals = Numerals::roman);

}  // namespace exercises

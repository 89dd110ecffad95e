#include "exercises/claims.h"

#include <utility>

#include "exam/canonical_link.h"
#include "lab/view.h"

namespace exercises {
namespace {

std::string name(std::size_t place, Numerals numerals) {
  constexpr const char* roman[] = {"i", "ii", "iii", "iv", "v"};
  return numerals == Numerals::roman ? roman[place] : std::to_string(place + 1);
}

}  // namespace

std::vector<Claim> some_of(int count, std::span<const Claim> helping, std::span<const Claim> idle,
                           num::Rng& rng) {
  std::vector<Claim> help(helping.begin(), helping.end()), others(idle.begin(), idle.end());
  rng.shuffle(std::span(help));
  rng.shuffle(std::span(others));
  const int helpful = 1 + rng.below(count - 1);
  std::vector<Claim> drawn(help.begin(), help.begin() + helpful);
  drawn.insert(drawn.end(), others.begin(), others.begin() + (count - helpful));
  rng.shuffle(std::span(drawn));
  return drawn;
}

std::vector<Claim> first_of_each(Topics topics) {
  std::vector<Claim> claims;
  for (const std::span<const Claim> topic : topics) claims.push_back(topic.front());
  return claims;
}

std::optional<std::vector<Claim>> one_of_each(Topics topics, num::Rng& rng) {
  std::vector<Claim> claims;
  std::size_t right = 0;
  for (const std::span<const Claim> topic : topics) {
    claims.push_back(topic[static_cast<std::size_t>(rng.below(static_cast<int>(topic.size())))]);
    right += claims.back().key != exam::Key::no;
  }
  if (right == 0 || right == topics.size()) return std::nullopt;
  return claims;
}

exam::Option option(const Claim& claim, std::size_t place, std::string show, Numerals numerals) {
  return {name(place, numerals), claim.text, claim.key, claim.reason, std::move(show)};
}

exam::AnswerField true_or_false(const std::vector<Claim>& claims,
                                const std::function<std::string(const Claim&)>& show,
                                const char* praise) {
  exam::ManyOf many;
  for (std::size_t i = 0; i < claims.size(); ++i)
    many.options.push_back(option(claims[i], i, show(claims[i]), Numerals::arabic));
  return {"statements", "True or false?", std::move(many), praise};
}

std::string whole_case(std::string_view pairs, const lab::Fields& own, std::string_view left) {
  const std::string set = "&" + std::string(pairs);
  std::string all(pairs);
  for (const lab::Field& field : own.all())
    if (field.key != left && set.find("&" + field.key + "=") == std::string::npos)
      all += "&" + field.key + "=" + lab::text(field.slot);
  return all;
}

std::string beside_start(std::string_view pairs) {
  return std::string(pairs) + '&' + lab::pin_key + '=' + exam::pin_start;
}

void tell(const std::vector<Claim>& claims, const Verdicts& verdicts, exam::Facts& facts,
          Numerals numerals) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const std::string which = name(i, numerals);
    const bool yes = claims[i].key != exam::Key::no;
    facts.text(("claim." + which).c_str(), claims[i].text);
    facts.text(("answer." + which).c_str(), yes ? verdicts.yes : verdicts.no);
    facts.text(("because." + which).c_str(), claims[i].reason);
  }
}

}  // namespace exercises

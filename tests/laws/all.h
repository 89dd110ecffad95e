// The product's catalogue, as the tests over the whole table walk it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "exam/session.h"
#include "exercises/all.h"
#include "lab/link.h"
#include "lab/slots.h"
#include "lab/wire.h"
#include "labs/all.h"
#include "sampler/sampler.h"
#include "thinning.h"

namespace tests {

// The product's labs and, behind them, one with a field of every kind and a figure of every shape.
inline std::span<const lab::LabRow* const> labs() {
  static const std::vector<const lab::LabRow*> all = [] {
    std::vector<const lab::LabRow*> rows(laboratory::all().begin(), laboratory::all().end());
    rows.push_back(&sampler::row);
    return rows;
  }();
  return all;
}

inline exam::Catalogue product() { return {labs(), exercises::paper()}; }

// The ids of all labs: what holds of a lab at every value of its parameters holds for the exercises
// that use it.
inline std::vector<std::string> lab_ids() {
  std::vector<std::string> all;
  for (const lab::LabRow* row : labs()) all.push_back(row->id);
  return all;
}

// The ids of the exercises that are built.
inline std::vector<std::string> exercise_ids() {
  std::vector<std::string> all;
  for (const exam::Part& part : exercises::paper())
    if (part.exercise) all.push_back(part.id);
  return all;
}

// The ids of all labs and of one in `one_in` of the exercises that are built, which share the labs.
inline std::vector<std::string> ids(int one_in = 3 * thinning) {
  std::vector<std::string> all = lab_ids();
  Thinned thinned(one_in);
  for (const std::string& id : exercise_ids())
    if (thinned.tries()) all.push_back(id);
  return all;
}

// Links to the corners of the parameter box, each bound alone and all lows and highs together.
inline std::vector<std::string> corners(const std::string& id, const lab::Fields& fields) {
  std::vector<std::string> links;
  std::string lows = id + "#", highs = id + "#";
  for (const lab::Field& field : fields.all()) {
    const std::vector<std::string> texts = corner_texts(field.slot);
    if (texts.empty()) continue;
    const std::string set = field.key + "=";
    for (const std::string& text : texts) links.push_back(id + "#" + set + lab::escaped(text));
    lows += set + lab::escaped(texts.front()) + "&";
    highs += set + lab::escaped(texts.back()) + "&";
  }
  links.push_back(lows);
  links.push_back(highs);
  return links;
}

// The session's link with a question that is asked after so many steps of the lab.
inline std::string asked_after(const exam::Session& session, const std::string& key,
                               std::int64_t end) {
  const lab::Link link = lab::parse_link(session.link());
  std::string text = link.id + '#' + key + '=' + std::to_string(end);
  for (const auto& [name, value] : link.pairs)
    if (name != key) text += '&' + name + '=' + lab::escaped(value);
  char separator = '/';
  for (const auto& [name, value] : link.lab) {
    if (name == key) continue;
    text += separator + name + '=' + lab::escaped(value);
    separator = '&';
  }
  return text;
}

// Lets a lab that trains see few examples a step, where it stands at its own number: laws hold for
// any. Beside a question it would be moved from that, which is then worked out for itself.
inline void show_fewer(exam::Session& session) {
  constexpr std::int64_t few_examples = 4;
  if (session.asked()) return;
  const lab::Field* const batch = session.fields().find("batch");
  const auto* const size = batch ? std::get_if<lab::Whole>(&batch->slot) : nullptr;
  if (size && !batch->changed() && size->value > few_examples)
    session.set("batch", std::to_string(std::max(few_examples, size->low)));
}

// Brings the horizon of a replay down to a few steps, the question's as well, which is worked out
// where the lab has been moved: laws hold after any number of them.
constexpr std::int64_t few = 3;
inline void shorten(exam::Session& session, std::int64_t to = few) {
  const lab::Field* const horizon = session.horizon();
  if (!horizon) return;
  const std::string key = horizon->key;
  const auto& steps = std::get<lab::Whole>(horizon->slot);
  const std::int64_t end = std::max(to, steps.low);
  if (session.asked() && std::get<lab::Whole>(session.asked()->at().find(key)->slot).value > end) {
    session.open(asked_after(session, key, end));
    return;
  }
  if (steps.value > end) session.set(key, std::to_string(end));
  show_fewer(session);
}

inline void finish(exam::Session& session) {
  while (!session.advance(256)) {
  }
}

// All that a front end shows, to the bit: link, fields, readouts, figures and problems.
inline std::vector<std::uint8_t> shown(const exam::Session& session) {
  return lab::encode(session.view());
}

inline std::vector<std::uint8_t> shown_at(const std::string& link) {
  exam::Session session(product());
  REQUIRE(session.open(link));
  finish(session);
  return shown(session);
}

// The lab or exercise `id` as it opens, after at most `steps` steps.
inline exam::Session opened(const std::string& id, std::int64_t steps = few) {
  exam::Session session(product());
  session.open(id);
  shorten(session, steps);
  finish(session);
  return session;
}

// The same after a few steps, computed once for all laws.
inline const exam::Session& opening(const std::string& id) {
  static std::map<std::string, exam::Session> kept;
  const auto at = kept.find(id);
  return at != kept.end() ? at->second : kept.emplace(id, opened(id)).first->second;
}

}  // namespace tests

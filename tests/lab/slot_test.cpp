// What holds of every kind of field, by the fields of the sampler.
#include "lab/slot.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "lab/link.h"
#include "lab/mutation.h"
#include "lab/slots.h"
#include "lab/wire.h"
#include "sampler/sampler.h"

namespace {

const char* kind(const lab::Slot& slot) {
  return std::visit([](const auto& s) { return s.kind; }, slot);
}

lab::View view_of(const lab::Fields& fields) {
  lab::View view;
  view.fields = fields;
  return view;
}

}  // namespace

TEST_CASE("the sampler has a field of every kind, and no two kinds have a name") {
  std::set<std::string> kinds;
  std::set<std::size_t> places;
  const lab::Fields fields = lab::declared<sampler::Params>();
  for (const lab::Field& field : fields.all()) {
    kinds.insert(kind(field.slot));
    places.insert(field.slot.index());
  }
  CHECK(places.size() == std::variant_size_v<lab::Slot>);
  CHECK(kinds.size() == places.size());
}

TEST_CASE("the tests' texts of a kind are taken, and read back from what they make") {
  const lab::Fields fields = lab::declared<sampler::Params>();
  for (const lab::Field& field : fields.all()) {
    std::vector<std::string> texts = tests::other_texts(field.slot);
    for (const std::string& text : tests::corner_texts(field.slot)) texts.push_back(text);
    bool moved = false;
    for (const std::string& text : texts) {
      CAPTURE(field.key);
      CAPTURE(text);
      lab::Field set = field, again = field;
      CHECK(lab::read(set, text).outcome == lab::Reading::taken);
      moved = moved || set.changed();
      const lab::Link link = lab::parse_link("x#k=" + lab::escaped(lab::text(set.slot)));
      REQUIRE(link.pairs.size() == 1);
      CHECK(lab::read(again, link.pairs[0].second).outcome == lab::Reading::taken);
      CHECK(again.slot == set.slot);
    }
    CHECK((moved || std::holds_alternative<lab::Asset>(field.slot)));
  }
}

TEST_CASE("10 000 mutated texts leave a sound value that its own text gives back") {
  tests::Noise noise(12);
  const lab::Fields fresh = lab::declared<sampler::Params>();
  for (int i = 0; i < 10000; ++i) {
    lab::Field field = fresh.all()[noise.below(fresh.all().size())];
    const std::string start = lab::text(field.initial);
    const std::string text = tests::mutated(start, noise, "0123456789.,;-+>zx auto\n\xc3\xa4");
    CAPTURE(field.key);
    CAPTURE(text);
    const lab::Reading reading = lab::read(field, text);
    CHECK((reading.outcome == lab::Reading::taken) == reading.message.empty());
    if (reading.outcome == lab::Reading::refused) CHECK(!field.changed());
    CHECK(std::visit([](const auto& s) { return s.sound(); }, field.slot));
    lab::Field again = field;
    again.slot = again.initial;
    CHECK(lab::read(again, lab::text(field.slot)).outcome == lab::Reading::taken);
    CHECK(again.slot == field.slot);
  }
}

TEST_CASE("fields of every kind go over the wire, a file by its name alone") {
  lab::Fields fields = lab::declared<sampler::Params>();
  for (lab::Field& field : fields.all())
    if (auto* asset = std::get_if<lab::Asset>(&field.slot))
      asset->value = {"mine", tests::own_file(asset->media).content};
  const auto bytes = lab::encode(view_of(fields));
  const auto view = lab::decode(bytes);
  REQUIRE(view);
  CHECK(lab::encode(*view) == bytes);
  for (std::size_t i = 0; i < fields.all().size(); ++i) {
    const lab::Field &there = view->fields.all()[i], &here = fields.all()[i];
    CHECK(lab::text(there.slot) == lab::text(here.slot));
    if (const auto* asset = std::get_if<lab::Asset>(&there.slot)) {
      CHECK(asset->value.name == "mine");
      CHECK(!asset->value.content);
    }
  }
}

TEST_CASE("mutated fields of every kind decode to themselves or not at all") {
  const auto good = lab::encode(view_of(lab::declared<sampler::Params>()));
  tests::Noise noise(13);
  int decoded = 0;
  for (int i = 0; i < 10000; ++i) {
    const auto bytes = tests::mutated(good, noise);
    const auto view = lab::decode(bytes);
    if (!view) continue;
    ++decoded;
    CHECK(lab::encode(*view) == bytes);
    for (const lab::Field& field : view->fields.all())
      CHECK(std::visit([](const auto& s) { return s.sound(); }, field.slot));
  }
  CHECK(decoded > 100);
}

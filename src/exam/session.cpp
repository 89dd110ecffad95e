#include "exam/session.h"

#include <algorithm>

#include "exam/canonical_link.h"
#include "exam/named.h"
#include "lab/link.h"
#include "lab/utf8.h"
#include "lab/wire.h"

namespace exam {
namespace {

constexpr int most_variants = 999'999'999;
constexpr std::size_t longest_tab = 40;  // bytes

// The variant as a field, so that its text is read by the same rules as every other.
lab::Field variant_field() {
  lab::Field field;
  field.key = variant_key;
  field.label = "variant, 0 is the paper’s own";
  field.slot = field.initial = lab::Whole{0, 0, most_variants};
  return field;
}

// Fields of one lab with the same values.
bool stands_there(const lab::Fields& a, const lab::Fields& b) {
  return std::equal(a.all().begin(), a.all().end(), b.all().begin(), b.all().end(),
                    [](const lab::Field& x, const lab::Field& y) {
                      return lab::text(x.slot) == lab::text(y.slot);
                    });
}

constexpr const char* nothing_to_ask = "with these numbers there is nothing to ask";
constexpr const char* same_asked = "with these numbers the question would be the same";

}  // namespace

bool Session::open(std::string_view text) {
  lab::Link link = lab::parse_link(text);
  const Part* const listed = part_named(catalogue_.paper, link.id);
  const Part* const exercise = listed && listed->exercise ? listed : nullptr;
  const lab::LabRow* const row =
      exercise ? &exercise->exercise->lab() : lab_named(catalogue_.labs, link.id);
  if (!row) {
    const std::string id = link.id.substr(0, 40);
    notices_ = {{"", listed ? "exercise " + id + " is announced but not built yet"
                            : "there is no exercise or lab called \"" + id + "\""}};
    report_.reset();
    ++revision_;
    return false;
  }
  if (row != row_) {
    lab_ = row->make();
    division_.turn_to(lab_.get());
    fields_ = {};
  }
  row_ = row;
  part_ = exercise;
  playing_ = false;
  tab_.clear();
  pinned_.reset();
  asked_.reset();
  question_lab_.forget();
  notices_ = std::move(link.problems);
  spell_keys(lab_->declaration(), link);

  const auto note = [&](const std::string& key, const lab::Reading& reading) {
    if (reading.outcome != lab::Reading::taken) notices_.push_back({key, reading.message});
  };
  const auto set_all = [&](lab::Fields& fields, const lab::Link::Pairs& pairs) {
    for (const auto& [key, value] : pairs) {
      if (key == lab::pin_key) continue;
      if (key == lab::tab_key)
        tab_ = lab::whole_characters(value, longest_tab);
      else if (!exercise || key != variant_key)
        note(key, set_by_link(fields, key, value));
    }
  };
  if (exercise) {
    Instance instance = Instance::of_paper(*exercise->exercise);
    for (const auto& [key, value] : link.pairs) {
      if (key != variant_key) continue;
      lab::Reading reading;
      std::optional<Instance> other = drawn(value, reading);
      if (!other && reading.outcome == lab::Reading::refused)
        other = drawn(lab::without_end(value), reading);
      if (other) instance = *std::move(other);
      note(key, reading);
    }
    lab::Fields at = instance.parameters();
    set_all(at, link.pairs);
    take_question(std::move(instance), at);
  } else {
    lab::Fields fields = lab_->declaration();
    set_all(fields, link.pairs);
    take_fields(std::move(fields));
  }
  set_all(fields_, link.lab);
  for (const auto* pairs : {&link.pairs, &link.lab})
    for (const auto& [key, value] : *pairs)
      if (key == lab::pin_key) set_pin(value);
  changed();
  return true;
}

// What a value of the pin cannot say is left out as in a link.
void Session::set_pin(std::string_view text) {
  pinned_.reset();
  if (text.empty()) return;
  lab::Fields at = fields_;
  if (text == lab::pin_here) {
    pinned_.emplace(std::move(at));
    if (lab_->done() >= lab_->total()) pinned_->take(report());
    return;
  }
  for (lab::Field& field : at.all()) field.slot = field.initial;
  const std::string_view pairs = text == pin_start ? "" : text;
  const lab::Link link = lab::parse_link(std::string(row_->id) + '#' + std::string(pairs));
  notices_.insert(notices_.end(), link.problems.begin(), link.problems.end());
  for (const auto& [key, value] : link.pairs) {
    const lab::Reading reading = at.set(key, value);
    if (reading.outcome != lab::Reading::taken) notices_.push_back({key, reading.message});
  }
  pinned_.emplace(std::move(at));
}

std::optional<Instance> Session::drawn(std::string_view number, lab::Reading& reading) const {
  lab::Field field = variant_field();
  reading = lab::read(field, number);
  if (reading.outcome == lab::Reading::refused) return std::nullopt;
  const int wanted = static_cast<int>(std::get<lab::Whole>(field.slot).value);
  std::optional<Instance> instance = Instance::drawn(*part_->exercise, wanted);
  if (!instance)
    reading = {lab::Reading::refused, "no sound question could be drawn for variant " +
                                          std::to_string(wanted) + "; try another number"};
  return instance;
}

lab::Reading Session::set_variant(std::string_view number) {
  lab::Reading reading;
  if (std::optional<Instance> instance = drawn(number, reading))
    take_question(Asked(*std::move(instance)));
  return reading;
}

void Session::take_question(Instance instance, const lab::Fields& at) {
  Asked asked(instance, at);
  if (!asked.form().empty()) return take_question(std::move(asked));
  notices_.push_back({"",
                      "with these numbers there is nothing to ask, so the question is asked "
                      "with its own; the lab shows yours"});
  take_question(Asked(std::move(instance)));
  for (lab::Field& field : fields_.all()) field.slot = at.find(field.key)->slot;
}

void Session::take_question(Asked asked) {
  asked_ = std::move(asked);
  question_lab_.forget();
  truth_sought_ = false;
  // It was told by its difference from the question that was.
  pinned_.reset();
  lab::Fields fields = asked_->at();
  fields.make_initial();
  take_fields(std::move(fields));
}

// The files that were given stay: no link could bring them back.
void Session::take_fields(lab::Fields fields) {
  for (lab::Field& field : fields.all()) {
    const lab::Field* const before = fields_.find(field.key);
    if (before && std::holds_alternative<lab::Asset>(before->slot)) field.slot = before->slot;
  }
  fields_ = std::move(fields);
}

lab::Reading Session::ask() {
  if (!askable())
    return {lab::Reading::refused,
            asked_ && asked_->differs(fields_) ? nothing_to_ask : same_asked};
  notices_.clear();
  lab::Fields at = asked_->at();
  for (lab::Field& field : at.all())
    if (!std::holds_alternative<lab::Asset>(field.slot)) field.slot = fields_.find(field.key)->slot;
  take_question(Asked(asked_->instance(), std::move(at)));
  playing_ = false;
  changed();
  return {};
}

void Session::back() {
  notices_.clear();
  for (lab::Field& field : fields_.all())
    if (!std::holds_alternative<lab::Asset>(field.slot)) field.slot = field.initial;
  if (pinned_ && stands_there(fields_, pinned_->at())) pinned_.reset();
  playing_ = false;
  changed();
}

std::vector<std::string> Session::moved() const {
  return asked_ ? asked_->moved(fields_) : std::vector<std::string>{};
}

bool Session::askable() const {
  return asked_ && asked_->differs(fields_) && asked_->asks_at(fields_);
}

lab::Reading Session::set(std::string_view key, std::string_view value) {
  remember_report();
  notices_.clear();
  lab::Reading reading;
  if (part_ && key == variant_key) {
    reading = set_variant(value);
    playing_ = false;
  } else if (key == lab::pin_key) {
    set_pin(value);
  } else if (key == lab::tab_key) {
    tab_ = lab::whole_characters(value, longest_tab);
  } else if (key == lab::play_key) {
    reading = set_playing(value);
  } else {
    reading = fields_.set(key, value);
    const lab::Field* const moved = horizon();
    if (moved && moved->key == key) playing_ = false;
    if (reading.outcome != lab::Reading::refused) follow_up(*fields_.find(key));
  }
  changed();
  return reading;
}

// What a person's setting of a field does to others.
void Session::follow_up(const lab::Field& field) {
  for (const std::string& other : field.clears) clear(other);
  for (const std::string& pair : field.brings) {
    const std::size_t sign = pair.find('=');
    fields_.set(pair.substr(0, sign), pair.substr(sign + 1));
  }
}

// To what the instance has there, not to what the question has: a question that brings a matrix of
// its own must not bring it back whenever another size is chosen.
void Session::clear(const std::string& key) {
  lab::Field* const field = fields_.find(key);
  if (!field) return;
  field->slot = asked_ ? asked_->instance().parameters().find(key)->slot : field->initial;
}

void Session::changed() {
  lab_->take(fields_);
  report_.reset();
  ++revision_;
}

std::string Session::link() const {
  return canonical_link({id(), asked_ ? &*asked_ : nullptr, &fields_, pinned(), tab_});
}

std::string Session::question_link() const {
  return asked_ ? exam::question_link(id(), *asked_) : id();
}

bool Session::advance(std::int64_t steps) {
  const std::int64_t before = lab_->done();
  lab_->advance(steps);
  if (lab_->done() != before) stepped();
  if (lab_->done() < lab_->total()) return false;
  if (pinned_ && !pinned_->report()) {
    if (!pinned_->advance(*row_, steps)) return false;
    ++revision_;
  }
  if (playing_ || !asked_ || question_lab_.report() || at_question()) return true;
  // Where the lab does what is asked about, the words quote it as it stands.
  if (!truth_sought_ && moved().empty()) return true;
  if (looks_elsewhere()) look_at_question();
  const bool known = question_lab_.advance(*row_, asked_->at(), steps);
  if (known) ++revision_;
  return known;
}

bool Session::gather() {
  const bool taken = division_.gather();
  if (taken) stepped();
  return taken;
}

void Session::stepped() {
  report_.reset();
  ++revision_;
}

lab::Reading Session::give(std::string_view key, std::string_view name,
                           const lab::ContentReading& content) {
  lab::Field* const field = fields_.find(key);
  auto* const asset = field ? std::get_if<lab::Asset>(&field->slot) : nullptr;
  if (!asset)
    return {lab::Reading::refused,
            "there is no field for a file called " + std::string(lab::whole_characters(key, 40))};
  if (!content.content) return {lab::Reading::refused, content.error};
  if (!lab::holds(*content.content, asset->media))
    return {lab::Reading::refused,
            std::string("it takes a file of another kind: ") + lab::name(asset->media)};
  asset->value = {name.empty() ? "file" : std::string(lab::whole_characters(name, 80)),
                  content.content};
  if (asset->chooses.empty()) {
    notices_.clear();
    changed();
    return {};
  }
  return set(asset->chooses, asset->chosen);
}

void Session::take_times(const std::vector<lab::Timing>& timings) {
  lab_->take_times(timings);
  stepped();
}

const char* Session::id() const { return part_ ? part_->id : row_->id; }
const char* Session::title() const { return part_ ? part_->title : row_->title; }

const lab::Report& Session::report() const {
  if (!report_) report_ = with_notices(lab_->report());
  return *report_;
}

std::uint64_t Session::digest() const { return lab::digest(with_notices(lab_->untimed_report())); }

lab::Report Session::with_notices(lab::Report report) const {
  report.problems.insert(report.problems.begin(), notices_.begin(), notices_.end());
  for (const lab::Field& field : fields_.all())
    if (const auto* asset = std::get_if<lab::Asset>(&field.slot); asset && asset->value.given())
      report.blame(field.key, "Your file " + asset->value.name +
                                  " is not part of the link: it stays on this computer.");
  return report;
}

lab::Fields Session::offered() const {
  lab::Fields fields = fields_;
  lab_->offer(fields);
  return fields;
}

lab::View Session::view() const {
  lab::View view{link(),        row_->title,  fields_,  report(), lab_->done(),
                 lab_->total(), lab_->most(), playing_, tab_};
  view.fields = offered();
  if (pinned_) view.report.figures = pinned_->behind(view.report.figures);
  return view;
}

Marking Session::mark(const lab::Json& answers) const {
  return exam::mark(form(), part_ ? part_->marks : 0, answers);
}

}  // namespace exam

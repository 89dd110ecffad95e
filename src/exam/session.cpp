#include "exam/session.h"

#include <algorithm>

#include "lab/link.h"
#include "lab/utf8.h"
#include "lab/wire.h"

namespace exam {
namespace {

constexpr int most_variants = 999'999'999;
constexpr const char* variant_key = "variant";

// The variant as a field, so that its text is read by the same rules as every other.
lab::Field variant_field() {
  lab::Field field;
  field.key = variant_key;
  field.label = "variant, 0 is the paper's own";
  field.slot = field.initial = lab::Whole{0, 0, most_variants};
  return field;
}

template <class Row>
const Row* by_id(std::span<const Row* const> rows, std::string_view id) {
  const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row* r) { return r->id == id; });
  return at == rows.end() ? nullptr : *at;
}

}  // namespace

bool Session::open(std::string_view text) {
  lab::Link link = lab::parse_link(text);
  const auto part = std::find_if(catalogue_.paper.begin(), catalogue_.paper.end(),
                                 [&](const Part& p) { return p.id == link.id; });
  const bool listed = part != catalogue_.paper.end();
  const Part* const exercise = listed && part->exercise ? &*part : nullptr;
  const lab::LabRow* const row =
      exercise ? &exercise->exercise->lab() : by_id(catalogue_.labs, link.id);
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
    fields_ = {};
  }
  row_ = row;
  part_ = exercise;
  playing_ = false;
  instance_.reset();
  if (exercise) instance_ = Instance::of_paper(*exercise->exercise);
  take_fields(instance_ ? instance_->parameters() : lab_->declaration());
  notices_ = std::move(link.problems);

  const auto read = [&](const std::string& key, const lab::Reading& reading) {
    if (reading.outcome != lab::Reading::taken) notices_.push_back({key, reading.message});
  };
  for (const auto& [key, value] : link.pairs)
    if (exercise && key == variant_key) read(key, set_variant(value));
  for (const auto& [key, value] : link.pairs)
    if (!exercise || key != variant_key) read(key, fields_.set(key, value));
  changed();
  return true;
}

lab::Reading Session::set_variant(std::string_view number) {
  lab::Field field = variant_field();
  const lab::Reading reading = lab::read(field, number);
  if (reading.outcome == lab::Reading::refused) return reading;
  const int wanted = static_cast<int>(std::get<lab::Whole>(field.slot).value);
  std::optional<Instance> drawn = Instance::drawn(*part_->exercise, wanted);
  if (!drawn)
    return {lab::Reading::refused, "no sound question could be drawn for variant " +
                                       std::to_string(wanted) + "; try another number"};
  instance_ = std::move(drawn);
  take_fields(instance_->parameters());
  return reading;
}

// The files that were given stay: no link could bring them back.
void Session::take_fields(lab::Fields fields) {
  for (lab::Field& field : fields.all()) {
    const lab::Field* const before = fields_.find(field.key);
    if (before && std::holds_alternative<lab::Asset>(before->slot)) field.slot = before->slot;
  }
  fields_ = std::move(fields);
}

lab::Reading Session::set(std::string_view key, std::string_view value) {
  notices_.clear();
  lab::Reading reading;
  if (part_ && key == variant_key) {
    reading = set_variant(value);
    playing_ = false;
  } else if (key == lab::play_key) {
    reading = set_playing(value);
  } else {
    reading = fields_.set(key, value);
    const lab::Field* const moved = horizon();
    if (moved && moved->key == key) playing_ = false;
    if (reading.outcome != lab::Reading::refused)
      for (const std::string& other : fields_.find(key)->clears)
        if (lab::Field* field = fields_.find(other)) field->slot = field->initial;
  }
  changed();
  return reading;
}

lab::Reading Session::set_playing(std::string_view text) {
  lab::Field field;
  field.key = field.label = lab::play_key;
  field.slot = lab::Flag{};
  const lab::Reading reading = lab::read(field, text);
  if (reading.outcome == lab::Reading::refused) return reading;
  const lab::Field* const end = horizon();
  if (!end) return {lab::Reading::refused, "this lab takes no steps, so there is nothing to play"};
  playing_ = std::get<lab::Flag>(field.slot).value;
  const auto& steps = std::get<lab::Whole>(end->slot);
  if (!playing_ && lab_->done() < lab_->total()) move_horizon(lab_->done());
  if (playing_ && lab_->done() >= lab_->total() && steps.value >= steps.high)
    move_horizon(steps.low);
  problems_before_ = report().problems.size();
  return reading;
}

const lab::Field* Session::horizon() const {
  for (const lab::Field& field : fields_.all())
    if (field.offer == lab::Offer::horizon && std::holds_alternative<lab::Whole>(field.slot))
      return &field;
  return nullptr;
}

void Session::move_horizon(std::int64_t steps) {
  fields_.set(horizon()->key, std::to_string(steps));
}

bool Session::go_on(std::int64_t steps) {
  if (!playing_ || lab_->done() < lab_->total()) return playing_;
  const lab::Whole end = std::get<lab::Whole>(horizon()->slot);
  const std::int64_t reached = lab_->total();
  playing_ = end.value < end.high && report().problems.size() <= problems_before_;
  if (playing_) {
    move_horizon(std::min(end.high, end.value + std::max<std::int64_t>(steps, 1)));
    lab_->take(fields_);
    // A lab that refuses its parameters takes no steps, however far it is sent.
    playing_ = lab_->total() > reached;
    if (!playing_) move_horizon(end.value);
  }
  changed();
  return playing_;
}

void Session::changed() {
  lab_->take(fields_);
  report_.reset();
  ++revision_;
}

std::string Session::link() const {
  std::string link = id();
  char separator = '#';
  const auto add = [&](const std::string& key, const std::string& value) {
    link += separator + key + '=' + lab::escaped(value);
    separator = '&';
  };
  if (variant_number() != 0) add(variant_key, std::to_string(variant_number()));
  for (const lab::Field& field : fields_.all())
    if (field.linked()) add(field.key, lab::text(field.slot));
  return link;
}

bool Session::advance(std::int64_t steps) {
  const std::int64_t before = lab_->done();
  lab_->advance(steps);
  if (lab_->done() != before) {
    report_.reset();
    ++revision_;
  }
  return lab_->done() >= lab_->total();
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
  report_.reset();
  ++revision_;
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

lab::View Session::view() const {
  return {link(), row_->title, fields_, report(), lab_->done(), lab_->total(), playing_};
}

Form Session::form() const { return instance_ ? instance_->form(fields_) : Form{}; }

std::optional<Prediction> Session::prediction() const {
  return instance_ ? std::optional(instance_->prediction(fields_)) : std::nullopt;
}

Facts Session::facts() const { return instance_ ? instance_->facts(fields_) : Facts{}; }

Marking Session::mark(const lab::Json& answers) const {
  return exam::mark(form(), part_ ? part_->marks : 0, answers);
}

}  // namespace exam

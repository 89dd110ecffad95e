#include "ui/frame/story.h"

#include <algorithm>
#include <cmath>

#include "ui/controls/controls.h"
#include "ui/frame/complaints.h"
#include "ui/frame/curtain.h"
#include "ui/frame/finding.h"
#include "ui/frame/focus.h"
#include "ui/frame/shape.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

// Of what is in view in one column: what a story may take, what one of two figures beside each
// other may, whose words break into more lines, and beyond which it does not stay.
constexpr float share_of_sight = 0.45f, share_of_two = 0.6f, most_that_stays = 0.8f;

// Type that is set smaller, point by point, as long as the story and its controls do not fit into
// the fold. It grows again when there is another width, fold or size of text. Most of a large text,
// as a lecture hall wants it, is kept; what does not fit is scrolled to.
class FittedType {
 public:
  explicit FittedType(const Setting& s) : id_(ImGui::GetID("type")) {
    const float usual = ImGui::GetFontSize();
    const bool same = kept_real(id_, "width") == s.full && kept_real(id_, "fold") == s.fold() &&
                      kept_real(id_, "usual") == usual;
    if (!same) {
      keep_real(id_, "width", s.full);
      keep_real(id_, "fold", s.fold());
      keep_real(id_, "usual", usual);
      keep_real(id_, "type", usual);
    }
    type_ = kept_real(id_, "type", usual);
    ImGui::PushFont(nullptr, type_);
  }
  ~FittedType() { ImGui::PopFont(); }
  FittedType(const FittedType&) = delete;
  FittedType& operator=(const FittedType&) = delete;

  void too_large(Desk& desk) {
    const float least = std::max(least_story_type, 0.8f * kept_real(id_, "usual"));
    if (type_ <= least) return;
    keep_real(id_, "type", std::max(least, type_ - 1));
    desk.restless = true;
  }

 private:
  ImGuiID id_;
  float type_ = 0;
};

// A length of the last frame, for what is drawn before that which decides it.
class Remembered {
 public:
  explicit Remembered(const char* name) : id_(ImGui::GetID(name)) {}
  float get() const { return kept_real(id_, "points"); }
  // Without another frame, where nothing of this one would have been drawn otherwise.
  void note(float points) { keep_real(id_, "points", points); }
  void set(float points, Desk& desk) {
    if (std::fabs(points - get()) <= 0.5f) return;
    keep_real(id_, "points", points);
    desk.restless = true;
  }

 private:
  ImGuiID id_;
};

// The widths of the story and of its companion, which is all of it and 0 where there is none.
struct Parted {
  const lab::Figure* second;
  float first_width, second_width;
};
Parted parted(const Setting& s, float width) {
  const lab::Figure* second = companion_of(s);
  if (second && !s.wide && !(is_square(second->shape) && is_square(story_of(s.view)->shape)))
    second = nullptr;
  const float half = second ? 0.5f * (width - s.spaces.gap) : 0;
  return {second, second ? half : width, half};
}

// The story in `room`, or the room that the last one had where what is asked for cannot be drawn.
float height_in(const Setting& s, const lab::Figure* f, float width, float room, float most) {
  if (!f) {
    const float last = Remembered("story height").get();
    return std::max(last > 0 ? last : std::min(room, 0.5f * width),
                    complaints_height(s, width) + em());
  }
  const Parted parts = parted(s, width);
  float wanted = card_height(s, *f, parts.first_width);
  float least = least_card_height(s, *f, parts.first_width);
  if (parts.second) {
    wanted = std::max(wanted, card_height(s, *parts.second, parts.second_width));
    least = std::max(least, least_card_height(s, *parts.second, parts.second_width));
  }
  return std::max(least, std::min(room, std::max(wanted, most)));
}

void draw_card(const Setting& s, const lab::Figure* f, ImVec2 at, ImVec2 size) {
  if (f) {
    const Parted parts = parted(s, size.x);
    card(s, *f, at, {parts.first_width, size.y});
    if (parts.second)
      card(s, *parts.second, {at.x + size.x - parts.second_width, at.y},
           {parts.second_width, size.y});
    Remembered("story height").note(size.y);
    return;
  }
  ImGui::GetWindowDrawList()->AddRect(at, {at.x + size.x, at.y + size.y}, theme().grid, 8);
  complaints(s, {at.x + 0.5f * em(), at.y + 0.5f * em()}, size.x - em());
}

// Complaints stand in the place of the finding, so that nothing moves when they come and go.
float beneath_height(const lab::Figure* f, float width) {
  Remembered last("finding height");
  if (f) last.note(finding_height(*f, width));
  return last.get();
}

// What is covered is not told either.
void tell(const Setting& s, const lab::Figure& f, ImVec2 at, float width) {
  if (s.curtain.share(f.key) <= 0) draw_finding(f, at, width);
}

// Whether the story may be higher than it asks to be, with its companion if it has one.
bool can_grow(const Setting& s, const lab::Figure* f) {
  const lab::Figure* const second = companion_of(s);
  return f && stretches(f->shape) && (!second || stretches(second->shape));
}

// Returns the height that was taken.
float draw_beneath(const Setting& s, const lab::Figure* f, ImVec2 at, float width) {
  if (!f) return 0;
  const float usual = finding_height(*f, width);
  if (s.view.report.problems.empty()) {
    tell(s, *f, at, width);
    return usual;
  }
  complaints(s, {at.x, at.y + 0.4f * em()}, width);
  return std::max(usual, complaints_height(s, width) + 0.4f * em());
}

// While what they move is covered they wait, dimmed: they would seem to do nothing.
float draw_controls(const Setting& s, const lab::Figure* f, ImVec2 at, float width,
                    Closeness closeness) {
  const bool wait = f && s.curtain.share(f->key) >= 1;
  ImGui::SetCursorScreenPos(at);
  if (wait) ImGui::BeginDisabled();
  const Taken taken = controls(s.view, width, closeness, s.desk);
  if (wait) {
    ImGui::EndDisabled();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x - 2, at.y - 2},
                                              {at.x + width + 2, at.y + taken.height + 2},
                                              faded(theme().surface, 0.55f));
  }
  s.drawn.controls_end = at.y + taken.folded;
  return taken.height;
}

float beside(const Setting& s, const lab::Figure* f, float top, float room, FittedType& type) {
  // Where the controls need more than that, the story is as high as they are.
  Remembered controls_height("controls height");
  const float fitting = room;
  room = std::max(room, controls_height.get());
  const float column = std::clamp(0.31f * s.full, 16 * em(), 21 * em());
  const float width = s.full - column - s.spaces.gap;
  const float beneath = beneath_height(f, width);
  const float most = can_grow(s, f) ? 2 * card_height(s, *f, width) : 0;
  const float height = height_in(s, f, width, room - beneath, most);
  draw_card(s, f, {s.spaces.edge, top}, {width, height});
  s.drawn.story_end = top + height + beneath;
  const float under = draw_beneath(s, f, {s.spaces.edge, top + height}, width);
  const float taken = draw_controls(s, f, {s.spaces.edge + width + s.spaces.gap, top + 2},
                                    column - 2, Closeness::dense);
  controls_height.set(s.drawn.controls_end - top, s.desk);
  const float end = std::max(s.drawn.story_end, s.drawn.controls_end);
  if (end > top + fitting + 0.5f) type.too_large(s.desk);
  return top + std::max(height + under, taken) + s.spaces.gap;
}

float above(const Setting& s, const lab::Figure* f, float top, float room, FittedType& type) {
  Remembered controls_height("controls height");
  const float gap = 0.6f * s.spaces.gap;
  const float beneath = beneath_height(f, s.full) + gap;
  const bool grows = f && stretches(f->shape) && !companion_of(s);
  const float most = grows ? card_height(s, *f, s.full) : 0;
  const float left = controls_height.get();
  const float height = height_in(s, f, s.full, room - beneath - left, most);
  draw_card(s, f, {s.spaces.edge, top}, {s.full, height});
  s.drawn.story_end = top + height + beneath - gap;
  float y = top + height + gap;
  y += std::max(draw_beneath(s, f, {s.spaces.edge, top + height}, s.full), beneath - gap);
  const float taken = draw_controls(s, f, {s.spaces.edge + 2, y}, s.full - 4, Closeness::dense);
  controls_height.set(s.drawn.controls_end - y, s.desk);
  // What was left free for other controls says nothing of these.
  const bool known = std::fabs(controls_height.get() - left) <= 0.5f;
  if (known && s.drawn.controls_end > top + room + 0.5f) type.too_large(s.desk);
  return y + taken + s.spaces.gap;
}

// Complaints lie on the lower edge of a story that stays in view, not between it and its controls.
void complain_upon(const Setting& s, ImVec2 at, ImVec2 size) {
  const float width = size.x - em(), height = complaints_height(s, width);
  complaints(s, {at.x + 0.5f * em(), at.y + std::max(size.y - height, 0.5f * em())}, width);
}

float in_one_column(const Setting& s, const lab::Figure* f, float top) {
  Remembered controls_end("controls end");
  const bool two = f && parted(s, s.full).second;
  const float own = top, most = (two ? share_of_two : share_of_sight) * s.fold();
  const float height = height_in(s, f, s.full, most, f && stretches(f->shape) ? most : 0);
  s.drawn.sticks = has_controls(s.view) && height <= most_that_stays * s.fold();
  const float lowest = std::max(own, controls_end.get() - height);
  const float at = s.drawn.sticks ? std::clamp(s.sight.top, own, lowest) : own;
  draw_card(s, f, {s.spaces.edge, at}, {s.full, height});
  if (f && !s.view.report.problems.empty()) complain_upon(s, {s.spaces.edge, at}, {s.full, height});

  // What is scrolled goes beneath the story and cannot be touched there.
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const bool stuck = at > own;
  if (stuck) ImGui::PushClipRect({0, at + height + 1}, display, true);
  const float beneath = beneath_height(f, s.full - 4);
  if (f) tell(s, *f, {s.spaces.edge + 2, own + height}, s.full - 4);
  s.drawn.story_end = own + height + beneath;
  float y = own + height + beneath + 0.6f * s.spaces.gap;
  const lab::Figure* const second = companion_of(s);
  if (second && second != parted(s, s.full).second) {
    const float tall = std::max(least_card_height(s, *second, s.full),
                                std::min(most, card_height(s, *second, s.full)));
    card(s, *second, {s.spaces.edge, y}, {s.full, tall});
    y += tall + 0.6f * s.spaces.gap;
  }
  const bool above = focus_drawn();
  const float taken = draw_controls(s, f, {s.spaces.edge + 2, y}, s.full - 4, Closeness::roomy);
  if (s.drawn.sticks && !above && focus_drawn()) s.drawn.reached.covered = height + em();
  if (stuck) ImGui::PopClipRect();
  controls_end.set(y + taken, s.desk);
  return y + taken + s.spaces.gap;
}

}  // namespace

const lab::Figure* story_of(const lab::View& view) {
  for (const lab::Figure& f : view.report.figures) {
    if (f.room == lab::Room::story && f.tab.empty()) return &f;
  }
  return nullptr;
}

const lab::Figure* companion_of(const Setting& s) {
  const lab::Figure* const first = story_of(s.view);
  for (const lab::Figure& f : s.view.report.figures) {
    if (f.room == lab::Room::story && f.tab.empty() && &f != first) return &f;
  }
  return nullptr;
}

float story_type(const Setting& s) {
  const float usual = ImGui::GetFontSize();
  return s.wide ? kept_real(ImGui::GetID("type"), "type", usual) : usual;
}

float draw_story(const Setting& s, float top, float reserved) {
  const lab::Figure* const f = story_of(s.view);
  const bool any = has_controls(s.view);
  if (!f && s.view.report.problems.empty()) {
    if (!any) return top;
    const float taken = draw_controls(s, f, {s.spaces.edge + 2, top}, s.full - 4, Closeness::roomy);
    return top + taken + s.spaces.gap;
  }
  if (!s.wide) return in_one_column(s, f, top);
  FittedType type(s);
  const float room = std::max(s.fold() - top - reserved, 12 * em());
  const float column = std::clamp(0.31f * s.full, 16 * em(), 21 * em());
  const float inner = s.full - column - s.spaces.gap - 2 * s.spaces.pad;
  // Where nothing can be drawn the controls stay where they were.
  const ImGuiID own = ImGui::GetID("story");
  if (f) keep(own, "takes all", wants_full_width(f->shape, inner) || few_controls(s.view));
  if (!any || kept(own, "takes all") != 0) return above(s, f, top, room, type);
  return beside(s, f, top, room, type);
}

}  // namespace ui

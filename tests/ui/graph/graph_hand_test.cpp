#include "ui/graph/graph_hand.h"

#include <doctest/doctest.h>

#include <cmath>

#include "ui/bare_canvas.h"
#include "ui/graph/graph.h"
#include "ui/graph/graph_memory.h"
#include "ui/graph/hand_bar.h"

namespace {

using Wishes = std::vector<ui::Intent>;

// p knows all nodes, q all but the last.
struct ArrowParams {
  std::vector<lab::Arrow> p = {{0, 1}}, q;
  void declare(lab::Fields& f) {
    f.arrows("p", p, {"z1", "z2", "x1", "x2"}, "p");
    f.arrows("q", q, {"z1", "z2", "x1"}, "q");
  }
};

// A lab with one graph of two sets, which answers every wish as a session would.
class Editor {
 public:
  Editor() : canvas_(width) {
    canvas_.fields = lab::declared<ArrowParams>();
    draw();
  }

  lab::Graph graph() const {
    lab::Graph g;
    int row = 0;
    for (const char* id : {"z1", "z2", "x1", "x2"}) {
      g.nodes.push_back({id, id, lab::Role::input, {}, row % 2, row / 2, true});
      ++row;
    }
    g.sets = {{"p", "p", false}, {"q", "q", true}};
    for (const int set : {0, 1})
      for (const lab::Arrow& a : arrows(set == 0 ? "p" : "q").value)
        g.edges.push_back({a.from, a.to, "", lab::Role::input, set == 1, lab::Light::plain, set});
    return g;
  }
  std::string text(const char* key) const { return lab::text(canvas_.fields.find(key)->slot); }
  const lab::Arrows& arrows(const char* key) const {
    return std::get<lab::Arrows>(canvas_.fields.find(key)->slot);
  }
  void set(const char* key, const std::string& text) {
    lab::read(*canvas_.fields.find(key), text);
    draw();
  }

  Wishes drag(int from, int to) { return answered(canvas_.drag(node(from), node(to), widget())); }
  Wishes drag(ImVec2 from, ImVec2 to) { return answered(canvas_.drag(from, to, widget())); }
  Wishes tap(int i) { return answered(canvas_.click(node(i), widget())); }
  Wishes tap(ImVec2 at) { return answered(canvas_.click(at, widget())); }
  // The button with this place in the bar: look, draw p, draw q, turn, delete.
  Wishes button(int place) {
    constexpr float middles[] = {27, 110, 215, 300, 370};
    return tap({middles[place], 16});
  }
  Wishes key(ImGuiKey which) { return answered(canvas_.key(which, widget())); }
  // The middle of the arrow between two nodes, which is straight.
  ImVec2 between(int from, int to) {
    const ImVec2 a = node(from), b = node(to);
    return {0.5f * (a.x + b.x), 0.5f * (a.y + b.y)};
  }
  ImVec2 node(int i) {
    const ui::Box& box = layout_.nodes[static_cast<std::size_t>(i)];
    return {origin_.x + 0.5f * (box.min.x + box.max.x), origin_.y + 0.5f * (box.min.y + box.max.y)};
  }
  ui::GraphHand hand() const { return hand_; }

 private:
  static constexpr float width = 600;

  Wishes answered(Wishes wishes) {
    for (const ui::Intent& wish : wishes) {
      CHECK(lab::read(*canvas_.fields.find(wish.key), wish.value).outcome == lab::Reading::taken);
    }
    draw();
    return wishes;
  }
  std::function<void(ui::Desk&)> widget() {
    return [this, g = graph()](ui::Desk& desk) {
      const float height = ui::Widget<lab::Graph>::height(g, width);
      layout_ = ui::recalled_layout(g, width);
      origin_ = {std::round(0.5f * (width - layout_.size.x)), ui::hand_bar_height(g, width)};
      ui::Widget<lab::Graph>::draw("g", g, {width, height}, desk);
      hand_ = ui::graph_hand(g, ImGui::GetID("g"));
    };
  }
  void draw() { CHECK(canvas_.frame(widget()).empty()); }

  bare::Canvas canvas_;
  ui::GraphLayout layout_;
  ImVec2 origin_;
  ui::GraphHand hand_;
};

void check_only(const Wishes& wishes, const char* key, const char* value) {
  REQUIRE(wishes.size() == 1);
  CHECK(wishes[0].key == key);
  CHECK(wishes[0].value == value);
}

}  // namespace

TEST_CASE("a drag from node to node asks for the arrows of the set with one more") {
  Editor e;
  check_only(e.drag(1, 2), "p", "z1>z2,z2>x1");
  check_only(e.drag(0, 2), "p", "z1>z2,z1>x1,z2>x1");
  CHECK(e.text("q").empty());
}

TEST_CASE("a drag that ends beside the nodes, or is shorter than a drag, draws nothing") {
  Editor e;
  CHECK(e.drag(e.node(1), {e.node(1).x + 60, e.node(1).y + 5}).empty());
  CHECK(e.drag(e.node(1), {e.node(1).x + 5, e.node(1).y}).empty());
  CHECK(e.hand().begun == 1);  // that was a tap
}

TEST_CASE("a tap on one node and one on another draw an arrow, of the set whose button is down") {
  Editor e;
  e.tap(0);
  CHECK(e.hand().begun == 0);
  check_only(e.tap(2), "p", "z1>z2,z1>x1");
  CHECK(e.button(2).empty());
  CHECK(e.hand().set == 1);
  e.tap(2);
  check_only(e.tap(0), "q", "x1>z1");
  check_only(e.drag(2, 1), "q", "x1>z1,x1>z2");
  CHECK(e.text("p") == "z1>z2,z1>x1");
}

TEST_CASE("keys alone draw an arrow, and Escape gives one up") {
  Editor e;
  for (int i = 0; i < 6; ++i) e.key(ImGuiKey_Tab);  // past five buttons
  e.key(ImGuiKey_RightArrow);                       // to the first node, z1
  e.key(ImGuiKey_Enter);
  CHECK(e.hand().begun == 0);
  e.key(ImGuiKey_Escape);
  CHECK(e.hand().begun == -1);
  e.key(ImGuiKey_Enter);
  e.key(ImGuiKey_DownArrow);  // x1 stands below z1
  check_only(e.key(ImGuiKey_Enter), "p", "z1>z2,z1>x1");
}

TEST_CASE("an arrow is selected by a click, turned by R and removed by Delete") {
  Editor e;
  CHECK(e.tap(e.between(0, 1)).empty());
  CHECK(e.hand().edge == 0);
  check_only(e.key(ImGuiKey_R), "p", "z2>z1");
  CHECK(e.hand().edge == 0);  // it stays selected
  check_only(e.key(ImGuiKey_R), "p", "z1>z2");
  check_only(e.key(ImGuiKey_Delete), "p", "");
  CHECK(e.hand().edge == -1);
  CHECK(e.key(ImGuiKey_Delete).empty());
  CHECK(e.key(ImGuiKey_R).empty());
}

TEST_CASE("Space goes through the arrows of the node that the keys have reached") {
  Editor e;
  e.set("p", "z1>z2,z2>x2,x1>x2");
  for (int i = 0; i < 6; ++i) e.key(ImGuiKey_Tab);
  e.key(ImGuiKey_RightArrow);
  e.key(ImGuiKey_RightArrow);  // z2, right of z1
  e.key(ImGuiKey_Space);
  CHECK(e.hand().edge == 0);
  e.key(ImGuiKey_Space);
  CHECK(e.hand().edge == 1);
  e.key(ImGuiKey_Space);
  CHECK(e.hand().edge == 0);  // x1>x2 is not at z2
  e.key(ImGuiKey_Space);
  check_only(e.key(ImGuiKey_Delete), "p", "z1>z2,x1>x2");
}

TEST_CASE("buttons turn and remove the selected arrow") {
  Editor e;
  e.tap(e.between(0, 1));
  check_only(e.button(3), "p", "z2>z1");
  check_only(e.button(4), "p", "");
  CHECK(e.button(3).empty());  // none is selected any more
}

TEST_CASE("what cannot be drawn is refused in a sentence, until the next touch") {
  Editor e;
  CHECK(e.drag(0, 1).empty());
  CHECK(e.hand().refused == "p has this arrow already.");
  CHECK(e.hand().refused_at == 1);
  e.tap(2);
  CHECK(e.hand().refused.empty());
  CHECK(e.tap(2).empty());
  CHECK(e.hand().refused == "An arrow joins two nodes.");

  e.button(2);
  CHECK(e.drag(0, 3).empty());
  CHECK(e.hand().refused == "q has no arrows at x2.");
  CHECK(e.hand().refused_at == 3);
  e.key(ImGuiKey_Escape);
  CHECK(e.hand().refused.empty());
}

TEST_CASE("a circle is drawn: whether it may be is the lab's business") {
  Editor e;
  check_only(e.drag(1, 0), "p", "z1>z2,z2>z1");
}

TEST_CASE("where the graph is only looked at, a drag draws nothing and arrows can be selected") {
  Editor e;
  e.button(0);
  CHECK(e.hand().set == -1);
  CHECK(e.drag(1, 2).empty());
  CHECK(e.tap(1).empty());
  CHECK(e.tap(2).empty());
  e.tap(e.between(0, 1));
  check_only(e.key(ImGuiKey_Delete), "p", "");
}

TEST_CASE("a graph whose lab has no field for its arrows is a picture without buttons") {
  lab::Graph g = Editor().graph();
  for (lab::ArrowSet& set : g.sets) set.field = "nothing";
  bare::Canvas canvas(600);
  const auto widget = [&](ui::Desk& desk) {
    CHECK(!ui::has_hand(g, desk));
    ui::Widget<lab::Graph>::draw("g", g, {600, 300}, desk);
  };
  canvas.frame(widget);
  for (int i = 0; i < 9; ++i)
    CHECK(canvas.drag({100, 100}, {400, 60.0f + 20.0f * static_cast<float>(i)}, widget).empty());
}

#include "ui/graph/drawn_graph.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "ui/bare_canvas.h"
#include "ui/graph/factor_link.h"
#include "ui/graph/graph_hand.h"
#include "ui/graph/graph_history.h"
#include "ui/graph/graph_memory.h"
#include "ui/graph/graph_placed.h"
#include "ui/graph/hand_bar.h"
#include "ui/graph/products.h"

namespace {

using Wishes = std::vector<ui::Intent>;

struct DrawnParams {
  std::vector<lab::Arrow> p = {{0, 1}, {0, 2}}, q;
  std::vector<int> given;
  lab::Matrix places;
  void declare(lab::Fields& f) {
    f.arrows("p", p, {"z1", "z2", "x1"}, "p");
    f.arrows("q", q, {"z1", "z2", "x1"}, "q");
    f.subset("given", given, {"z1", "z2", "x1"}, "given");
    f.optional_table("places", places, {3, 2}, {0, 1}, "places");
  }
};

// A lab with one graph, which answers every wish as a session would.
class Board {
 public:
  Board() : canvas_(width) {
    canvas_.fields = lab::declared<DrawnParams>();
    draw();
  }

  lab::DrawnGraph graph() const {
    lab::DrawnGraph d;
    int at = 0;
    for (const char* id : {"z1", "z2", "x1"}) {
      d.graph.nodes.push_back({id, id, lab::Role::input, {}, at % 2, at / 2, true});
      ++at;
    }
    d.graph.sets = {{"p", "p", false}, {"q", "q", true}};
    for (const int set : {0, 1})
      for (const lab::Arrow& a : arrows(set == 0 ? "p" : "q").value)
        d.graph.edges.push_back(
            {a.from, a.to, "", lab::Role::input, set == 1, lab::Light::plain, set});
    for (const lab::Arrow& a : model)
      d.graph.edges.push_back({a.from, a.to, "", lab::Role::input, false, lab::Light::plain, 0});
    d.rules = {{true, {}}, {true, {2}}};
    d.filled = {2};
    d.place = "places";
    const lab::Matrix& places = std::get<lab::Table>(canvas_.fields.find("places")->slot).value;
    for (int i = 0; i < places.rows; ++i) {
      d.x.push_back(static_cast<float>(places.at(i, 0)));
      d.y.push_back(static_cast<float>(places.at(i, 1)));
    }
    d.picks = picks;
    return d;
  }
  const lab::Arrows& arrows(const char* key) const {
    return std::get<lab::Arrows>(canvas_.fields.find(key)->slot);
  }
  std::string text(const char* key) const { return lab::text(canvas_.fields.find(key)->slot); }

  Wishes drag(int from, int to) { return answered(canvas_.drag(node(from), node(to), widget())); }
  Wishes drag(ImVec2 from, ImVec2 to) { return answered(canvas_.drag(from, to, widget())); }
  Wishes tap(int i) { return answered(canvas_.click(node(i), widget())); }
  Wishes does(const std::function<void(ImGuiID, ui::GraphHand&, ui::Desk&)>& step) {
    return answered(canvas_.frame([&](ui::Desk& desk) {
      widget()(desk);
      step(ImGui::GetID("g"), hand_, desk);
    }));
  }
  void hover(ImVec2 at) { canvas_.move(at), draw(), draw(); }
  ImVec2 node(int i) {
    const ui::Box& box = layout_.nodes[static_cast<std::size_t>(i)];
    return {origin_.x + 0.5f * (box.min.x + box.max.x), origin_.y + 0.5f * (box.min.y + box.max.y)};
  }
  ui::GraphHand hand() const { return hand_; }

  std::vector<lab::Arrow> model;  // more arrows than the field has, as of a model that was chosen
  std::vector<lab::NodePick> picks;
  std::vector<ui::FactorKey> lit;

 private:
  static constexpr float width = 600;

  Wishes answered(Wishes wishes) {
    for (const ui::Intent& wish : wishes)
      CHECK(lab::read(*canvas_.fields.find(wish.key), wish.value).outcome == lab::Reading::taken);
    draw();
    return wishes;
  }
  std::function<void(ui::Desk&)> widget() {
    return [this, d = graph()](ui::Desk& desk) {
      const float height = ui::Widget<lab::DrawnGraph>::height(d, width);
      layout_ = ui::recalled_layout(d.graph, width);
      layout_ = ui::enlarged(layout_, std::clamp(0.8f * width / layout_.size.x, 1.0f, 1.5f));
      if (!d.x.empty()) layout_ = ui::placed_layout(d, layout_);
      origin_ = {std::round(0.5f * (width - layout_.size.x)),
                 ui::hand_bar_height(d.graph, width, &d)};
      ui::Widget<lab::DrawnGraph>::draw("g", d, {width, height}, desk);
      hand_ = ui::graph_hand(d.graph, ImGui::GetID("g"), &(d_ = d));
      lit = ui::lit_by_graph();
    };
  }
  void draw() { CHECK(canvas_.frame(widget()).empty()); }

  bare::Canvas canvas_;
  lab::DrawnGraph d_;
  ui::GraphLayout layout_;
  ImVec2 origin_;
  ui::GraphHand hand_;
};

}  // namespace

TEST_CASE("an arrow that would close a cycle is refused, and the cycle is named") {
  Board b;
  CHECK(b.drag(1, 0).empty());
  CHECK(b.hand().refused == "This arrow would close a cycle: z2 → z1 → z2.");
  CHECK(bare::asks(b.drag(1, 2), "p", "z1>z2,z1>x1,z2>x1"));
  CHECK(b.drag(2, 0).empty());
  CHECK(b.hand().refused == "This arrow would close a cycle: x1 → z1 → x1.");
}

TEST_CASE("no arrow of a set leads to a node that is closed to it") {
  Board b;
  b.does(
      [](ImGuiID id, ui::GraphHand& hand, ui::Desk&) { ui::take_in_hand(id, hand, 1, -1, false); });
  CHECK(b.drag(0, 2).empty());
  CHECK(b.hand().refused == "No arrow of q leads to x1, which is given.");
  CHECK(bare::asks(b.drag(2, 0), "q", "x1>z1"));
}

TEST_CASE("the arrows that are seen are what a hand changes, where the field stands behind them") {
  Board b;
  b.model = {{1, 2}};
  b.does(
      [](ImGuiID id, ui::GraphHand& hand, ui::Desk&) { ui::take_in_hand(id, hand, 0, -1, false); });
  CHECK(b.drag(1, 2).empty());
  CHECK(b.hand().refused == "p has this arrow already.");
}

TEST_CASE("what was drawn is undone and drawn again") {
  Board b;
  const auto undo = [](ImGuiID id, ui::GraphHand&, ui::Desk& desk) { ui::undo_graph(id, desk); };
  const auto redo = [](ImGuiID id, ui::GraphHand&, ui::Desk& desk) { ui::redo_graph(id, desk); };
  CHECK(b.does(undo).empty());
  b.drag(1, 2);
  CHECK(b.text("p") == "z1>z2,z1>x1,z2>x1");
  CHECK(bare::asks(b.does(undo), "p", "z1>z2,z1>x1"));
  CHECK(b.does(undo).empty());
  CHECK(bare::asks(b.does(redo), "p", "z1>z2,z1>x1,z2>x1"));
  CHECK(b.does(redo).empty());
  b.does(undo);
  b.does(
      [](ImGuiID id, ui::GraphHand& hand, ui::Desk&) { ui::take_in_hand(id, hand, 1, -1, false); });
  b.drag(2, 1);
  CHECK(b.does(redo).empty());  // another step was taken
}

TEST_CASE("a node is moved by a drag and keeps its arrows, and the others keep their places") {
  Board b;
  b.does(
      [](ImGuiID id, ui::GraphHand& hand, ui::Desk&) { ui::take_in_hand(id, hand, -1, -1, true); });
  const ImVec2 from = b.node(1), first = b.node(0);
  const Wishes wishes = b.drag(from, {from.x - 20, from.y + 24});
  REQUIRE(wishes.size() == 1);
  CHECK(wishes[0].key == "places");
  CHECK(b.text("p") == "z1>z2,z1>x1");
  CHECK(std::fabs(b.node(1).x - (from.x - 20)) < 2);
  CHECK(std::fabs(b.node(1).y - (from.y + 24)) < 2);
  CHECK(std::fabs(b.node(0).x - first.x) < 2);
}

TEST_CASE("a tap takes a node into a subset and out of it") {
  Board b;
  b.picks = {{"Given", "given"}};
  b.does(
      [](ImGuiID id, ui::GraphHand& hand, ui::Desk&) { ui::take_in_hand(id, hand, -1, 0, false); });
  CHECK(bare::asks(b.tap(1), "given", "z2"));
  CHECK(bare::asks(b.tap(2), "given", "z2,x1"));
  CHECK(bare::asks(b.tap(1), "given", "x1"));
}

TEST_CASE("an arrow that is pointed at says which factor it belongs to") {
  Board b;
  const ImVec2 a = b.node(0), c = b.node(1);
  b.hover({0.5f * (a.x + c.x), 0.5f * (a.y + c.y)});
  REQUIRE(b.lit.size() == 1);
  CHECK(b.lit[0] == ui::FactorKey{"p", "z2"});
  b.hover(b.node(2));
  CHECK(b.lit == std::vector<ui::FactorKey>{{"p", "x1"}, {"q", "x1"}});
}

TEST_CASE("a factor that is pointed at lights its arrows, until the pointer leaves") {
  bare::Canvas canvas(600);
  const lab::Products products{{{"p = ", {{"p(z1)", "p", "z1"}, {"p(z2|z1)", "p", "z2"}}, ""}}};
  std::vector<ui::FactorKey> lit;
  const auto widget = [&](ui::Desk& desk) {
    ui::Widget<lab::Products>::draw("f", products, {600, 60}, desk);
    lit = ui::lit_by_products();
  };
  canvas.frame(widget);
  float x = 10;
  for (; x < 300 && lit.empty(); x += 4) canvas.move({x, 14}), canvas.frame(widget);
  CHECK(lit == std::vector<ui::FactorKey>{{"p", "z1"}});
  canvas.move({590, 14}), canvas.frame(widget);
  CHECK(lit.empty());
  CHECK(ui::Widget<lab::Products>::height(products, 80) >
        ui::Widget<lab::Products>::height(products, 600));
}

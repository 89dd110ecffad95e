// A canvas without a screen for single widgets, and the hand of the person before it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/frame/theme.h"
#include "ui/frame/widget.h"

namespace bare {

enum class Filter { box, edge, blur };

struct Params {
  int row = 2, col = 2;
  lab::Matrix K;
  Filter filter = Filter::box;
  void declare(lab::Fields& f) {
    f.whole("row", row, {1, 100}, "row");
    f.whole("col", col, {1, 100}, "column");
    f.optional_table("K", K, {12, 4}, {-8, 8}, "kernel");
    f.choice("filter", filter, {"box", "edge", "blur"}, "filter");
  }
};

class Canvas {
 public:
  explicit Canvas(float width) : width_(width) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    ui::prepare(io);
    io.DisplaySize = {width, 2000};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ui::apply(false, 16, ImGui::GetStyle());
  }
  ~Canvas() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
      texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext();
  }

  // One frame of `widget`, which is drawn from the canvas's top left.
  std::vector<ui::Intent> frame(const std::function<void(ui::Desk&)>& widget) {
    ImGui::GetIO().DeltaTime = 1 / 60.0f;
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width_, 2000});
    ImGui::Begin("canvas", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    ImGui::SetCursorScreenPos({0, 0});
    std::vector<ui::Intent> intents;
    ui::Desk desk{fields, intents, nullptr, true};
    widget(desk);
    ImGui::End();
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
    return intents;
  }
  void move(ImVec2 to) { ImGui::GetIO().AddMousePosEvent(to.x, to.y); }
  void button(bool down) { ImGui::GetIO().AddMouseButtonEvent(0, down); }

  // Everything asked for while the pointer goes to a place, presses there and lets go.
  std::vector<ui::Intent> click(ImVec2 at, const std::function<void(ui::Desk&)>& widget) {
    move(at);
    std::vector<ui::Intent> all = frame(widget);
    for (const bool down : {true, false}) {
      button(down);
      for (int i = 0; i < 2; ++i)
        for (ui::Intent& intent : frame(widget)) all.push_back(intent);
    }
    return all;
  }
  // The same while it presses at one place and lets go at another.
  std::vector<ui::Intent> drag(ImVec2 from, ImVec2 to,
                               const std::function<void(ui::Desk&)>& widget) {
    std::vector<ui::Intent> all;
    const auto see = [&] {
      for (ui::Intent& intent : frame(widget)) all.push_back(intent);
    };
    move(from), see();
    button(true), see();
    move({0.5f * (from.x + to.x), 0.5f * (from.y + to.y)}), see();
    move(to), see();
    button(false), see();
    return all;
  }
  std::vector<ui::Intent> key(ImGuiKey which, const std::function<void(ui::Desk&)>& widget) {
    std::vector<ui::Intent> all;
    for (const bool down : {true, false}) {
      ImGui::GetIO().AddKeyEvent(which, down);
      for (ui::Intent& intent : frame(widget)) all.push_back(intent);
    }
    return all;
  }

  lab::Fields fields = lab::declared<Params>();

 private:
  float width_;
};

inline bool asks(const std::vector<ui::Intent>& intents, const char* key,
                 const std::string& value) {
  for (const ui::Intent& i : intents)
    if (i.key == key && i.value == value) return true;
  return false;
}

}  // namespace bare

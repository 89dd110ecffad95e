#include "ui/headless.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <utility>

#include "ui/frame/theme.h"

namespace tests {

Headless::Headless(lab::View v, float width, bool dark) : view(std::move(v)) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  ui::prepare(io);
  ui::apply(dark, 15, ImGui::GetStyle());
  // A renderer that takes textures and does nothing with them.
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = {width, 900};
  frames(3);
  io.DisplaySize.y = last.height;
  frames(2);
}

Headless::~Headless() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
    texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext();
}

ui::Drawn Headless::frame() {
  ImGui::GetIO().DeltaTime = 1.0f / 60;
  ImGui::NewFrame();
  last = ui::board(view, nullptr, false, stamps, curtain, sight);
  ImGui::Render();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed)
      continue;
    const bool gone = texture->Status == ImTextureStatus_WantDestroy;
    texture->SetTexID(gone ? ImTextureID_Invalid : 1);
    texture->SetStatus(gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
  }
  for (const ui::Intent& wish : last.intents) {
    wishes.push_back(wish);
    if (wish.key == lab::tab_key) {
      view.tab = wish.value;
      continue;
    }
    if (wish.key == lab::play_key) {
      view.playing = wish.value == "1";
      continue;
    }
    if (answers) CHECK(view.fields.set(wish.key, wish.value).outcome != lab::Reading::refused);
  }
  return last;
}

void Headless::move(ImVec2 to) {
  ImGui::GetIO().AddMousePosEvent(to.x, to.y);
  frame();
}

void Headless::press() {
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frame();
}

void Headless::release() {
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  frame();
}

void Headless::click(ImVec2 at) {
  move(at);
  frames(30);  // long enough after the last click not to be a double one
  press();
  release();
}

void Headless::double_click(ImVec2 at) {
  click(at);
  press();
  release();
}

void Headless::drag(ImVec2 from, ImVec2 to, int steps) {
  move(from);
  frames(30);
  press();
  for (int i = 1; i <= steps; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(steps);
    move({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
  }
  release();
}

void Headless::key(ImGuiKey key) {
  ImGui::GetIO().AddKeyEvent(key, true);
  frame();
  ImGui::GetIO().AddKeyEvent(key, false);
  frame();
}

void Headless::type(const char* text) {
  ImGui::GetIO().AddInputCharactersUTF8(text);
  frame();
}

ui::Place Headless::place(const std::string& key) const {
  for (const ui::Place& place : last.places) {
    if (place.key == key) return place;
  }
  FAIL("no figure " << key);
  return {};
}

std::string Headless::value(const std::string& key) const {
  const lab::Field* field = view.fields.find(key);
  REQUIRE(field);
  return lab::text(field->slot);
}

}  // namespace tests

#include "app/clipboard.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <string>

#include "ui/frame/theme.h"

namespace {

// A box of text with the focus, in a frame of ImGui's without a screen.
class TextBox {
 public:
  explicit TextBox(bool lines) : lines_(lines) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    ui::prepare(io);
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {400, 300};
    frame(true);
    frame();
  }
  ~TextBox() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
      texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext();
  }
  TextBox(const TextBox&) = delete;

  void frame(bool focus = false) {
    ImGui::NewFrame();
    ImGui::Begin("window");
    if (focus) ImGui::SetKeyboardFocusHere();
    if (lines_)
      ImGui::InputTextMultiline("##box", text, sizeof text);
    else
      ImGui::InputText("##box", text, sizeof text);
    ImGui::End();
    ImGui::EndFrame();
  }
  void select_all() {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, true);
    io.AddKeyEvent(ImGuiKey_A, true);
    frame(), frame();
    io.AddKeyEvent(ImGuiKey_A, false);
    frame(), frame();
  }

  char text[64] = "";

 private:
  bool lines_;
};

}  // namespace

TEST_CASE("what is pasted is typed, also while Ctrl is held") {
  TextBox box(false);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  app::paste_text("77");
  for (int i = 0; i < 4; ++i) box.frame();
  CHECK(std::string(box.text) == "77");
}

TEST_CASE("in a box of one line numbers do not run together") {
  TextBox box(false);
  app::paste_text("1\t2\r\n3");
  for (int i = 0; i < 4; ++i) box.frame();
  CHECK(std::string(box.text) == "1 2 3");
}

TEST_CASE("in a box of several lines they stay") {
  TextBox box(true);
  app::paste_text("a\r\nb");
  for (int i = 0; i < 4; ++i) box.frame();
  CHECK(std::string(box.text) == "a\nb");
}

TEST_CASE("what is selected can be copied, and nothing else") {
  TextBox box(false);
  CHECK(app::selected_text().empty());
  app::paste_text("250");
  for (int i = 0; i < 4; ++i) box.frame();
  CHECK(app::selected_text().empty());
  box.select_all();
  CHECK(app::selected_text() == "250");
}

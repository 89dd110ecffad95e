#include "ui/frame/standing.h"

#include <imgui_internal.h>

#include <iterator>
#include <map>
#include <utility>

namespace ui::standing {

namespace {

using Slots = std::map<std::pair<ImGuiID, const char*>, Slot>;

std::map<ImGuiContext*, Slots>& contexts() {
  static std::map<ImGuiContext*, Slots> all;
  return all;
}

Slots& slots() {
  ImGuiContext* const context = ImGui::GetCurrentContext();
  const auto [found, fresh] = contexts().try_emplace(context);
  if (fresh) {
    // Another context may come to lie at the address of one that has ended.
    ImGuiContextHook ends;
    ends.Type = ImGuiContextHookType_Shutdown;
    ends.Callback = [](ImGuiContext* ending, ImGuiContextHook*) { contexts().erase(ending); };
    ImGui::AddContextHook(context, &ends);
  }
  return found->second;
}

}  // namespace

Slot& slot(ImGuiID owner, const char* kind) {
  constexpr int frames_kept = 120;  // without use
  const int frame = ImGui::GetFrameCount();
  Slots& all = slots();
  for (auto it = all.begin(); it != all.end();)
    it = frame - it->second.frame > frames_kept ? all.erase(it) : std::next(it);
  Slot& found = all[{owner, kind}];
  found.frame = frame;
  return found;
}

}  // namespace ui::standing

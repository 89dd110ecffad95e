// Dear ImGui's configuration: what the canvas does not use is left out.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_USE_WCHAR32  // mathematics has letters beyond U+FFFF

// Charts of many marks pass 65 536 corners, and OpenGL ES 3 takes wide indices.
#define ImDrawIdx unsigned int

# The toolchain of the web preset: Emscripten's own file, found through em-config, with the flags
# that Node needs to run what it builds.
execute_process(COMMAND em-config EMSCRIPTEN_ROOT
                OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE
                COMMAND_ERROR_IS_FATAL ANY)
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
# Emscripten before 3.1.31 loads its own wasm through fetch, which Node takes for the browser's.
set(CMAKE_CROSSCOMPILING_EMULATOR "node;--no-experimental-fetch" CACHE STRING "" FORCE)

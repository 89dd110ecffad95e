# The toolchain of the web preset: Emscripten's own file, found through em-config, with what the
# packaged versions of Emscripten and Node need to work together.
execute_process(COMMAND em-config EMSCRIPTEN_ROOT
                OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE
                COMMAND_ERROR_IS_FATAL ANY)
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")

# Small code first, since a person waits for it; layers that compute ask for -O3 themselves.
set(CMAKE_CXX_FLAGS_RELEASE_INIT "-Os -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-Os -DNDEBUG" CACHE STRING "Flags of a Release build for the web")

# Debian's Emscripten calls `acorn` in Node without saying where Debian keeps it. An emsdk brings
# its own, beside it.
if(EXISTS "/usr/share/nodejs/acorn" AND NOT EXISTS "${emscripten_root}/node_modules/acorn")
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs"
      CACHE STRING "What runs the linker")
endif()

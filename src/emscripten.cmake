# The toolchain of the web preset: Emscripten's own file, found through em-config, with what the
# packaged versions of Emscripten and Node need to work together.
execute_process(COMMAND em-config EMSCRIPTEN_ROOT
                OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE
                COMMAND_ERROR_IS_FATAL ANY)
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")

# Debian's Emscripten calls `acorn` in Node without saying where Debian keeps it. An emsdk brings
# its own, beside it.
if(EXISTS "/usr/share/nodejs/acorn" AND NOT EXISTS "${emscripten_root}/node_modules/acorn")
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs"
      CACHE STRING "What runs the linker")
endif()

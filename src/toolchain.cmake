# Flags and libraries that every layer shares.
#
# Same bits everywhere: four floats and two doubles at a time on every platform, no fused multiply
# and add, the same register count for Eigen's kernels. Emscripten maps the SSE intrinsics to
# SIMD128; `src/num/wasm` has what Eigen needs for that. Where a processor has AVX, the tiles of matrix
# products take eight floats at a time, which changes no sum (`src/nn/tile_avx.cpp`).

find_path(EXAMLAB_EIGEN Eigen/Core PATHS /usr/include/eigen3 REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_path(EXAMLAB_DOCTEST doctest/doctest.h PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH)
find_path(EXAMLAB_STB stb_image.h PATHS /usr/include/stb NO_CMAKE_FIND_ROOT_PATH)

# Small code on the web, where a person waits for it, and a short build natively; layers that compute
# ask for more themselves. Emscripten takes -Oz as a wish not to inline at all, which makes code
# slower by a half and no smaller.
if(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -finline-functions -DNDEBUG")
else()
  set(CMAKE_CXX_FLAGS_RELEASE "-O1 -DNDEBUG")
endif()
# For the sanitizers: a build that does not take longer than its tests, with the lines that their stacks
# name. In groups it does without these, which take a sixth of the time; the functions are named.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O0")
if(NOT CMAKE_UNITY_BUILD)
  string(APPEND CMAKE_CXX_FLAGS_RELWITHDEBINFO " -g1")
endif()

# Header-only libraries are seen through a folder of links: the system's include folder must never
# be on Emscripten's path.
set(EXAMLAB_HEADERS "${CMAKE_BINARY_DIR}/headers")
file(MAKE_DIRECTORY "${EXAMLAB_HEADERS}")
file(CREATE_LINK "${EXAMLAB_EIGEN}/Eigen" "${EXAMLAB_HEADERS}/Eigen" SYMBOLIC)
if(EXAMLAB_DOCTEST)
  file(CREATE_LINK "${EXAMLAB_DOCTEST}/doctest" "${EXAMLAB_HEADERS}/doctest" SYMBOLIC)
endif()

add_library(flags INTERFACE)
# Members with an initialiser may be left out of a braced list.
target_compile_options(flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror
  -Wno-missing-field-initializers -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC sees overlapping copies in the assignment of a literal to a string (its bug 105651), and
  # uninitialised members in variants that hold something else. Clang and the sanitizers stand in.
  target_compile_options(flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
# In one group with its neighbours, a file's local names need not know of theirs.
if(CMAKE_UNITY_BUILD)
  target_compile_options(flags INTERFACE -Wno-shadow)
endif()
target_compile_definitions(flags INTERFACE EIGEN_ARCH_DEFAULT_NUMBER_OF_REGISTERS=16)
target_include_directories(flags INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_include_directories(flags SYSTEM INTERFACE "${EXAMLAB_HEADERS}")

if(EMSCRIPTEN)
  target_compile_options(flags INTERFACE -msimd128 -msse4.2
    "SHELL:-include ${CMAKE_SOURCE_DIR}/src/num/wasm/eigen_simd.h")
  target_include_directories(flags SYSTEM BEFORE INTERFACE "${CMAKE_SOURCE_DIR}/src/num/wasm")
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(flags INTERFACE -msse4.2)
endif()

# Formulas 64 levels deep need more than the 64 kB that newer versions of Emscripten give.
if(EMSCRIPTEN AND EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  set(EXAMLAB_STACK -sTOTAL_STACK=1MB)
elseif(EMSCRIPTEN)
  set(EXAMLAB_STACK -sSTACK_SIZE=1MB)
endif()

# Emscripten brings LLVM's linker, which takes a fraction of the time of the default one.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
  find_program(EXAMLAB_LLD ld.lld)
  if(EXAMLAB_LLD)
    target_link_options(flags INTERFACE -fuse-ld=lld)
  endif()
endif()

if(EXAMLAB_SANITIZE)
  target_compile_options(flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  target_link_options(flags INTERFACE -fsanitize=address,undefined)
  # The address sanitizer watches what the loops of kernels read and write; a check of each index for
  # overflow besides would double their time. Linked after `flags`, these options come after its own.
  add_library(watched_kernels INTERFACE)
  target_compile_options(watched_kernels INTERFACE -O2 -fno-sanitize=pointer-overflow)
endif()

# Where CMAKE_UNITY_BUILD is on, a target's sources are compiled in groups, for most of the time goes
# into reading headers and into templates that many files need: forty files at a time as they are
# listed, whatever their subfolder. A lab has a namespace of its own, so that local names need to
# differ within it alone; elsewhere they differ within the layer. Sources that were made stay apart.
function(group_sources target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  set(place 0)
  foreach(source ${ARGN})
    if(IS_ABSOLUTE "${source}")
      continue()
    endif()
    math(EXPR group "${place} / 40")
    math(EXPR place "${place} + 1")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${group}")
  endforeach()
endfunction()

# A layer is a folder, a target and a namespace; SOURCES are its files, LINKS the layers that it may
# include, COMPUTES those of its files that take time on the web, where the others are kept small. Product code throws nothing and asks no object for its type, so a layer is built without
# either; the undefined sanitizer needs types for its check of virtual calls.
function(add_layer name)
  cmake_parse_arguments(layer "" "" "SOURCES;LINKS;COMPUTES" ${ARGN})
  add_library(${name} STATIC ${layer_SOURCES})
  group_sources(${name} ${layer_SOURCES})
  target_link_libraries(${name} PUBLIC flags ${layer_LINKS})
  target_compile_options(${name} PRIVATE -fno-exceptions)
  if(NOT EXAMLAB_SANITIZE)
    target_compile_options(${name} PRIVATE -fno-rtti)
  endif()
  if(EXAMLAB_SANITIZE)
    if(name MATCHES "^(num|nn)$")
      target_link_libraries(${name} PRIVATE watched_kernels)
    endif()
  elseif(name MATCHES "^(num|nn)$" AND NOT (EMSCRIPTEN AND layer_COMPUTES))
    target_compile_options(${name} PRIVATE -O3)
  elseif(name MATCHES "^(lab|labs)$" AND NOT EMSCRIPTEN)
    # For the page they are kept small: what takes time in them is the work of num and nn.
    target_compile_options(${name} PRIVATE -O2)
  endif()
  if(EMSCRIPTEN AND layer_COMPUTES)
    set_source_files_properties(${layer_COMPUTES} PROPERTIES COMPILE_OPTIONS -O3)
  endif()
endfunction()

# A WebAssembly module for the page, <name>.js and <name>.wasm, with a factory function of its name
# or of that in FACTORY. The page calls the C functions in EXPORTS and nothing else. No module needs a file system, nor code
# made from text at run time, which the page's content security policy forbids.
function(add_web_module name)
  cmake_parse_arguments(module "" "ENVIRONMENT;FACTORY" "SOURCES;LINKS;EXPORTS;OPTIONS" ${ARGN})
  add_executable(${name} ${module_SOURCES})
  group_sources(${name} ${module_SOURCES})
  target_link_libraries(${name} PRIVATE flags ${module_LINKS})
  target_compile_options(${name} PRIVATE -fno-exceptions -fno-rtti)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

  if(NOT module_FACTORY)
    set(module_FACTORY ${name})
  endif()
  list(TRANSFORM module_EXPORTS PREPEND _)
  list(JOIN module_EXPORTS "," exports)
  target_link_options(${name} PRIVATE -fno-exceptions -fno-rtti ${EXAMLAB_STACK} ${module_OPTIONS}
    -sMODULARIZE=1 -sEXPORT_NAME=${module_FACTORY} -sENVIRONMENT=${module_ENVIRONMENT}
    -sEXPORTED_FUNCTIONS=${exports}
    -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,HEAPU8
    -sINCOMING_MODULE_JS_API=instantiateWasm,locateFile,wasmBinary
    -sALLOW_MEMORY_GROWTH=1 -sMEMORY_GROWTH_GEOMETRIC_STEP=0.05 -sMALLOC=emmalloc -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 --no-entry)
endfunction()

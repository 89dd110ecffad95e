# Files as C++ constants, so that the program needs nothing beside itself.
#
#   embed(<target> <namespace> <name> <file>)
#
# adds to <target> a source, made anew whenever <file> changes, that defines
# `const std::span<const unsigned char> <namespace>::<name>` with the file's bytes, followed in
# memory by a zero so that text can be read as a C string. Who uses it declares it `extern`.

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${FILE}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "(....................................................................................................)"
         "\\1\n" bytes "${bytes}")
  file(WRITE "${OUTPUT}" "#include <span>

namespace {
constexpr unsigned char bytes[] = {
${bytes}0};
}

namespace ${NAMESPACE} {
extern const std::span<const unsigned char> ${NAME};
constinit const std::span<const unsigned char> ${NAME}(bytes, sizeof bytes - 1);
}
")
  return()
endif()

set(EXAMLAB_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}" CACHE INTERNAL "Turns a file into C++")

function(embed target namespace name file)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} "-DFILE=${file}" "-DOUTPUT=${output}" "-DNAMESPACE=${namespace}"
            "-DNAME=${name}" -P "${EXAMLAB_EMBED_SCRIPT}"
    DEPENDS "${file}" "${EXAMLAB_EMBED_SCRIPT}"
    COMMENT "Embedding ${name}" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()

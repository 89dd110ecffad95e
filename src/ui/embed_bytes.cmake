# Writes a C++ file that holds a file's bytes:
#   cmake -DINPUT=<file> -DOUTPUT=<file.cpp> -DSYMBOL=<namespace::name> -P embed_bytes.cmake
# The symbol is declared as `extern const std::span<const unsigned char> name;` by its header.
file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
string(REGEX MATCH "^(.*)::([^:]+)$" matched "${SYMBOL}")
file(WRITE "${OUTPUT}"
  "#include <span>\n"
  "namespace ${CMAKE_MATCH_1} {\n"
  "static constexpr unsigned char bytes[] = {${bytes}};\n"
  "extern const std::span<const unsigned char> ${CMAKE_MATCH_2};\n"
  "const std::span<const unsigned char> ${CMAKE_MATCH_2}(bytes);\n"
  "}\n")

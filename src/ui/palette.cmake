# Writes the colour table of tokens.txt as C++: cmake -DINPUT=tokens.txt -DOUTPUT=palette.cpp -P palette.cmake
# A colour is 0xAABBGGRR, as ImGui packs it.
file(STRINGS "${INPUT}" rows REGEX "^[a-z]")
foreach(theme 2 3)
  set(fields_${theme} "")
  foreach(row IN LISTS rows)
    if(NOT row MATCHES
       "^([a-z-]+) +#([0-9a-f][0-9a-f])([0-9a-f][0-9a-f])([0-9a-f][0-9a-f]) +#([0-9a-f][0-9a-f])([0-9a-f][0-9a-f])([0-9a-f][0-9a-f])$")
      message(FATAL_ERROR "${INPUT}: this line is not '<name> #rrggbb #rrggbb': ${row}")
    endif()
    string(REPLACE "-" "_" name "${CMAKE_MATCH_1}")
    if(theme EQUAL 2)
      set(colour "0xff${CMAKE_MATCH_4}${CMAKE_MATCH_3}${CMAKE_MATCH_2}u")
    else()
      set(colour "0xff${CMAKE_MATCH_7}${CMAKE_MATCH_6}${CMAKE_MATCH_5}u")
    endif()
    string(APPEND fields_${theme} "    .${name} = ${colour},\n")
  endforeach()
endforeach()
file(WRITE "${OUTPUT}"
  "#include \"ui/frame/palette.h\"\n\n"
  "namespace ui {\n"
  "const Palette light_palette = {\n${fields_2}};\n"
  "const Palette dark_palette = {\n${fields_3}};\n"
  "}\n")

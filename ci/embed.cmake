# gouji_embed(TARGET HEADER NAMESPACE FUNCTION FILE): compiles a file into TARGET; FUNCTION, which HEADER declares, gives
# its bytes. The same file is the script that writes the source.
# SPDX-License-Identifier: Apache-2.0
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${INPUT}" content)
  string(FIND "${content}" ")gouji\"" end_of_literal)
  if(NOT end_of_literal EQUAL -1)
    message(FATAL_ERROR "${INPUT}: holds the end of the literal")
  endif()
  file(WRITE "${OUTPUT}" "// Written by ci/embed.cmake.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n"
                         "std::string_view ${FUNCTION}() {\n  return R\"gouji(" "${content}" ")gouji\";\n}\n\n"
                         "}  // namespace ${NAMESPACE}\n")
  return()
endif()

set(GOUJI_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(gouji_embed target header namespace function file)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${function}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${PROJECT_SOURCE_DIR}/${file} -DOUTPUT=${output} -DHEADER=${header}
            -DNAMESPACE=${namespace} -DFUNCTION=${function} -P ${GOUJI_EMBED_SCRIPT}
    DEPENDS ${file} ${GOUJI_EMBED_SCRIPT}
    COMMENT "Embedding ${file}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()

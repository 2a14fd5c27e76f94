# Writes OUTPUT, a C++ file that holds CSS and JS as text: cmake -DCSS=… -DJS=… -DOUTPUT=… -P ci/embed.cmake
# SPDX-License-Identifier: Apache-2.0
set(text "#include \"report/html_assets.hpp\"\n\nnamespace gouji::report {\n\n")
foreach(name Css Js)
  string(TOUPPER ${name} variable)
  file(READ ${${variable}} content)
  string(APPEND text "const char* const kReport${name} = R\"gouji(${content})gouji\";\n\n")
endforeach()
file(WRITE ${OUTPUT} "${text}}  // namespace gouji::report\n")

# Writes a manual page: the source with what the program says of its commands, compressed.
# cmake -DGOUJI=… -DLANGUAGE=en|zh -DSOURCE=… -DPAGE=… -DVERSION=… -DGZIP=… -P ci/manual.cmake
# SPDX-License-Identifier: Apache-2.0
execute_process(COMMAND ${GOUJI} manual --lang ${LANGUAGE} OUTPUT_VARIABLE COMMANDS COMMAND_ERROR_IS_FATAL ANY)
string(STRIP "${COMMANDS}" COMMANDS)
# troff breaks lines at blanks, which Chinese has not.
foreach(mark IN ITEMS "，" "。" "；" "、" "：" "）")
  string(REPLACE "${mark}" "${mark}\\:" COMMANDS "${COMMANDS}")
endforeach()
cmake_path(GET PAGE PARENT_PATH folder)
configure_file(${SOURCE} ${folder}/gouji.1 @ONLY)
execute_process(COMMAND ${GZIP} -9nc ${folder}/gouji.1 OUTPUT_FILE ${PAGE} COMMAND_ERROR_IS_FATAL ANY)

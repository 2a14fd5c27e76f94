# Warnings, sanitizers and coverage as one interface target; also what only the build itself needs.
# SPDX-License-Identifier: Apache-2.0
find_package(CLI11 REQUIRED)
find_path(GOUJI_RAPIDJSON_DIR rapidjson/writer.h REQUIRED)

add_library(gouji_flags INTERFACE)
target_compile_options(gouji_flags INTERFACE $<BUILD_INTERFACE:-Wall -Wextra -Wconversion -Wshadow -Wold-style-cast>
                                             $<BUILD_INTERFACE:$<$<BOOL:${GOUJI_WERROR}>:-Werror>>)
target_link_options(gouji_flags INTERFACE $<BUILD_INTERFACE:-Wl,--as-needed>)
if(GOUJI_SANITIZE)
  target_compile_options(gouji_flags INTERFACE $<BUILD_INTERFACE:-fsanitize=${GOUJI_SANITIZE}>
    $<BUILD_INTERFACE:-fno-sanitize-recover=all> $<BUILD_INTERFACE:-fno-omit-frame-pointer>)
  target_link_options(gouji_flags INTERFACE $<BUILD_INTERFACE:-fsanitize=${GOUJI_SANITIZE}>)
endif()
if(GOUJI_COVERAGE)
  target_compile_options(gouji_flags INTERFACE $<BUILD_INTERFACE:--coverage>)
  target_link_options(gouji_flags INTERFACE $<BUILD_INTERFACE:--coverage>)
endif()
if(GOUJI_BUILD_FUZZ)
  target_compile_options(gouji_flags INTERFACE $<BUILD_INTERFACE:-fsanitize=fuzzer-no-link>)
endif()

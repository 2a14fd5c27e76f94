# What is installed, by component: program (also what the .deb and the tarball hold) and development. The manual and the
# completions are made by the program itself.
# SPDX-License-Identifier: Apache-2.0
include(CMakePackageConfigHelpers)

# ---- manual and completions ----------------------------------------------------------------------------------------
find_program(GOUJI_GZIP gzip REQUIRED)
set(GOUJI_MADE ${PROJECT_BINARY_DIR}/share)
set(GOUJI_MADE_FILES)
foreach(language IN ITEMS en zh)
  set(page ${GOUJI_MADE}/man/${language}/gouji.1.gz)
  set(source ${PROJECT_SOURCE_DIR}/share/man/gouji.1.in)
  if(language STREQUAL zh)
    set(source ${PROJECT_SOURCE_DIR}/share/man/gouji.zh.1.in)
  endif()
  add_custom_command(OUTPUT ${page}
    COMMAND ${CMAKE_COMMAND} -DGOUJI=$<TARGET_FILE:gouji_cli> -DLANGUAGE=${language} -DSOURCE=${source} -DPAGE=${page}
            -DVERSION=${PROJECT_VERSION} -DGZIP=${GOUJI_GZIP} -P ${PROJECT_SOURCE_DIR}/ci/manual.cmake
    DEPENDS gouji_cli ${source} ${PROJECT_SOURCE_DIR}/ci/manual.cmake VERBATIM)
  list(APPEND GOUJI_MADE_FILES ${page})
endforeach()
foreach(shell IN ITEMS bash zsh fish)
  set(script ${GOUJI_MADE}/completion/gouji.${shell})
  add_custom_command(OUTPUT ${script}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${GOUJI_MADE}/completion
    COMMAND sh -c "\"$0\" completion $1 >\"$2\"" $<TARGET_FILE:gouji_cli> ${shell} ${script}
    DEPENDS gouji_cli VERBATIM)
  list(APPEND GOUJI_MADE_FILES ${script})
endforeach()
add_custom_target(gouji_share ALL DEPENDS ${GOUJI_MADE_FILES})

# ---- program -------------------------------------------------------------------------------------------------------
set(GOUJI_SHARE ${CMAKE_INSTALL_DATADIR}/gouji)
install(TARGETS gouji_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(DIRECTORY rules DESTINATION ${GOUJI_SHARE} COMPONENT program)
install(FILES src/config/gouji.schema.json DESTINATION ${GOUJI_SHARE} COMPONENT program)
install(PROGRAMS share/hooks/pre-receive DESTINATION ${GOUJI_SHARE}/hooks COMPONENT program)
install(FILES share/gitlab/gouji.gitlab-ci.yml DESTINATION ${GOUJI_SHARE}/gitlab COMPONENT program)
install(FILES ${GOUJI_MADE}/man/en/gouji.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${GOUJI_MADE}/man/zh/gouji.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1 COMPONENT program)
install(FILES ${GOUJI_MADE}/completion/gouji.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME gouji COMPONENT program)
install(FILES ${GOUJI_MADE}/completion/gouji.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
        RENAME _gouji COMPONENT program)
install(FILES ${GOUJI_MADE}/completion/gouji.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        COMPONENT program)

# ---- library -------------------------------------------------------------------------------------------------------
install(TARGETS gouji gouji_flags EXPORT goujiTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY src/include/gouji DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT goujiTargets NAMESPACE gouji:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gouji COMPONENT development)
configure_package_config_file(ci/goujiConfig.cmake.in ${PROJECT_BINARY_DIR}/goujiConfig.cmake
                              INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gouji)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/goujiConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/goujiConfig.cmake ${PROJECT_BINARY_DIR}/goujiConfigVersion.cmake
              ci/dependencies.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gouji COMPONENT development)

# ---- licence and changes, where Debian looks for them --------------------------------------------------------------
configure_file(share/debian/changelog.in ${GOUJI_MADE}/changelog.Debian @ONLY)
configure_file(CHANGELOG.md ${GOUJI_MADE}/changelog COPYONLY)
foreach(name IN ITEMS changelog changelog.Debian)
  execute_process(COMMAND ${GOUJI_GZIP} -9nc ${GOUJI_MADE}/${name} OUTPUT_FILE ${GOUJI_MADE}/${name}.gz
                  COMMAND_ERROR_IS_FATAL ANY)
endforeach()
foreach(package component IN ZIP_LISTS GOUJI_PACKAGES GOUJI_COMPONENTS)
  install(FILES share/debian/copyright ${GOUJI_MADE}/changelog.gz ${GOUJI_MADE}/changelog.Debian.gz
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endforeach()

# Packages: cpack -G DEB gives gouji and gouji-dev. The tarball is made by ci/tarball.
# SPDX-License-Identifier: Apache-2.0
set(CPACK_PACKAGE_NAME gouji)
set(CPACK_PACKAGE_VENDOR "the gouji authors")
set(CPACK_PACKAGE_CONTACT "the gouji authors <gouji@localhost>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES TRUE)
set(CPACK_COMPONENTS_ALL ${GOUJI_COMPONENTS})
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)

# ---- .deb ----------------------------------------------------------------------------------------------------------
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME gouji)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS
    "libreoffice-writer-nogui | libreoffice-writer, libreoffice-calc-nogui | libreoffice-calc, poppler-utils")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
"gouji reads Word reports and workbooks and names every place where a report
contradicts itself: totals that are not the sum of their parts, rates that do
not follow from their figures, a wrong unit, dates out of order. It quotes
both places and shows the sum. It works offline.")
file(STRINGS ci/packages.txt GOUJI_DEVELOPMENT_PACKAGES REGEX "^lib.*-dev$")
list(REMOVE_ITEM GOUJI_DEVELOPMENT_PACKAGES libcli11-dev)
list(JOIN GOUJI_DEVELOPMENT_PACKAGES ", " GOUJI_DEVELOPMENT_PACKAGES)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME gouji-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "gouji (= ${PROJECT_VERSION}-1), pkg-config, ${GOUJI_DEVELOPMENT_PACKAGES}")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION
"The library behind gouji: headers, static library and CMake package. The
header gouji/engine.hpp is its manual.")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION ${CPACK_DEBIAN_PROGRAM_DESCRIPTION})
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION ${CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION})

include(CPack)

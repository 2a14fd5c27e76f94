# The libraries that gouji stands on; also installed, since a static library's users link them too.
# re2 and libzip go through pkg-config: Debian's re2 has no CMake package, and libzip's asks for programs nobody needs.
# SPDX-License-Identifier: Apache-2.0
find_package(PkgConfig REQUIRED)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(LIBYAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(LIBMD REQUIRED IMPORTED_TARGET libmd)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
find_package(pugixml REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(fmt REQUIRED)
find_package(Threads REQUIRED)

set(GOUJI_DEPENDENCIES PkgConfig::RE2 PkgConfig::LIBZIP PkgConfig::LIBYAML PkgConfig::TOMLPLUSPLUS PkgConfig::LIBMD PkgConfig::XLSXWRITER pugixml::pugixml ICU::i18n
                       ICU::uc fmt::fmt Threads::Threads)
if(GOUJI_PORTABLE)  # the archives that go by other names
  find_package(ICU REQUIRED COMPONENTS i18n uc data)
  list(TRANSFORM GOUJI_DEPENDENCIES REPLACE "^pugixml::pugixml$" pugixml::static)
  list(APPEND GOUJI_DEPENDENCIES ICU::data)
endif()

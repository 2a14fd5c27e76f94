// The main function of the unit tests, for Catch2 version 2 and 3.
// SPDX-License-Identifier: Apache-2.0
#if GOUJI_CATCH2_MAJOR >= 3
#include <catch2/catch_session.hpp>
int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
#else
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif

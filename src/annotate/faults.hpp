// Why a document cannot be annotated: code, message and hint in two languages.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/result.hpp"

namespace gouji::annotate {

enum class Fault {
  flat_opc,
  no_paragraph,  // nothing in the body that a comment could hang on
  odd_part,      // a part that must be changed has another root than it should
  not_written,   // libzip could not write the archive
};

[[nodiscard]] Error make_error(Fault fault, std::string where = {}, const Bilingual& detail = {});

}  // namespace gouji::annotate

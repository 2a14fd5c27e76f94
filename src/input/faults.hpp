// Why a file that is no .docx cannot be read: code, message and hint in two languages, one table.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/result.hpp"

namespace gouji::input {

enum class Fault {
  unsupported,   // a format that nothing here reads
  external_off,  // --no-external
  needs_office,  // LibreOffice is not installed
  needs_poppler,
  conversion_failed,  // the program ended with an error, or wrote nothing
  conversion_timeout,
  conversion_too_large,
  no_scratch,  // no temporary folder, no new process
  encrypted_pdf,
  broken_pdf,
  scanned_pdf,
  garbled_pdf,  // its fonts do not say which characters they show
  long_pdf,
  unknown_encoding,
};

[[nodiscard]] const char* code_of(Fault fault);
/// `detail` is put in brackets behind the message.
[[nodiscard]] Error make_error(Fault fault, std::string where, const Bilingual& detail = {});

}  // namespace gouji::input

// The reasons why a document cannot be read, each with a stable code, a message and a hint in two languages.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/outcome.hpp"

namespace gouji::docx {

enum class Fault {
  unreadable_file,
  lock_file,
  empty_file,
  file_too_large,
  not_zip,
  truncated_zip,
  damaged_entry,
  odd_compression,
  ambiguous_zip,
  unsafe_name,
  encrypted,
  rights_managed,
  legacy_doc,
  legacy_wps,
  zip_bomb,
  no_main_document,
  missing_part,
  broken_xml,
  doctype,
  odd_encoding,
  xml_too_deep,
};

/// The code («not-zip») that reports and tests use.
[[nodiscard]] const char* code_of(Fault fault);

/// The Error of a fault; `where` is a file or a part, `detail` is put in brackets behind the message.
[[nodiscard]] Error make_error(Fault fault, std::string where = {}, const Bilingual& detail = {});

/// The note for an optional part that could not be read; the rest of the document stands.
[[nodiscard]] Note unread_part(const Error& error);

}  // namespace gouji::docx

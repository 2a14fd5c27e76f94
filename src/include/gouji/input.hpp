// How files that are no .docx are read: which programs may run, for how long, and how much they may write.
// .doc, .wps, .rtf, .odt, .xls, .et, .ods and web pages go through LibreOffice; .pdf through poppler's pdfinfo,
// pdftotext and pdftocairo. Both are run as programs of their own, in a private folder that is removed afterwards; they
// have no network where the system allows that, and end with gouji.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace gouji {

struct InputOptions {
  bool with_programs = true;                  // false: no program is run; such a file fails with "external-off"
  std::string program_path;                   // folders with the programs, parted by ':'; empty = $PATH
  std::uint32_t office_seconds = 120;         // one conversion by LibreOffice, its start included
  std::uint32_t pdf_seconds = 60;             // each program of poppler
  std::uint64_t output_bytes = 256ull << 20;  // what one program may write into one file
  std::uint32_t pdf_pages = 2000;             // longer PDF files are refused
};

}  // namespace gouji

// Text files, Markdown and what poppler's programs write: any bytes give a Document or nothing, never a crash or hang.
// The first byte chooses the reader; for a PDF a zero byte parts the words from the lines.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string_view>

#include "input/decode.hpp"
#include "input/file_kind.hpp"
#include "input/pdf_layout.hpp"
#include "input/text_file.hpp"

namespace {

void read_pdf_output(std::string_view bytes) {
  const std::size_t parting = bytes.find('\0');
  auto pages = gouji::input::parse_words(bytes.substr(0, parting));
  if (!pages) return;
  if (parting != std::string_view::npos) (void)gouji::input::parse_rules(bytes.substr(parting + 1), *pages);
  (void)gouji::input::lay_out(std::move(*pages));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 3) {
    case 0: read_pdf_output(bytes); break;
    case 1:
      if (const auto text = gouji::input::decode_text(bytes)) (void)gouji::input::read_text(*text);
      break;
    default:
      if (const auto text = gouji::input::decode_text(bytes)) (void)gouji::input::read_markdown(*text);
      (void)gouji::input::kind_of("a.doc", bytes);
  }
  return 0;
}

// A part as UTF-8 text, and back in the encoding and with the mark that it had.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/result.hpp"

namespace gouji::annotate {

struct PartText {
  enum class Encoding { utf8, utf16_little, utf16_big };
  std::string text;  // UTF-8 without mark
  Encoding encoding = Encoding::utf8;
  bool has_mark = false;
};

/// xml-encoding for what would not come back as it was.
[[nodiscard]] Result<PartText> decode_part(const std::string& name, const std::string& bytes);
[[nodiscard]] std::string encode_part(const PartText& part);

}  // namespace gouji::annotate

// SPDX-License-Identifier: Apache-2.0
#include "report/formats.hpp"

#include <algorithm>

#include "report/json.hpp"
#include "report/text.hpp"

namespace gouji::report {

const std::vector<Format>& formats() {
  static const std::vector<Format> kFormats{
      {"json", make_json},
      {"text", make_text},
  };
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const std::vector<Format>& all = formats();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Format& format) { return format.name == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace gouji::report

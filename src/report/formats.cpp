// SPDX-License-Identifier: Apache-2.0
#include "report/formats.hpp"

#include <algorithm>

#include "report/concise.hpp"
#include "report/csv.hpp"
#include "report/github.hpp"
#include "report/gitlab.hpp"
#include "report/grouped.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/junit.hpp"
#include "report/markdown.hpp"
#include "report/rdjson.hpp"
#include "report/sarif.hpp"
#include "report/text.hpp"
#include "report/xlsx.hpp"

namespace gouji::report {

const std::vector<Format>& formats() {
  static const std::vector<Format> kFormats{
      {"concise", make_concise},   {"csv", make_csv},          {"github", make_github},
      {"gitlab", make_gitlab},     {"grouped", make_grouped},  {"html", make_html, false, true},
      {"json", make_json},         {"jsonl", make_json_lines}, {"junit", make_junit},
      {"markdown", make_markdown}, {"rdjson", make_rdjson},    {"sarif", make_sarif},
      {"text", make_text},         {"xlsx", make_xlsx, true},
  };
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const std::vector<Format>& all = formats();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Format& format) { return format.name == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace gouji::report

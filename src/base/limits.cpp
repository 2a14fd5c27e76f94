// The table of limits.
// SPDX-License-Identifier: Apache-2.0
#include "gouji/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string>
#include <variant>

namespace gouji {
namespace {

using Field = std::variant<std::uint64_t Limits::*, std::uint32_t Limits::*>;

struct Row {
  const char* name;
  Field field;
  bool is_size;
  const char* zh;
  const char* en;
};

constexpr std::array<Row, 14> kRows{{
    {"file-size", &Limits::file_bytes, true, "文件本身的大小", "size of the file itself"},
    {"total-size", &Limits::total_bytes, true, "压缩包全部条目解压后的总大小", "all entries of the archive, unpacked"},
    {"entry-size", &Limits::entry_bytes, true, "压缩包单个条目解压后的大小", "one entry of the archive, unpacked"},
    {"ratio", &Limits::ratio, false, "解压后与压缩大小之比（大于 ratio-from 的条目才问）",
     "unpacked to packed size, asked of entries above ratio-from"},
    {"ratio-from", &Limits::ratio_from, true, "解压后不超过这么大的条目不问压缩比",
     "entries that unpack to no more than this are not asked for their ratio"},
    {"entries", &Limits::entries, false, "压缩包的条目数", "entries of the archive"},
    {"xml-depth", &Limits::xml_depth, false, "一个部件里 XML 的嵌套层数", "nested XML elements in one part"},
    {"xml-tags", &Limits::xml_tags, false, "一个部件里的 XML 标记数", "XML tags in one part"},
    {"xml-attributes", &Limits::xml_attributes, false, "一个部件里的 XML 属性数", "XML attributes in one part"},
    {"nesting", &Limits::walk_depth, false, "正文里表格、控件、分组互相嵌套的层数",
     "cells, controls and groups within one another"},
    {"table-cells", &Limits::table_cells, false, "全部表格的格数（合并格按所占格数）；超出的表格不核对",
     "grid positions of all tables; tables beyond are not judged"},
    {"match-size", &Limits::match_bytes, true, "与正则表达式比对的文字总量，重复比对重复计",
     "text compared with regular expressions, each comparison counted"},
    {"memory", &Limits::memory_bytes, true, "读一份文件所占的内存（按主要数据结构估算）",
     "memory for one document, reckoned from its large structures"},
    {"time", &Limits::seconds, false, "一份文件所用的时间（秒；其他程序的时间另计）",
     "seconds for one document; programs that are run have limits of their own"},
}};

constexpr std::uint64_t most_of(const Field& field) {
  return field.index() == 0 ? std::numeric_limits<std::uint64_t>::max() : std::numeric_limits<std::uint32_t>::max();
}

std::uint64_t value_of(const Limits& limits, const Field& field) {
  return std::visit([&](auto member) { return static_cast<std::uint64_t>(limits.*member); }, field);
}

/// "64", "64K", "1g"; nothing for anything else, and where the number does not fit.
std::optional<std::uint64_t> number_of(std::string_view text, bool is_size, std::uint64_t most) {
  std::uint64_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{}) return std::nullopt;
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  int shift = 0;
  if (!rest.empty()) {
    constexpr std::string_view kUnits = "KMG";
    const std::size_t unit = kUnits.find(static_cast<char>(rest.front() & ~0x20));
    if (!is_size || rest.size() > 1 || unit == std::string_view::npos) return std::nullopt;
    shift = 10 * (static_cast<int>(unit) + 1);
  }
  if (value == 0 || value > most >> shift) return std::nullopt;
  return value << shift;
}

Error bad_limit(std::string_view given, const Bilingual& why) {
  std::string names;
  for (const Row& row : kRows) names += std::string(names.empty() ? "" : "、") + row.name;
  return {"bad-limit",
          {"上限 " + std::string(given) + " 不对：" + why.zh, "limit " + std::string(given) + ": " + why.en},
          {"可设：" + names + "；gouji limits 显示含义和默认值",
           "gouji limits shows the names, their meaning and defaults"},
          std::string(given)};
}

}  // namespace

std::vector<LimitInfo> all_limits() {
  const Limits defaults;
  std::vector<LimitInfo> out;
  for (const Row& row : kRows) {
    out.push_back({row.name, value_of(defaults, row.field), row.is_size, {row.zh, row.en}});
  }
  return out;
}

std::optional<Error> set_limit(Limits& limits, std::string_view name, std::string_view value) {
  const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& each) { return each.name == name; });
  if (row == kRows.end()) return bad_limit(name, {"没有这个名字", "there is no such limit"});
  const auto number = number_of(value, row->is_size, most_of(row->field));
  if (!number) {
    return bad_limit(name, row->is_size ? Bilingual{"值要写成大于 0 的整数，可带 K、M、G",
                                                    "a whole number above 0, K, M or G may follow"}
                                        : Bilingual{"值要写成大于 0 的整数", "a whole number above 0"});
  }
  std::visit(
      [&](auto member) {
        using Value = std::remove_reference_t<decltype(limits.*member)>;
        limits.*member = static_cast<Value>(*number);
      },
      row->field);
  return std::nullopt;
}

}  // namespace gouji

// gouji rules new FAMILY/NAME: the two files of a rule, to be filled in. They are valid as they stand, and every
// example fails until it has been replaced.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/rules_dir.hpp"

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRule =
    R"(# 这条规则管什么，一句话。键的含义：gouji rules explain change/rate 和 rules/ 里现成的规则。
# What this rule is about, in one sentence. For keys see the rules that are there.
id: {0}
title: {{ zh: 待填：规则标题, en: "TODO: title" }}
asserts:
  zh: "待填：甲 + 乙 = 合计"
  en: "TODO: a + b = total"
tolerance: sum          # sum | ratio | days | exact | words
severity: warning       # error | warning | info
confidence: medium      # high | medium | low（low 默认不用 / is off unless asked for）
check: relation
within: [sentence]      # sentence | paragraph | row | table | section | document
when:
  - '甲项{{a:money}}[，、]乙项{{b:money}}[，、]合计{{total:money}}'
require: a + b == total
message:
  zh: 按文中数字应为 {{a}} + {{b}}，文中写 {{total}}
  en: The figures give {{a}} + {{b}}, the text says {{total}}
source: practice        # 或文号和条款 / or document number and article
fix:
  zh: 待填：报告的作者怎么改
  en: "TODO: what the author of the report does"
)";

constexpr const char* kExamples =
    R"(# 下面六个例子都故意放反了，gouji rules test {0} 会逐个报错：换成真实的写法，各类写法越多越好。
# fire 是必须报出的，silent 是不许报的；silent 里多放容易误报的写法。
# The six examples stand on the wrong side on purpose and fail until they are replaced.
fire:
  - |
    甲项10.00万元，乙项20.00万元，合计30.00万元。
  - |
    甲项11.00万元，乙项20.00万元，合计31.00万元。
  - |
    甲项12.00万元，乙项20.00万元，合计32.00万元。
silent:
  - |
    甲项10.00万元，乙项20.00万元，合计35.00万元。
  - |
    甲项11.00万元，乙项20.00万元，合计36.00万元。
  - |
    甲项12.00万元，乙项20.00万元，合计37.00万元。
)";

bool is_word(std::string_view text) {
  return !text.empty() && text.front() != '-' && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool write(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.flush();
  return file.good();
}

}  // namespace

int new_rule(const Options& options) {
  const Language language = options.language;
  const std::string& id = options.paths.front();
  const std::size_t slash = id.find('/');
  if (slash == std::string::npos || !is_word(id.substr(0, slash)) || !is_word(id.substr(slash + 1))) {
    std::cerr << "gouji: "
              << say(language, "规则名要写成 族/名，只用小写字母、数字和 -，例如 ratio/subsidy-rate：",
                     "a rule is named FAMILY/NAME in lower case letters, digits and -, such as ratio/subsidy-rate: ")
              << id << '\n';
    return kFailed;
  }
  const fs::path pack =
      options.folder.empty() ? fs::path(rules_dirs_of(options).base) / "local" : fs::path(options.folder);
  const fs::path rule = pack / (id + ".yaml");
  const fs::path examples = pack / (id + ".examples.yaml");
  std::error_code failed;
  if (fs::exists(rule, failed) || fs::exists(examples, failed)) {
    std::cerr << "gouji: " << say(language, "已经有这条规则：", "this rule is there already: ") << rule.string()
              << '\n';
    return kFailed;
  }
  fs::create_directories(rule.parent_path(), failed);
  if (!write(rule, fmt::format(fmt::runtime(kRule), id)) ||
      !write(examples, fmt::format(fmt::runtime(kExamples), id))) {
    std::cerr << "gouji: " << say(language, "写不了文件：", "cannot write the file: ") << rule.string() << '\n';
    return kFailed;
  }
  std::cout << rule.string() << '\n'
            << examples.string() << '\n'
            << fmt::format(fmt::runtime(say(language, "填好这两个文件，再运行 gouji rules test {}\n",
                                            "fill in both files, then run gouji rules test {}\n")),
                           id);
  return kClean;
}

}  // namespace gouji::cli

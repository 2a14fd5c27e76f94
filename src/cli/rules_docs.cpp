// gouji rules docs: the rule catalogue as Markdown. rules/README.md is this output; a test holds it to that.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "report/words.hpp"
#include "rules/examples.hpp"
#include "rules/rulebook.hpp"

namespace gouji::cli {
namespace {

constexpr std::size_t kShown = 3;  // examples of each sort; the file beside the rule has them all

const char* confidence_word(Confidence confidence, Language language) {
  if (language == Language::en) return to_string(confidence);
  return confidence == Confidence::high ? "高" : confidence == Confidence::medium ? "中" : "低（默认不用）";
}

void print_examples(const char* title, const std::vector<rules::Example>& examples) {
  std::cout << '\n' << title << "\n\n";
  for (std::size_t at = 0; at < examples.size() && at < kShown; ++at) {
    std::string text = examples[at].text;
    while (!text.empty() && text.back() == '\n') text.pop_back();
    std::cout << "```text\n" << text << "\n```\n";
  }
}

void print_rule(const rules::Rule& rule, Language language) {
  std::cout << "\n### " << rule.id << " " << say(language, rule.title) << "\n\n";
  const auto line = [&](const char* zh, const char* en, const std::string& value) {
    if (!value.empty()) std::cout << "- " << say(language, zh, en) << value << '\n';
  };
  line("断言：", "Asserts: ", say(language, rule.asserts));
  line("容差：", "Tolerance: ", say(language, rules::say_tolerance(rule.tolerance)));
  line("级别：", "Severity: ",
       report::severity_word(rule.severity, language) + say(language, "；把握：", "; confidence: ") +
           confidence_word(rule.confidence, language));
  line("依据：", "Source: ", rule.source == "practice" ? say(language, "审核实务", "practice") : rule.source);
  line("怎么改：", "How to fix: ", say(language, rule.fix));
  line("备注：", "Notes: ", rule.notes);
  line("怎么关：", "Switch off: ", fmt::format("`gouji check --ignore {} …`", rule.id));
  const Result<rules::Examples> examples = rules::load_examples(rule.file);
  if (!examples) return;
  print_examples(say(language, "会报：", "Fires on:"), examples.value().fire);
  print_examples(say(language, "不报：", "Silent on:"), examples.value().silent);
}

}  // namespace

int document_rules(const Options& options) {
  const std::optional<Engine> engine = make_engine(options);
  if (!engine) return kFailed;
  const Language language = options.language;
  const std::vector<rules::Rule>& rules = engine->rulebook().rules;
  std::cout
      << say(language, "# 规则目录\n\n", "# The rules\n\n")
      << say(language,
             "本文由 `gouji rules docs` 写成，不要手改；改规则文件，再运行它。单条规则：`gouji rules explain 规则号`。\n",
             "Written by `gouji rules docs`; change the rule files, not this. One rule: `gouji rules explain ID`.\n");
  std::string family;
  for (const rules::Rule& rule : rules) {
    if (rule.family != family) {
      family = rule.family;
      std::cout << "\n## " << family << '\n';
    }
    print_rule(rule, language);
  }
  return kClean;
}

}  // namespace gouji::cli

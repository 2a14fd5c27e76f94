// gouji rules list, explain, test, check.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <string>

#include "base/nearest_word.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/rules_dir.hpp"
#include "report/words.hpp"
#include "rules/examples.hpp"
#include "rules/rulebook.hpp"

namespace gouji::cli {
namespace {

std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t width = utf8::display_width(text);
  return text + std::string(width < columns ? columns - width : 1, ' ');
}

std::string indented(const std::string& text) {
  std::string out = "    ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "    ";
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return out + '\n';
}

std::string confidence_word(Confidence confidence, Language language) {
  if (language == Language::en) return to_string(confidence);
  return confidence == Confidence::high ? "高" : confidence == Confidence::medium ? "中" : "低";
}

void print_examples(const char* title, const std::vector<rules::Example>& examples) {
  std::cout << '\n' << title << '\n';
  for (const rules::Example& example : examples) std::cout << indented(example.text);
}

/// Runs the examples of one rule alone: with others on, a finding may be merged into theirs.
class ExampleRun {
 public:
  ExampleRun(const Engine& engine, Language language) : engine_(engine), language_(language) {}

  void run(const rules::Rule& rule) {
    const Result<rules::Examples> examples = rules::load_examples(rule.file);
    if (!examples) {
      print_error(examples.error(), language_);
      ++failed_;
      return;
    }
    EngineOptions only;
    only.select = {rule.id};
    const Result<Engine> engine = engine_.reselect(only);
    if (!engine) {
      print_error(engine.error(), language_);
      ++failed_;
      return;
    }
    for (const rules::Example& example : examples.value().fire)
      judge(engine.value(), rule, examples.value().file, example, true);
    for (const rules::Example& example : examples.value().silent)
      judge(engine.value(), rule, examples.value().file, example, false);
  }

  int finish(std::size_t rules) const {
    std::cout << fmt::format(fmt::runtime(say(language_, "规则 {} 条，例子 {} 个：通过 {}，不通过 {}\n",
                                              "{} rules, {} examples: {} passed, {} failed\n")),
                             rules, passed_ + failed_, passed_, failed_);
    return failed_ == 0 ? kClean : kFindings;
  }

 private:
  void judge(const Engine& engine, const rules::Rule& rule, const std::string& file, const rules::Example& example,
             bool must_fire) {
    const std::string where = file + ":" + std::to_string(example.line);
    const Outcome outcome = engine.check_plain(where, example.text);
    if (outcome.status == Status::failed) {
      ++failed_;
      std::cout << where << ": " << rule.id << ": " << (outcome.error ? say(language_, outcome.error->message) : "")
                << '\n';
      return;
    }
    if (outcome.findings.empty() != must_fire) {
      ++passed_;
      return;
    }
    ++failed_;
    std::cout << where << ": " << rule.id << ": "
              << (must_fire ? say(language_, "应当报出，却没有报", "should fire and does not")
                            : say(language_, "不应当报，却报了", "should be silent and fires"))
              << '\n'
              << indented(example.text);
    for (const Finding& finding : outcome.findings) std::cout << "    -> " << say(language_, finding.working) << '\n';
    for (const RuleCoverage& coverage : outcome.coverage.rules) {
      for (const std::string& reason : coverage.reasons) std::cout << "    -- " << reason << '\n';
    }
  }

  const Engine& engine_;
  Language language_;
  std::size_t passed_ = 0;
  std::size_t failed_ = 0;
};

const rules::Rule* find_rule(const Engine& engine, const std::string& id, Language language) {
  const rules::Rule* rule = engine.rulebook().find(id);
  if (rule != nullptr) return rule;
  std::vector<std::string> ids;
  for (const rules::Rule& known : engine.rulebook().rules) ids.push_back(known.id);
  const Bilingual near = did_you_mean(id, ids);
  std::cerr << "gouji: " << say(language, "没有规则 ", "no rule ") << id << say(language, near) << '\n';
  return nullptr;
}

}  // namespace

int list_rules(const Options& options) {
  const std::optional<Engine> engine = make_engine(options);
  if (!engine) return kFailed;
  for (const rules::Rule& rule : engine->rulebook().rules) {
    std::cout << padded(rule.id, 30) << padded(report::severity_word(rule.severity, options.language), 9)
              << padded(confidence_word(rule.confidence, options.language), 8) << say(options.language, rule.title)
              << '\n';
  }
  return kClean;
}

int explain_rule(const Options& options) {
  const std::optional<Engine> engine = make_engine(options);
  if (!engine) return kFailed;
  const Language language = options.language;
  const rules::Rule* rule = find_rule(*engine, options.paths.front(), language);
  if (rule == nullptr) return kFailed;
  const auto line = [&](const char* zh, const char* en, const std::string& value) {
    if (!value.empty()) std::cout << padded(say(language, zh, en), 12) << value << '\n';
  };
  std::cout << rule->id << "  " << say(language, rule->title) << '\n';
  line("断言", "asserts", say(language, rule->asserts));
  line("容差", "tolerance", say(language, rules::say_tolerance(rule->tolerance)));
  line("级别", "severity", report::severity_word(rule->severity, language));
  line("把握", "confidence", confidence_word(rule->confidence, language));
  line("依据", "source", rule->source);
  line("怎么改", "fix", say(language, rule->fix));
  line("备注", "notes", rule->notes);
  line("核对方式", "check", rule->kind);
  line("怎么关", "switch off", "gouji check --ignore " + rule->id + " …");
  line("文件", "file", rule->file);
  const Result<rules::Examples> examples = rules::load_examples(rule->file);
  if (!examples) return kClean;
  print_examples(say(language, "会报：", "Fires on:"), examples.value().fire);
  print_examples(say(language, "不报：", "Silent on:"), examples.value().silent);
  return kClean;
}

int test_rules(const Options& options) {
  const std::optional<Engine> engine = make_engine(options);
  if (!engine) return kFailed;
  ExampleRun run(*engine, options.language);
  std::size_t count = 0;
  if (options.paths.empty()) {
    for (const rules::Rule& rule : engine->rulebook().rules) run.run(rule);
    count = engine->rulebook().rules.size();
  }
  for (const std::string& id : options.paths) {
    const rules::Rule* rule = find_rule(*engine, id, options.language);
    if (rule == nullptr) return kFailed;
    run.run(*rule);
    ++count;
  }
  return run.finish(count);
}

int check_rules(const Options& options) {
  RulesDirs dirs = rules_dirs_of(options);
  if (!options.paths.empty()) dirs = find_rules_dirs(options.paths);
  const Result<std::shared_ptr<rules::Rulebook>> rulebook = rules::load_rulebook(dirs.base, dirs.packs);
  if (!rulebook) {
    print_error(rulebook.error(), options.language);
    return kFailed;
  }
  int status = kClean;
  for (const rules::Rule& rule : rulebook.value()->rules) {
    const Result<rules::Examples> examples = rules::load_examples(rule.file);
    if (examples) continue;
    print_error(examples.error(), options.language);
    status = kFailed;
  }
  if (status == kClean) {
    std::cout << fmt::format(fmt::runtime(say(options.language, "规则 {} 条，没有写错\n", "{} rules, no fault\n")),
                             rulebook.value()->rules.size());
  }
  return status;
}

}  // namespace gouji::cli

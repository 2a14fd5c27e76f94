// gouji complete -- WORD…: what may stand in place of the last word, a line each with a tab before its meaning. The
// last line is for the script: ":files", ":folders" (complete a path here), ":open" (no blank after the word) or
// ":done".
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "cli/command_tree.hpp"
#include "cli/commands.hpp"
#include "cli/rules_dir.hpp"
#include "report/formats.hpp"
#include "rules/rulebook.hpp"

namespace gouji::cli {
namespace {

struct Candidate {
  std::string word;
  std::string says;
};

struct Answer {
  std::vector<Candidate> candidates;
  const char* then = ":done";
};

/// Where in the command line the last word stands.
struct Where {
  const Command* command = nullptr;
  const Flag* flag = nullptr;  // whose value it is
  bool are_flags_over = false;
  std::size_t positionals = 0;
  std::set<const Flag*> given;
  std::string rules_dir;
};

class Completer {
 public:
  explicit Completer(const Options& options) : options_(options) {}

  Answer answer(const std::vector<std::string>& words) {
    where_.command = options_.tree.get();
    for (std::size_t i = 0; i + 1 < words.size(); ++i) pass(words[i]);
    const std::string word = words.empty() ? "" : words.back();
    if (where_.flag != nullptr) return value(*where_.flag, "", word);
    const std::size_t equals = word.find('=');
    if (!where_.are_flags_over && word.starts_with("--") && equals != std::string::npos) {
      const Flag* flag = where_.command->flag(word.substr(0, equals));
      return flag == nullptr ? Answer{} : value(*flag, word.substr(0, equals + 1), word.substr(equals + 1));
    }
    if (!where_.are_flags_over && word.starts_with('-')) return flags(word);
    if (!where_.command->commands.empty()) return commands(word);
    const Flag* positional = where_.command->positional(where_.positionals);
    return positional == nullptr ? flags(word) : value(*positional, "", word);
  }

 private:
  void pass(const std::string& word) {
    if (where_.flag != nullptr) {
      if (where_.flag->names.back() == "--rules") where_.rules_dir = word;
      where_.flag = nullptr;
    } else if (where_.are_flags_over || word.size() < 2 || word[0] != '-') {
      const Command* below = where_.command->command(word);
      if (below != nullptr && !where_.are_flags_over) {
        where_.command = below;
      } else {
        ++where_.positionals;
      }
    } else if (word == "--") {
      where_.are_flags_over = true;
    } else {
      const std::size_t equals = word.find('=');
      const Flag* flag = where_.command->flag(word.substr(0, equals));
      if (flag == nullptr) return;
      where_.given.insert(flag);
      if (equals == std::string::npos && flag->kind != ValueKind::none) where_.flag = flag;
    }
  }

  void add(Answer& answer, const std::string& start, const std::string& word, const std::string& says) const {
    if (word.starts_with(start)) answer.candidates.push_back({word, says});
  }

  Answer commands(const std::string& word) const {
    Answer answer;
    for (const Command& each : where_.command->commands) add(answer, word, each.name, each.says);
    return answer;
  }

  Answer flags(const std::string& word) const {
    Answer answer;
    for (const Flag& flag : where_.command->flags) {
      if (flag.is_positional || (where_.given.contains(&flag) && !flag.is_repeated)) continue;
      add(answer, word, flag.names.back(), flag.says);
      if (word.size() == 2 && word[1] != '-') add(answer, word, flag.names.front(), flag.says);
    }
    return answer;
  }

  Answer value(const Flag& flag, const std::string& before, const std::string& word) const {
    Answer answer;
    switch (flag.kind) {
      case ValueKind::files: answer.then = ":files"; break;
      case ValueKind::folders: answer.then = ":folders"; break;
      case ValueKind::words:
        for (const std::string& each : flag.words) add(answer, word, each, "");
        break;
      case ValueKind::rules: rules(answer, flag, word); break;
      case ValueKind::genres:
        for (const std::string& each : Engine::genres()) add(answer, word, each, "");
        break;
      case ValueKind::profiles:
        if (const auto engine = quiet_engine()) {
          for (const check::Profile& each : engine->rulebook().profiles)
            add(answer, word, each.id, say(options_.language, each.title));
        }
        break;
      case ValueKind::format_file:
        if (word.find('=') != std::string::npos) {
          answer.then = ":files";
          break;
        }
        answer.then = ":open";
        for (const report::Format& each : report::formats()) add(answer, word, std::string(each.name) + "=", "");
        break;
      case ValueKind::limits:
        answer.then = ":open";
        for (const LimitInfo& each : all_limits())
          add(answer, word, std::string(each.name) + "=", say(options_.language, each.meaning));
        break;
      case ValueKind::any:
      case ValueKind::none: break;
    }
    for (Candidate& each : answer.candidates) each.word.insert(0, before);
    return answer;
  }

  /// Rules and families; of a list with commas the last one. Positionals name rules only.
  void rules(Answer& answer, const Flag& flag, const std::string& word) const {
    const auto engine = quiet_engine();
    if (!engine) return;
    const std::size_t comma = flag.is_positional ? std::string::npos : word.rfind(',');
    const std::string before = comma == std::string::npos ? "" : word.substr(0, comma + 1);
    std::string family;
    for (const RuleInfo& rule : engine->rules()) {
      if (!flag.is_positional && rule.family != family) add(answer, word, before + rule.family, "");
      family = rule.family;
      add(answer, word, before + rule.id, say(options_.language, rule.title));
    }
  }

  [[nodiscard]] std::optional<Engine> quiet_engine() const {
    Result<Engine> engine = Engine::create({.rules_dir = find_rules_dir(where_.rules_dir)});
    return engine ? std::optional<Engine>(std::move(engine.value())) : std::nullopt;
  }

  const Options& options_;
  Where where_;
};

}  // namespace

int complete_words(const Options& options) {
  const Answer answer = Completer(options).answer(options.paths);
  for (const Candidate& each : answer.candidates)
    std::cout << each.word << (each.says.empty() ? "" : "\t") << each.says.substr(0, each.says.find('\n')) << '\n';
  std::cout << answer.then << '\n';
  return kClean;
}

}  // namespace gouji::cli

// Reads CLI11's tree.
// SPDX-License-Identifier: Apache-2.0
#include "cli/command_tree.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>

namespace gouji::cli {
namespace {

struct NamedKind {
  std::string_view zh;
  std::string_view en;
  ValueKind kind;
};
/// What the help calls a value says what it is. FILE and its kin are also names of positionals.
constexpr std::array kNamedKinds{
    NamedKind{"文件", "FILE", ValueKind::files},
    NamedKind{"路径", "PATH", ValueKind::files},
    NamedKind{"文件夹", "DIR", ValueKind::folders},
    NamedKind{"规则", "RULE", ValueKind::rules},
    NamedKind{"规则", "ID", ValueKind::rules},
    NamedKind{"文种", "GENRE", ValueKind::genres},
    NamedKind{"配置", "PROFILE", ValueKind::profiles},
    NamedKind{"格式=文件", "FORMAT=FILE", ValueKind::format_file},
    NamedKind{"名=值", "NAME=VALUE", ValueKind::limits},
    NamedKind{"旧", "OLD", ValueKind::files},
    NamedKind{"新", "NEW", ValueKind::files},
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == at) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

void set_value(Flag& flag, const std::string& name) {
  flag.value = name;
  flag.kind = ValueKind::any;
  if (name.find('|') != std::string::npos) {
    flag.kind = ValueKind::words;
    flag.words = split(name, '|');
    return;
  }
  for (const NamedKind& named : kNamedKinds) {
    if (name == named.zh || name == named.en) {
      flag.kind = named.kind;
      return;
    }
  }
}

Flag describe(const CLI::Option& option) {
  Flag flag;
  flag.says = option.get_description();
  flag.is_required = option.get_required();
  flag.is_repeated = option.get_expected_max() > 1;
  flag.is_positional = !option.nonpositional();
  if (flag.is_positional) {
    flag.names = {option.get_name(true)};
    set_value(flag, option.get_type_name().empty() ? flag.names.front() : option.get_type_name());
    return flag;
  }
  for (const std::string& name : option.get_snames()) flag.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) flag.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) set_value(flag, option.get_type_name());
  return flag;
}

}  // namespace

const Flag* Command::flag(const std::string& wanted) const {
  for (const Flag& each : flags) {
    if (!each.is_positional && std::find(each.names.begin(), each.names.end(), wanted) != each.names.end())
      return &each;
  }
  return nullptr;
}

const Command* Command::command(const std::string& wanted) const {
  for (const Command& each : commands) {
    if (each.name == wanted) return &each;
  }
  return nullptr;
}

const Flag* Command::positional(std::size_t index) const {
  const Flag* last = nullptr;
  for (const Flag& each : flags) {
    if (!each.is_positional) continue;
    last = &each;
    if (index == 0) return last;
    --index;
  }
  return last != nullptr && last->is_repeated ? last : nullptr;
}

Command describe(const CLI::App& app) {
  Command command;
  command.name = app.get_name();
  command.says = app.get_description();
  for (const CLI::Option* option : app.get_options([](const CLI::Option* each) { return !each->get_group().empty(); }))
    command.flags.push_back(describe(*option));
  for (const CLI::App* below : app.get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); }))
    command.commands.push_back(describe(*below));
  return command;
}

}  // namespace gouji::cli

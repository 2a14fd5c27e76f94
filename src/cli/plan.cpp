// SPDX-License-Identifier: Apache-2.0
#include "cli/plan.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "base/sha256.hpp"
#include "cli/commands.hpp"
#include "cli/rules_dir.hpp"
#include "facts/genre.hpp"
#include "report/formats.hpp"
#include "rules/rulebook.hpp"

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;
using config::Config;
using config::Layer;

std::string user_file() {
  const auto variable = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
  };
  if (const std::string folder = variable("XDG_CONFIG_HOME"); !folder.empty()) return folder + "/gouji/gouji.toml";
  if (const std::string home = variable("HOME"); !home.empty()) return home + "/.config/gouji/gouji.toml";
  return {};
}

std::vector<std::string> rules_of(const Layer& layer) {
  std::vector<std::string> folders;
  if (!layer.rules) return folders;
  for (const config::Word& word : layer.rules->words) folders.push_back(word.value);
  return folders;
}

std::optional<Severity> severity_of(const std::string& word) {
  if (word == "never") return std::nullopt;
  return word == "info" ? Severity::info : word == "warning" ? Severity::warning : Severity::error;
}

std::optional<Severity> fail_on_of(const Layer& layer) {
  return layer.fail_on ? severity_of(layer.fail_on->value) : Severity::error;
}

config::Names names_of(const Engine& engine) {
  config::Names names;
  for (const rules::Rule& rule : engine.rulebook().rules) {
    names.rules.push_back(rule.id);
    if (std::find(names.rules.begin(), names.rules.end(), rule.family) == names.rules.end())
      names.rules.push_back(rule.family);
  }
  for (const check::Profile& profile : engine.rulebook().profiles) names.profiles.push_back(profile.id);
  names.genres = facts::genre_names();
  for (const report::Format& format : report::formats()) names.formats.emplace_back(format.name);
  return names;
}

bool needs_text(const Options& options) {
  const auto wants = [](const std::string& name) {
    const report::Format* format = report::find_format(name);
    return format != nullptr && format->needs_text;
  };
  return wants(options.format) || std::any_of(options.outputs.begin(), options.outputs.end(),
                                              [&](const OutputFile& output) { return wants(output.format); });
}

/// Equal for layers that make equal engines.
std::string key_of(const EngineOptions& options) {
  std::string key;
  const auto add = [&](const std::string& text) { key += std::to_string(text.size()) + ":" + text; };
  const auto add_all = [&](const std::vector<std::string>& list) {
    add(std::to_string(list.size()));
    for (const std::string& each : list) add(each);
  };
  add(options.rules_dir);
  add_all(options.rule_packs);
  add_all(options.select);
  add_all(options.extend_select);
  add_all(options.ignore);
  add(options.genre);
  add(options.profile);
  add(options.with_low_confidence ? "low" : "");
  add(options.input.with_programs ? "programs" : "");
  for (const SeverityChange& each : options.severity) {
    add(each.name);
    add(each.severity ? to_string(*each.severity) : "off");
  }
  const Limits& limits = options.limits;
  for (const std::uint64_t value :
       {limits.file_bytes, limits.total_bytes, limits.entry_bytes, limits.ratio, limits.ratio_from, limits.entries,
        limits.table_cells, limits.match_bytes, limits.memory_bytes, std::uint64_t{limits.xml_depth},
        std::uint64_t{limits.xml_tags}, std::uint64_t{limits.xml_attributes}, std::uint64_t{limits.walk_depth},
        std::uint64_t{limits.seconds}}) {
    add(std::to_string(value));
  }
  return key;
}

}  // namespace

config::Finder make_finder(const Options& options) {
  std::error_code failed;
  return config::Finder({fs::current_path(failed).string(), options.config_file, options.no_config, user_file()});
}

Layer settings_of(const Options& options, config::Finder& finder, const std::string& document) {
  Layer layer = config::settings_for(*finder.of(document), document, finder.folder());
  config::put_over(layer, options.given);
  return layer;
}

std::optional<Plan> Plan::make(const Options& options, config::Finder& finder,
                               const std::vector<std::string>& documents) {
  const std::string here = "./.";
  std::vector<std::string> asked = documents.empty() ? std::vector<std::string>{here} : documents;
  Plan plan;
  plan.run_ = options;
  const Layer first = settings_of(options, finder, asked.front());
  if (first.format && report::find_format(first.format->value) != nullptr) plan.run_.format = first.format->value;
  plan.run_.fail_on = fail_on_of(first);
  const bool with_text = needs_text(plan.run_);

  std::map<std::string, std::unique_ptr<Engine>> by_rules;  // whole rulebooks
  std::map<std::string, std::size_t> by_key;
  std::set<const Config*> judged;
  std::vector<toml::Fault> faults;
  std::optional<Error> error;
  for (const std::string& document : asked) {
    const std::shared_ptr<const Config> config = finder.of(document);
    const Layer layer = settings_of(options, finder, document);
    EngineOptions base;
    const RulesDirs dirs = find_rules_dirs(rules_of(layer));
    base.rules_dir = dirs.base;
    base.rule_packs = dirs.packs;
    base.with_text = with_text;
    EngineOptions wanted = config::engine_options(layer, base);
    const bool has_off = std::any_of(wanted.severity.begin(), wanted.severity.end(),
                                     [](const SeverityChange& each) { return !each.severity; });
    plan.is_narrowed_ |= has_off || !wanted.select.empty() || !wanted.ignore.empty();
    std::string folders = dirs.base;
    for (const std::string& pack : dirs.packs) folders += '\n' + pack;
    std::unique_ptr<Engine>& whole = by_rules[folders];
    if (whole == nullptr) {
      Result<Engine> made = Engine::create(base);
      if (!made) {
        error = std::move(made.error());
        break;
      }
      whole = std::make_unique<Engine>(std::move(made.value()));
    }
    if (judged.insert(config.get()).second) config::judge_names(*config, names_of(*whole), faults);
    if (!faults.empty() || !finder.faults().empty()) continue;
    const auto [at, is_new] = by_key.insert({key_of(wanted), plan.engines_.size()});
    if (is_new) {
      Result<Engine> made = whole->reselect(wanted);
      if (!made) {
        error = std::move(made.error());
        break;
      }
      plan.engines_.push_back(std::make_unique<Engine>(std::move(made.value())));
    }
    plan.places_.push_back({at->second, fail_on_of(layer)});
  }
  faults.insert(faults.end(), finder.faults().begin(), finder.faults().end());
  if (!faults.empty()) error = error_of("bad-config", std::move(faults));
  if (!error) return plan;
  print_error(*error, options.language);
  return std::nullopt;
}

std::string Plan::rules_hash() const {
  std::set<std::string> hashes;
  for (const auto& engine : engines_) hashes.insert(engine->rules_hash());
  if (hashes.size() == 1) return *hashes.begin();
  std::string all;  // documents went by different folders of rules
  for (const std::string& hash : hashes) all += hash;
  return sha256_hex(all);
}

std::vector<RuleInfo> Plan::rules() const {
  std::map<std::string, RuleInfo> by_id;
  for (const auto& engine : engines_) {
    for (RuleInfo& rule : engine->rules()) by_id.try_emplace(rule.id, std::move(rule));
  }
  std::vector<RuleInfo> out;
  for (auto& [id, rule] : by_id) out.push_back(std::move(rule));
  return out;
}

}  // namespace gouji::cli

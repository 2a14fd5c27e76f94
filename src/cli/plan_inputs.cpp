// The paths of a run: arguments, less what the configuration of each file excludes.
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <map>
#include <utility>

#include "cli/plan.hpp"
#include "config/ignore_tree.hpp"

namespace gouji::cli {
namespace {

/// `exclude` of the configuration that a path goes by.
class Exclusion {
 public:
  explicit Exclusion(config::Finder& finder) : finder_(finder) {}

  bool operator()(const std::string& path, bool is_folder) {
    const std::shared_ptr<const config::Config> config = finder_.of(path);
    if (!config->layer.exclude) return false;
    const std::filesystem::path absolute = (std::filesystem::path(finder_.folder()) / path).lexically_normal();
    const std::string relative = absolute.lexically_relative(config->layer.exclude_folder).generic_string();
    if (relative.empty() || relative.substr(0, 2) == "..") return false;
    return config::decision(patterns_of(*config), relative, is_folder).value_or(false);
  }

 private:
  const std::vector<PathPattern>& patterns_of(const config::Config& config) {
    const auto [at, is_new] = read_.try_emplace(&config);
    if (is_new) {
      for (const config::Word& word : config.layer.exclude->words) {
        if (auto pattern = PathPattern::parse(word.value)) at->second.push_back(std::move(*pattern));
      }
    }
    return at->second;
  }

  config::Finder& finder_;
  std::map<const config::Config*, std::vector<PathPattern>> read_;
};

}  // namespace

Inputs inputs_of(const Options& options, config::Finder& finder) {
  Exclusion exclusion(finder);
  const Walk walk{[&](const std::string& path) {
                    const auto off = settings_of(options, finder, path).no_external;
                    return !off || !off->value;
                  },
                  [&](const std::string& path, bool is_folder) { return exclusion(path, is_folder); }};
  return expand(options.paths, walk);
}

}  // namespace gouji::cli

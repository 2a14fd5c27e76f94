// Which settings and which engine each document of a run goes by: command line over configuration over defaults.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "config/find_config.hpp"

namespace gouji::cli {

/// What finds the configurations of these options; reads the environment.
[[nodiscard]] config::Finder make_finder(const Options& options);

/// Configuration under command line.
[[nodiscard]] config::Layer settings_of(const Options& options, config::Finder& finder, const std::string& document);

/// What the paths of these options stand for, less what configuration and .goujiignore pass over.
[[nodiscard]] Inputs inputs_of(const Options& options, config::Finder& finder);

class Plan {
 public:
  /// One engine for each distinct configuration. Nothing, and all faults of all configurations on standard error, when
  /// one of them is wrong. Settings of the whole run are those of the first document, or of the current folder.
  [[nodiscard]] static std::optional<Plan> make(const Options& options, config::Finder& finder,
                                                const std::vector<std::string>& documents);

  [[nodiscard]] const Engine& engine(std::size_t document) const { return *engines_[places_[document].engine]; }
  [[nodiscard]] std::optional<Severity> fail_on(std::size_t document) const { return places_[document].fail_on; }
  /// The options with the settings of the run filled in.
  [[nodiscard]] const Options& run() const { return run_; }
  /// Rules were selected, ignored or switched off for some document.
  [[nodiscard]] bool is_narrowed() const { return is_narrowed_; }
  [[nodiscard]] std::string rules_hash() const;
  [[nodiscard]] std::vector<RuleInfo> rules() const;
  [[nodiscard]] Engine take() { return std::move(*engines_.front()); }

 private:
  struct Place {
    std::size_t engine;
    std::optional<Severity> fail_on;
  };
  std::vector<std::unique_ptr<Engine>> engines_;
  std::vector<Place> places_;
  Options run_;
  bool is_narrowed_ = false;
};

}  // namespace gouji::cli

// gouji.toml: from a file to settings, with every fault of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/path_pattern.hpp"
#include "config/settings.hpp"
#include "toml/toml.hpp"

namespace gouji::config {

struct Override {
  std::vector<PathPattern> paths;
  std::string folder;  // absolute; what the patterns are relative to
  Layer layer;
};

struct Config {
  std::string file;                // as shown to people; empty = there is none
  std::vector<std::string> files;  // with all that it extends, itself first; absolute
  Layer layer;
  std::vector<Override> overrides;  // later ones go over earlier ones
};

/// Reads a file and what it extends. Faults are appended; what is right is returned in any case, so that names can be
/// judged in the same run. `folder` is the current folder: paths below it are shown relative to it.
[[nodiscard]] Config read_config(const std::string& file, const std::string& folder, std::vector<toml::Fault>& faults);

/// The settings for one document: the file's, then every override that names it. `document` may be relative to
/// `folder`.
[[nodiscard]] Layer settings_for(const Config& config, const std::string& document, const std::string& folder);

/// `path` as people see it: below `folder` relative to it, else absolute.
[[nodiscard]] std::string shown_path(const std::string& path, const std::string& folder);

/// The words that a configuration may name and that only others know.
struct Names {
  std::vector<std::string> rules;  // ids and families
  std::vector<std::string> profiles;
  std::vector<std::string> genres;
  std::vector<std::string> formats;
};
void judge_names(const Config& config, const Names& names, std::vector<toml::Fault>& faults);

}  // namespace gouji::config

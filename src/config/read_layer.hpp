// One table of settings: the file's own, or an [[override]].
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/path_pattern.hpp"
#include "config/settings.hpp"
#include "toml/toml.hpp"

namespace gouji::config {

enum class LayerKind { file, override_ };

/// Paths are made ready to open: relative ones are taken from `folder`. Unknown keys are left to the caller.
[[nodiscard]] Layer read_layer(const toml::Node& table, LayerKind kind, const std::string& folder,
                               const toml::FaultSink& sink);

/// A pattern or a list of them.
[[nodiscard]] std::vector<PathPattern> read_patterns(const toml::Node& node, const char* key,
                                                     const toml::FaultSink& sink);

}  // namespace gouji::config

// Finds and reads the YAML files of a rules folder, in an order that does not depend on the file system.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "yaml/yaml.hpp"

namespace gouji::rules {

struct SourceFile {
  std::string path;      // as shown to people
  std::string relative;  // below the rules folder, with '/'
  std::string text;
};

/// Names of the packs: subfolders other than lexicon and profiles, sorted.
[[nodiscard]] std::vector<std::string> pack_names(const std::string& rules_dir);

/// The folder's own name, also for "." and "a/b/".
[[nodiscard]] std::string name_of(const std::string& folder);
[[nodiscard]] bool has_folder(const std::string& rules_dir, const std::string& folder);

/// All *.yaml below rules_dir/folder, sorted by relative path; unreadable ones are faults. Examples are left out.
[[nodiscard]] std::vector<SourceFile> read_yaml_files(const std::string& rules_dir, const std::string& folder,
                                                      std::vector<yaml::Fault>& faults);

/// A file, cut somewhat behind yaml::kMaxBytes; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const std::string& path);

/// Lower-case hexadecimal sha256 over names and contents.
[[nodiscard]] std::string hash_of(const std::vector<SourceFile>& files);

inline constexpr const char* kExamplesSuffix = ".examples.yaml";

}  // namespace gouji::rules

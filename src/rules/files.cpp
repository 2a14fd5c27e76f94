// SPDX-License-Identifier: Apache-2.0
#include "rules/files.hpp"

#include <sha2.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

namespace gouji::rules {
namespace {

namespace fs = std::filesystem;

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

}  // namespace

std::vector<std::string> pack_names(const std::string& rules_dir) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator it(rules_dir, failed), end; !failed && it != end; it.increment(failed)) {
    const std::string name = it->path().filename().string();
    std::error_code ignored;
    if (!it->is_directory(ignored) || name == "lexicon" || name == "profiles" || name.front() == '.') continue;
    names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string name_of(const std::string& folder) {
  const fs::path path = fs::absolute(folder).lexically_normal();
  return path.has_filename() ? path.filename().string() : path.parent_path().filename().string();
}

bool has_folder(const std::string& rules_dir, const std::string& folder) {
  std::error_code ignored;
  return fs::is_directory(fs::path(rules_dir) / folder, ignored);
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text;
  std::array<char, 16384> block{};
  while (text.size() <= yaml::kMaxBytes && in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return std::nullopt;
  return text;
}

std::vector<SourceFile> read_yaml_files(const std::string& rules_dir, const std::string& folder,
                                        std::vector<yaml::Fault>& faults) {
  std::vector<SourceFile> files;
  const fs::path root(rules_dir);
  std::error_code failed;
  for (fs::recursive_directory_iterator it(root / folder, failed), end; !failed && it != end; it.increment(failed)) {
    std::error_code ignored;
    const std::string name = it->path().filename().string();
    if (name.front() == '.' || !it->is_regular_file(ignored)) continue;
    if (!ends_with(name, ".yaml") || ends_with(name, kExamplesSuffix)) continue;
    files.push_back({it->path().string(), it->path().lexically_relative(root).generic_string(), {}});
  }
  if (failed) {
    faults.push_back({(root / folder).string(),
                      {},
                      {"文件夹读不了：" + failed.message(), "cannot read the folder: " + failed.message()}});
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.relative < b.relative; });
  for (SourceFile& file : files) {
    if (auto text = read_file(file.path)) {
      file.text = std::move(*text);
    } else {
      faults.push_back({file.path, {}, {"文件读不了", "cannot read the file"}});
    }
  }
  return files;
}

std::string hash_of(const std::vector<SourceFile>& files) {
  SHA2_CTX context;
  SHA256Init(&context);
  const auto add = [&](const std::string& text) {
    const std::string size = std::to_string(text.size()) + ":";
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(size.data()), size.size());
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  };
  for (const SourceFile& file : files) {
    add(file.relative);
    add(file.text);
  }
  std::array<char, SHA256_DIGEST_STRING_LENGTH> out{};
  SHA256End(&context, out.data());
  return std::string(out.data());
}

}  // namespace gouji::rules

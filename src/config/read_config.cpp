// SPDX-License-Identifier: Apache-2.0
#include "config/read_config.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "config/keys.hpp"
#include "config/read_layer.hpp"

namespace gouji::config {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> bytes_of(const std::string& path) {
  std::error_code failed;
  if (!fs::is_regular_file(path, failed)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) return std::nullopt;
  return bytes;
}

std::string absolute_of(const std::string& path, const std::string& folder) {
  return (fs::path(folder) / path).lexically_normal().string();
}

class Reader {
 public:
  Reader(std::string folder, std::vector<toml::Fault>& faults) : folder_(std::move(folder)), faults_(faults) {}

  /// False when there is no such file.
  bool read(const std::string& path, Config& config) {
    const std::optional<std::string> bytes = bytes_of(path);
    if (!bytes) return false;
    open_.push_back(path);
    config.files.push_back(path);
    const std::string shown = shown_path(path, folder_);
    const toml::FaultSink sink(shown, faults_);
    if (const auto root = toml::parse(shown, *bytes, faults_)) {
      sink.unknown_keys(*root, key_names(false));
      if (const toml::Entry* extends = root->find("extends")) extend(*extends, path, sink, config);
      const std::string here = fs::path(path).parent_path().string();
      put_over(config.layer, read_layer(*root, LayerKind::file, here, sink));
      if (const toml::Entry* overrides = root->find("override")) read_overrides(overrides->value, here, sink, config);
    }
    open_.pop_back();
    return true;
  }

 private:
  void extend(const toml::Entry& entry, const std::string& path, const toml::FaultSink& sink, Config& config) {
    if (!sink.expect(entry.value, toml::Kind::text, "extends")) return;
    const std::string wanted = absolute_of(entry.value.text, fs::path(path).parent_path().string());
    std::error_code failed;
    const bool is_open = std::any_of(open_.begin(), open_.end(), [&](const std::string& each) {
      return each == wanted || fs::equivalent(each, wanted, failed);
    });
    if (is_open) {
      sink.add(entry.value.mark, "extends 绕回到 " + shown_path(wanted, folder_),
               "extends leads back to " + shown_path(wanted, folder_));
    } else if (!read(wanted, config)) {
      sink.add(entry.value.mark, "读不了 extends 的文件 " + shown_path(wanted, folder_),
               "cannot read what it extends: " + shown_path(wanted, folder_));
    }
  }

  static void read_overrides(const toml::Node& list, const std::string& here, const toml::FaultSink& sink,
                             Config& config) {
    if (!sink.expect(list, toml::Kind::list, "override")) return;
    for (const toml::Node& item : list.items) {
      if (!sink.expect(item, toml::Kind::table, "override")) continue;
      sink.unknown_keys(item, key_names(true));
      Override one;
      one.folder = here;
      const toml::Entry* path = item.find("path");
      if (path == nullptr) {
        sink.add(item.mark, "override 缺少 path", "override lacks path");
      } else {
        one.paths = read_patterns(path->value, "path", sink);
      }
      one.layer = read_layer(item, LayerKind::override_, here, sink);
      config.overrides.push_back(std::move(one));
    }
  }

  std::string folder_;
  std::vector<toml::Fault>& faults_;
  std::vector<std::string> open_;
};

}  // namespace

std::string shown_path(const std::string& path, const std::string& folder) {
  const fs::path relative = fs::path(path).lexically_relative(folder);
  return relative.empty() || *relative.begin() == ".." ? path : relative.string();
}

Config read_config(const std::string& file, const std::string& folder, std::vector<toml::Fault>& faults) {
  Config config;
  const std::string path = absolute_of(file, folder);
  config.file = shown_path(path, folder);
  if (!Reader(folder, faults).read(path, config))
    faults.push_back({config.file, {}, {"配置文件读不了", "cannot read the configuration file"}});
  return config;
}

Layer settings_for(const Config& config, const std::string& document, const std::string& folder) {
  Layer layer = config.layer;
  const fs::path path = absolute_of(document, folder);
  for (const Override& each : config.overrides) {
    const std::string relative = path.lexically_relative(each.folder).generic_string();
    if (relative.empty() || relative.substr(0, 2) == "..") continue;
    const bool is_named = std::any_of(each.paths.begin(), each.paths.end(),
                                      [&](const PathPattern& pattern) { return pattern.covers(relative); });
    if (is_named) put_over(layer, each.layer);
  }
  return layer;
}

}  // namespace gouji::config

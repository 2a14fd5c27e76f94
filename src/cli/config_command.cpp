// gouji config show, check and schema.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <filesystem>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/plan.hpp"
#include "config/keys.hpp"

namespace gouji::cli {
namespace {

/// One value of a key, as it is printed.
struct Row {
  std::string key;
  std::string value;
  config::Origin origin;
};

template <class T>
void add(std::vector<Row>& rows, const char* key, const std::optional<config::Setting<T>>& setting) {
  if (!setting) return;
  if constexpr (std::is_same_v<T, bool>) {
    rows.push_back({key, setting->value ? "true" : "false", setting->origin});
  } else {
    rows.push_back({key, setting->value, setting->origin});
  }
}

void add(std::vector<Row>& rows, const char* key, const std::optional<config::WordList>& list) {
  if (!list) return;
  if (list->words.empty()) rows.push_back({key, "[]", list->origin});
  for (const config::Word& word : list->words) rows.push_back({key, word.value, word.origin});
}

std::vector<Row> rows_of(const config::Layer& layer) {
  std::vector<Row> rows;
  add(rows, "select", layer.select);
  for (const config::Word& word : layer.extend_select) rows.push_back({"extend-select", word.value, word.origin});
  add(rows, "ignore", layer.ignore);
  for (const config::Word& word : layer.extend_ignore) rows.push_back({"extend-ignore", word.value, word.origin});
  add(rows, "with-low", layer.with_low);
  add(rows, "profile", layer.profile);
  add(rows, "genre", layer.genre);
  for (const config::SeverityOf& each : layer.severity) {
    rows.push_back(
        {"severity." + each.name, each.change.severity ? to_string(*each.change.severity) : "off", each.origin});
  }
  add(rows, "fail-on", layer.fail_on);
  add(rows, "format", layer.format);
  add(rows, "rules", layer.rules);
  add(rows, "exclude", layer.exclude);
  add(rows, "no-external", layer.no_external);
  for (const auto& [name, value] : layer.limits) rows.push_back({"limits." + name.value, value, name.origin});
  return rows;
}

std::string say_origin(const config::Origin& origin, Language language) {
  return origin.file.empty() ? say(language, "命令行", "command line")
                             : origin.file + ":" + std::to_string(origin.line);
}

void print_text(const std::vector<Row>& rows, const config::Config& config, const std::string& folder,
                Language language) {
  if (config.files.empty()) std::cout << say(language, "没有配置文件，全部用默认值\n", "no configuration file\n");
  for (std::size_t at = 0; at < config.files.size(); ++at) {
    std::cout << (at == 0 ? say(language, "配置文件  ", "file      ") : say(language, "继承      ", "extends   "))
              << config::shown_path(config.files[at], folder) << '\n';
  }
  for (const Row& row : rows) {
    const auto padded = [](const std::string& text, std::size_t columns) {
      const std::size_t width = utf8::display_width(text);
      return text + std::string(width < columns ? columns - width : 1, ' ');
    };
    std::cout << padded(row.key, 28) << padded(row.value, 24) << say_origin(row.origin, language) << '\n';
  }
}

void print_json(const std::vector<Row>& rows, const config::Config& config, const std::string& document,
                const std::string& folder) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json(buffer);
  json.SetIndent(' ', 1);
  const auto text = [&](const char* key, const std::string& value) {
    json.Key(key);
    json.String(utf8::sanitize(value).c_str());
  };
  json.StartObject();
  text("schema", "gouji.config/1");
  text("document", document);
  json.Key("files");
  json.StartArray();
  for (const std::string& file : config.files) json.String(utf8::sanitize(config::shown_path(file, folder)).c_str());
  json.EndArray();
  json.Key("settings");
  json.StartArray();
  for (const Row& row : rows) {
    json.StartObject();
    text("key", row.key);
    text("value", row.value);
    json.Key("file");
    if (row.origin.file.empty()) {
      json.Null();
    } else {
      json.String(utf8::sanitize(row.origin.file).c_str());
    }
    json.Key("line");
    json.Uint(row.origin.line);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  std::cout << buffer.GetString() << '\n';
}

}  // namespace

int show_config(const Options& options) {
  config::Finder finder = make_finder(options);
  std::string document = options.paths.empty() ? "." : options.paths.front();
  std::error_code failed;
  const bool is_folder = std::filesystem::is_directory(document, failed);
  const std::string asked = is_folder ? document + "/." : document;
  if (!Plan::make(options, finder, {asked})) return kFailed;
  const std::vector<Row> rows = rows_of(settings_of(options, finder, asked));
  const std::shared_ptr<const config::Config> config = finder.of(asked);
  if (options.is_json) {
    print_json(rows, *config, document, finder.folder());
  } else {
    print_text(rows, *config, finder.folder(), options.language);
  }
  return kClean;
}

int check_config(const Options& options) {
  int status = kClean;
  std::vector<std::string> files = options.paths;
  if (files.empty()) files.push_back(options.config_file);
  for (const std::string& file : files) {
    Options one = options;
    one.config_file = file;
    config::Finder finder = make_finder(one);
    if (!Plan::make(one, finder, {})) {
      status = kFailed;
      continue;
    }
    const std::shared_ptr<const config::Config> config = finder.of("./.");
    std::cout << (config->files.empty() ? say(options.language, "没有配置文件", "no configuration file")
                                        : config->file + say(options.language, "：没有写错", ": no fault"))
              << '\n';
  }
  return status;
}

int print_schema(const Options&) {
  std::cout << config::json_schema();
  return kClean;
}

}  // namespace gouji::cli

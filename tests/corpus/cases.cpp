// SPDX-License-Identifier: Apache-2.0
#include "corpus/cases.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "support/docx_builder.hpp"
#include "support/golden.hpp"
#include "yaml/yaml.hpp"

namespace gouji::corpus {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void give_up(const std::string& path, const std::string& why) {
  std::cerr << path << ": " << why << '\n';
  std::exit(2);
}

yaml::Node parse(const std::string& path) {
  const auto text = test::read_text(path);
  if (!text) give_up(path, "cannot be read");
  std::vector<yaml::Fault> faults;
  auto node = yaml::parse(path, *text, faults);
  if (!node || !faults.empty()) {
    for (const yaml::Fault& fault : faults)
      std::cerr << fault.file << ':' << fault.mark.line << ": " << fault.text.en << '\n';
    give_up(path, "is not the YAML it should be");
  }
  return std::move(*node);
}

std::string text_of(const yaml::Node& map, std::string_view key) {
  const yaml::Entry* entry = map.find(key);
  return entry == nullptr ? std::string() : entry->value.text;
}

bool flag_of(const yaml::Node& map, std::string_view key) { return text_of(map, key) == "true"; }

std::vector<std::string> texts_of(const yaml::Node& map, std::string_view key) {
  std::vector<std::string> texts;
  const yaml::Entry* entry = map.find(key);
  if (entry == nullptr) return texts;
  if (entry->value.kind == yaml::Kind::scalar && !entry->value.text.empty()) texts.push_back(entry->value.text);
  for (const yaml::Node& item : entry->value.items) texts.push_back(item.text);
  return texts;
}

std::vector<Expectation> expectations_of(const yaml::Node& map, const std::string& path) {
  std::vector<Expectation> out;
  const yaml::Entry* entry = map.find("expect");
  if (entry == nullptr) give_up(path, "has no key expect");
  for (const yaml::Node& item : entry->value.items) {
    Expectation expectation{text_of(item, "rule"),  text_of(item, "severity"),
                            text_of(item, "quote"), texts_of(item, "alt"),
                            flag_of(item, "must"),  flag_of(item, "later") || flag_of(map, "later"),
                            flag_of(item, "known")};
    if (expectation.rule.empty()) give_up(path, "an expectation without a rule");
    out.push_back(std::move(expectation));
  }
  return out;
}

void load_paragraphs(const fs::path& path, std::vector<Case>& cases) {
  const yaml::Node list = parse(path.string());
  for (const yaml::Node& item : list.items) {
    Case one{path.stem().string(),
             text_of(item, "name"),
             test::docx_from_plain(text_of(item, "text")),
             expectations_of(item, path.string()),
             texts_of(item, "silent"),
             texts_of(item, "known_alarms")};
    cases.push_back(std::move(one));
  }
}

void load_report(const std::string& set, const fs::path& folder, std::vector<Case>& cases) {
  const yaml::Node labels = parse((folder / "labels.yaml").string());
  auto bytes = test::read_text((folder / "report.docx").string());
  if (!bytes) give_up((folder / "report.docx").string(), "cannot be read");
  cases.push_back({set, folder.filename().string(), std::move(*bytes),
                   expectations_of(labels, (folder / "labels.yaml").string()), texts_of(labels, "silent"),
                   texts_of(labels, "known_alarms")});
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::vector<Case> load_cases(const std::string& corpus_dir) {
  const fs::path root = corpus_dir;
  std::vector<Case> cases;
  load_report("sample", root / "sample", cases);
  for (const fs::path& folder : sorted_entries(root / "reports")) {
    if (fs::exists(folder / "labels.yaml")) load_report("reports", folder, cases);
  }
  for (const fs::path& path : sorted_entries(root / "paragraphs")) {
    if (path.extension() == ".yaml") load_paragraphs(path, cases);
  }
  return cases;
}

std::vector<PlainReport> load_clean_reports(const std::string& corpus_dir) {
  std::vector<PlainReport> reports;
  for (const fs::path& folder : sorted_entries(fs::path(corpus_dir) / "reports")) {
    auto text = test::read_text((folder / "report.txt").string());
    if (!text) continue;
    const std::string labels = (folder / "labels.yaml").string();
    if (!expectations_of(parse(labels), labels).empty()) continue;
    if (text->starts_with("producer:")) text->erase(0, text->find('\n') + 1);  // for corpus/build.py, not for readers
    reports.push_back({folder.filename().string(), std::move(*text)});
  }
  return reports;
}

Floors load_floors(const std::string& corpus_dir) {
  const std::string path = (fs::path(corpus_dir) / "floor.yaml").string();
  const yaml::Node root = parse(path);
  Floors floors;
  floors.whole = texts_of(root, "whole");
  if (const yaml::Entry* mutation = root.find("mutation"); mutation != nullptr) {
    floors.mutation_all = std::atof(text_of(mutation->value, "all").c_str());
    floors.mutation_noisy = static_cast<std::size_t>(std::atoi(text_of(mutation->value, "noisy").c_str()));
    floors.mutation_closed = std::atof(text_of(mutation->value, "closed").c_str());
  }
  const yaml::Entry* families = root.find("families");
  if (families == nullptr) give_up(path, "has no key families");
  for (const yaml::Entry& family : families->value.entries) {
    floors.families.push_back({family.key, std::atof(text_of(family.value, "recall").c_str()),
                               std::atof(text_of(family.value, "precision").c_str())});
  }
  return floors;
}

}  // namespace gouji::corpus

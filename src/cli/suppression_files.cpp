// SPDX-License-Identifier: Apache-2.0
#include "cli/suppression_files.hpp"

#include <system_error>
#include <utility>

#include "cli/whole_file.hpp"
#include "config/find_config.hpp"

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;

bool is_within(const fs::path& inner, const fs::path& outer) {
  const std::string relative = inner.lexically_relative(outer).generic_string();
  return !relative.empty() && relative.substr(0, 2) != "..";
}

}  // namespace

std::string SuppressionFiles::nearest(const fs::path& folder) {
  if (!one_.empty()) return one_;
  const auto known = nearest_.find(folder);
  if (known != nearest_.end()) return known->second;
  std::string found;
  std::error_code failed;
  for (const char* name : {"gouji.suppress.toml", ".gouji.suppress.toml"}) {
    if (found.empty() && fs::is_regular_file(folder / name, failed)) found = (folder / name).string();
  }
  if (found.empty() && !config::is_top(folder)) found = nearest(folder.parent_path());
  return nearest_[folder] = found;
}

Result<SuppressionFiles> SuppressionFiles::open(const Options& options, const std::vector<std::string>& paths) {
  SuppressionFiles out;
  out.today_ = options.today.empty() ? local_time("%Y-%m-%d") : options.today;
  if (!options.suppressions.empty()) out.one_ = full_path(options.suppressions).string();
  std::vector<toml::Fault> faults;
  for (const std::string& path : paths) {
    const std::string file = out.nearest(full_path(path).parent_path());
    if (file.empty() || out.files_.count(file) != 0) continue;
    const std::optional<std::string> text = read_whole(file);
    if (!text) {
      return Error{"no-suppressions",
                   {"打不开忽略文件", "the suppression file cannot be opened"},
                   {"请检查路径和读取权限", "check the path and the permissions"},
                   file};
    }
    const fs::path folder = fs::path(file).parent_path();
    std::error_code failed;
    const std::string shown = fs::path(file).lexically_proximate(fs::current_path(failed)).generic_string();
    File entry{gate::Suppressions::read(shown, *text, faults), folder, false};
    for (const std::string& argument : options.paths)
      entry.is_whole |= options.changed_since.empty() && is_within(folder, full_path(argument));
    out.files_.emplace(file, std::move(entry));
  }
  if (!faults.empty()) return error_of("bad-suppressions", std::move(faults));
  return out;
}

void SuppressionFiles::apply(Outcome& outcome) {
  const fs::path path = full_path(outcome.path);
  const auto file = files_.find(nearest(path.parent_path()));
  if (file == files_.end()) return;
  file->second.entries.apply(outcome, path.lexically_relative(file->second.folder).generic_string(), today_);
}

std::vector<Note> SuppressionFiles::notes(const std::vector<RuleInfo>& rules, bool is_narrowed) const {
  std::vector<std::string> ids;
  for (const RuleInfo& rule : rules) ids.push_back(rule.id);
  std::vector<Note> out;
  for (const auto& [name, file] : files_) {
    for (Note& note : file.entries.notes(ids, today_, file.is_whole, is_narrowed)) out.push_back(std::move(note));
  }
  return out;
}

}  // namespace gouji::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/baseline_file.hpp"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "cli/whole_file.hpp"

namespace gouji::cli {
namespace fs = std::filesystem;

Result<BaselineFile> BaselineFile::open(const Options& options) {
  BaselineFile file;
  if (options.baseline.empty()) return file;
  file.path_ = options.baseline;
  file.updates_ = options.updates_baseline;
  file.prunes_ = options.prunes_baseline;
  file.folder_ = full_path(options.baseline).parent_path();
  const std::optional<std::string> text = read_whole(file.path_);
  if (!text) {
    std::error_code failed;
    if (file.updates_ && !fs::exists(file.path_, failed)) return file;
    return Error{"no-baseline",
                 {"打不开基线文件", "the baseline file cannot be opened"},
                 {"第一次用 --update-baseline 写出它", "write it first, with --update-baseline"},
                 options.baseline};
  }
  Result<gate::Baseline> baseline = gate::Baseline::parse(*text, options.baseline);
  if (!baseline) return std::move(baseline.error());
  file.baseline_ = std::move(baseline.value());
  return file;
}

void BaselineFile::apply(Outcome& outcome) {
  if (path_.empty()) return;
  const std::string name = full_path(outcome.path).lexically_relative(folder_).generic_string();
  baseline_.apply(outcome, name, [&](const std::string& former) { return exists(former); });
}

bool BaselineFile::exists(const std::string& path) const {
  std::error_code unknown;
  return fs::exists(folder_ / path, unknown) || unknown;
}

std::optional<std::string> BaselineFile::close(std::vector<Note>& notes) {
  if (path_.empty()) return std::nullopt;
  baseline_.forget_missing([&](const std::string& path) { return exists(path); });
  const std::size_t stale = baseline_.stale();
  if (!updates_ && !prunes_) {
    if (stale > 0) {
      notes.push_back({"baseline-stale",
                       {fmt::format("基线里有 {} 处已不再出现，可用 --prune 去掉", stale),
                        fmt::format("{} entries of the baseline occur no more; --prune takes them out", stale)},
                       path_.string()});
    }
    return std::nullopt;
  }
  const gate::Baseline written = updates_ ? baseline_.updated() : baseline_.pruned();
  if (replace_file(path_.string(), written.print())) return path_.string();
  notes.push_back(
      {"baseline-written",
       {fmt::format("基线已写：{} 处（原有 {}，去掉 {}）", written.size(), baseline_.size(), stale),
        fmt::format("baseline written: {} entries ({} before, {} taken out)", written.size(), baseline_.size(), stale)},
       path_.string()});
  return std::nullopt;
}

}  // namespace gouji::cli

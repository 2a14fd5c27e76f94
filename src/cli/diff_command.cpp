// gouji diff: two versions to outcomes, outcomes to what became of each finding.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <utility>

#include "cli/commands.hpp"
#include "cli/plan.hpp"
#include "cli/standings.hpp"
#include "cli/terminal.hpp"
#include "cli/whole_file.hpp"
#include "engine/batch.hpp"
#include "gate/diff.hpp"
#include "gate/read_findings.hpp"
#include "report/diff_report.hpp"

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;

/// One version: its outcomes, and what each is called in it.
struct Side {
  std::vector<Outcome> outcomes;
  std::vector<std::string> names;

  [[nodiscard]] std::vector<gate::Version> versions() const {
    std::vector<gate::Version> out;
    for (std::size_t i = 0; i < outcomes.size(); ++i) out.push_back({names[i], &outcomes[i]});
    return out;
  }
};

/// The bytes of a file that holds JSON; nothing for a document or a folder.
std::optional<std::string> json_of(const std::string& path) {
  std::error_code failed;
  if (!fs::is_regular_file(path, failed)) return std::nullopt;
  char first = 0;
  std::ifstream(path, std::ios::binary) >> first;  // blanks are skipped
  return first == '{' ? read_whole(path) : std::nullopt;
}

fs::path common_folder(const std::vector<Outcome>& outcomes) {
  fs::path common = outcomes.empty() ? fs::path() : fs::path(outcomes.front().path).parent_path();
  for (const Outcome& outcome : outcomes) {
    const fs::path path(outcome.path);
    const auto [mine, theirs] = std::mismatch(common.begin(), common.end(), path.begin(), path.end());
    fs::path shared;
    for (auto at = common.begin(); at != mine; ++at) shared /= *at;
    common = std::move(shared);
  }
  return common;
}

void name_below(Side& side, const fs::path& folder) {
  for (const Outcome& outcome : side.outcomes) {
    const fs::path path(outcome.path);
    side.names.push_back((folder.empty() ? path : path.lexically_relative(folder)).generic_string());
  }
}

Result<Side> check_side(const Options& options, const Engine& engine, const std::string& path, Progress& progress) {
  Side side;
  Options one = options;
  one.paths = {path};
  config::Finder finder = make_finder(one);
  const Inputs inputs = inputs_of(one, finder);
  std::vector<std::string> files;
  for (const Input& input : inputs.items) {
    if (!input.error) {
      files.push_back(input.path);
      continue;
    }
    Outcome failed;
    failed.path = input.path;
    failed.error = input.error;
    side.outcomes.push_back(std::move(failed));
  }
  Result<Standings> standings = Standings::open(options, files, engine.rules());
  if (!standings) return std::move(standings.error());
  const engine::BatchOptions batch{options.jobs,
                                   [&](std::size_t done, std::size_t total) { progress.update(done, total); }};
  engine::check_all(
      files.size(), [&](std::size_t index) { return engine.check_file(files[index]); }, batch,
      [&](Outcome outcome) {
        standings.value().apply(outcome);
        side.outcomes.push_back(std::move(outcome));
      });
  progress.clear();
  std::error_code failed;
  name_below(side, fs::is_directory(path, failed) ? fs::path(path) : fs::path(path).parent_path());
  return side;
}

bool fails(const DocumentDiff& diff, std::optional<Severity> fail_on) {
  return fail_on && std::any_of(diff.changes.begin(), diff.changes.end(), [&](const Change& change) {
           const bool is_new = change.kind == Change::Kind::added || change.kind == Change::Kind::changed;
           return is_new && change.after->standing.kind == Standing::Kind::open && change.after->severity >= *fail_on;
         });
}

}  // namespace

int diff(const Options& options) {
  std::optional<Engine> engine;  // two reports of earlier runs need none
  Progress progress(options.language, options.is_quiet);
  std::vector<Side> sides;
  for (const std::string& path : options.paths) {
    if (const std::optional<std::string> json = json_of(path)) {
      Result<std::vector<Outcome>> read = gate::read_findings(*json, path);
      if (!read) {
        print_error(read.error(), options.language);
        return kFailed;
      }
      sides.push_back({std::move(read.value()), {}});
      name_below(sides.back(), common_folder(sides.back().outcomes));
      continue;
    }
    if (!engine) engine = make_engine(options);
    if (!engine) return kFailed;
    Result<Side> side = check_side(options, *engine, path, progress);
    if (!side) {
      print_error(side.error(), options.language);
      return kFailed;
    }
    sides.push_back(std::move(side.value()));
  }

  std::vector<DocumentDiff> documents;
  int status = kClean;
  for (const auto& [before, after] : gate::pair_versions(sides[0].versions(), sides[1].versions())) {
    documents.push_back(gate::compare(before, after));
    if (documents.back().error) status = kFailed;
    if (fails(documents.back(), options.fail_on)) status = std::max(status, kFindings);
  }
  std::cout << (options.format == "json"
                    ? report::diff_json(documents, options.language)
                    : report::diff_text(documents, options.language, color_for_stdout(options.color)));
  return status;
}

}  // namespace gouji::cli

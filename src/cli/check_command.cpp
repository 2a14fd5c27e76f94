// gouji check: paths to outcomes, outcomes to reports.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <utility>

#include "cli/commands.hpp"
#include "cli/git_changes.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "cli/plan.hpp"
#include "cli/standings.hpp"
#include "cli/terminal.hpp"
#include "engine/batch.hpp"

namespace gouji::cli {
namespace {

void say_passed_over(const Options& options, const std::vector<std::string>& paths) {
  constexpr std::size_t kShown = 3;
  if (paths.empty()) return;
  std::string names;
  for (std::size_t i = 0; i < std::min(kShown, paths.size()); ++i) names += "\n  " + paths[i];
  if (paths.size() > kShown) names += "\n  …";
  std::cerr << fmt::format(
      fmt::runtime(say(
          options.language, "gouji: 文件夹里有 {} 个文档要借助其他程序读取，因 --no-external 没有检查：{}\n",
          "gouji: {} documents in the folders are read by other programs and were not checked (--no-external):{}\n")),
      paths.size(), names);
}

void say_ignored(const Options& options, const Inputs& inputs) {
  if (inputs.ignored_files + inputs.ignored_folders == 0) return;
  std::cerr << fmt::format(
      fmt::runtime(say(options.language, "gouji: 略过 {} 份文档、{} 个文件夹（.goujiignore、exclude、~$ 锁定文件）\n",
                       "gouji: passed over {} documents and {} folders (.goujiignore, exclude, lock files)\n")),
      inputs.ignored_files, inputs.ignored_folders);
}

Outcome failed_outcome(Input input) {
  Outcome outcome;
  outcome.path = std::move(input.path);
  outcome.error = std::move(input.error);
  return outcome;
}

bool fails(const Outcome& outcome, std::optional<Severity> fail_on) {
  return fail_on && std::any_of(outcome.findings.begin(), outcome.findings.end(), [&](const Finding& finding) {
           return finding.standing.kind == Standing::Kind::open && finding.severity >= *fail_on;
         });
}

}  // namespace

int check(const Options& options) {
  config::Finder finder = make_finder(options);
  Inputs inputs = inputs_of(options, finder);
  if (inputs.items.empty() && inputs.ignored_files > 0) {
    const std::string& path = options.paths.front();
    inputs.items.push_back(
        {path, Error{"no-documents",
                     {"只有办公软件的锁定文件（~$…），没有文档", "only lock files (~$…), no document"},
                     {"请检查路径", "check the path"},
                     path}});
  }
  if (!options.changed_since.empty()) {
    Result<std::vector<Input>> changed = changed_since(std::move(inputs.items), options.changed_since);
    if (!changed) {
      print_error(changed.error(), options.language);
      return kFailed;
    }
    inputs.items = std::move(changed.value());
  }
  std::vector<std::string> paths;
  for (const Input& input : inputs.items) {
    if (!input.error) paths.push_back(input.path);
  }
  const std::optional<Plan> plan = Plan::make(options, finder, paths);
  if (!plan) return kFailed;
  Result<Standings> standings = Standings::open(options, paths, plan->rules());
  if (!standings) {
    print_error(standings.error(), options.language);
    return kFailed;
  }
  if (!options.is_quiet) {
    say_passed_over(options, inputs.passed_over);
    say_ignored(options, inputs);
  }
  Outputs outputs(plan->run(), plan->rules_hash(), plan->rules());

  int status = kClean;
  const auto deliver = [&](Outcome outcome, std::optional<Severity> fail_on) {
    standings.value().apply(outcome);
    if (outcome.status == Status::failed) status = kFailed;
    // what is being accepted fails nothing
    if (!options.updates_baseline && fails(outcome, fail_on)) status = std::max(status, kFindings);
    outputs.document(outcome);
  };
  std::size_t delivered = 0;
  // Arguments that stand for no file keep their place among the files.
  std::size_t next = 0;
  const auto deliver_failed = [&] {
    for (; next < inputs.items.size() && inputs.items[next].error; ++next)
      deliver(failed_outcome(inputs.items[next]), std::nullopt);
  };
  Progress progress(options.language, options.is_quiet);
  const engine::BatchOptions batch{options.jobs,
                                   [&](std::size_t done, std::size_t total) { progress.update(done, total); }};
  deliver_failed();
  engine::check_all(
      paths.size(), [&](std::size_t index) { return plan->engine(index).check_file(paths[index]); }, batch,
      [&](Outcome outcome) {
        progress.clear();
        deliver(std::move(outcome), plan->fail_on(delivered++));
        ++next;
        deliver_failed();
      });
  progress.clear();
  std::vector<Note> notes;
  std::vector<std::string> unwritten = standings.value().close(plan->is_narrowed(), notes);
  for (std::string& path : outputs.close(notes)) unwritten.push_back(std::move(path));
  for (const std::string& path : unwritten) {
    status = kFailed;
    std::cerr << "gouji: " << say(options.language, "写不了文件：", "cannot write the file: ") << path << '\n';
  }
  return status;
}

}  // namespace gouji::cli

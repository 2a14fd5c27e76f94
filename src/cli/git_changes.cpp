// SPDX-License-Identifier: Apache-2.0
#include "cli/git_changes.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "input/program.hpp"
#include "input/scratch_folder.hpp"

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostOutput = 256u << 20;

class Git {
 public:
  explicit Git(std::string program) : program_(std::move(program)) {}

  /// What it printed; nothing when it failed.
  [[nodiscard]] std::optional<std::string> output(const std::string& folder, std::vector<std::string> arguments) const {
    input::ScratchFolder scratch;
    if (scratch.path().empty()) return std::nullopt;
    input::Run run;
    run.program = program_;
    // the file names as they are; a folder of another user's is as good as our own, for nothing is run from it
    run.arguments = {
        "-C", folder, "-c", "core.quotePath=false", "-c", "safe.directory=*", "-c", "core.fsmonitor=false"};
    run.arguments.insert(run.arguments.end(), arguments.begin(), arguments.end());
    run.folder = scratch.path();
    if (input::run(run) != input::RunStatus::done) return std::nullopt;
    return scratch.read("stdout.txt", kMostOutput).value_or("");
  }

 private:
  std::string program_;
};

/// Names parted by NUL, below a folder.
void add_names(const std::string& list, const fs::path& top, std::set<fs::path>& out) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find('\0', at), list.size());
    if (end > at) out.insert((top / list.substr(at, end - at)).lexically_normal());
    at = end + 1;
  }
}

struct Changes {
  fs::path top;
  std::set<fs::path> files;
};

Result<Changes> changes_in(const Git& git, const std::string& folder, const std::string& revision) {
  std::optional<std::string> top = git.output(folder, {"rev-parse", "--show-toplevel"});
  if (!top) {
    return Error{"no-repository",
                 {"这里不是 git 仓库，--changed-since 用不了", "not in a git repository, which --changed-since needs"},
                 {"请在报告所在的 git 仓库里运行", "run it on reports in a git repository"},
                 folder};
  }
  while (!top->empty() && top->back() == '\n') top->pop_back();
  Changes changes{*top, {}};
  const std::optional<std::string> known =
      git.output(folder, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  const std::optional<std::string> changed =
      !known ? std::nullopt
             : git.output(*top, {"diff", "--name-only", "-z", "--no-ext-diff", "--diff-filter=d",
                                 known->substr(0, known->find('\n')), "--"});
  const std::optional<std::string> others = git.output(*top, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!changed || !others) {
    return Error{"unknown-revision",
                 {"git 里没有这个版本：" + revision, "git knows no revision " + revision},
                 {"例如 HEAD、HEAD~1、main 或提交号；浅克隆可能缺少历史，先 git fetch",
                  "such as HEAD, HEAD~1, main or a commit; a shallow clone may lack it: git fetch first"},
                 *top};
  }
  add_names(*changed, changes.top, changes.files);
  add_names(*others, changes.top, changes.files);
  return changes;
}

}  // namespace

Result<std::vector<Input>> changed_since(std::vector<Input> inputs, const std::string& revision) {
  const std::string program = input::find_program({"git"}, "");
  if (program.empty()) {
    return Error{"no-git",
                 {"--changed-since 要靠 git，本机没有安装", "--changed-since needs git, which is not installed"},
                 {"apt install git", "apt install git"},
                 {}};
  }
  const Git git(program);
  std::map<fs::path, fs::path> top_of;       // folder of an input → its repository
  std::map<fs::path, Changes> repositories;  // by top folder
  std::vector<Input> kept;
  for (Input& each : inputs) {
    std::error_code failed;
    const fs::path path = fs::weakly_canonical(each.path, failed);
    if (each.error || failed || !fs::exists(path, failed)) {
      kept.push_back(std::move(each));
      continue;
    }
    const fs::path folder = path.parent_path();
    auto top = top_of.find(folder);
    if (top == top_of.end()) {
      Result<Changes> changes = changes_in(git, folder.string(), revision);
      if (!changes) return std::move(changes.error());
      top = top_of.emplace(folder, changes.value().top).first;
      repositories.emplace(top->second, std::move(changes.value()));
    }
    if (repositories.at(top->second).files.count(path) != 0) kept.push_back(std::move(each));
  }
  return kept;
}

}  // namespace gouji::cli

// gouji check: paths to outcomes, outcomes to reports.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <utility>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/rules_dir.hpp"
#include "cli/terminal.hpp"
#include "engine/batch.hpp"
#include "report/formats.hpp"

namespace gouji::cli {
namespace {

/// A format and where it goes.
class Output {
 public:
  Output(const report::Format& format, const report::ReportOptions& options, const std::string& path)
      : reporter_(format.make(options)), path_(path) {
    if (!path_.empty()) file_.open(path_, std::ios::binary | std::ios::trunc);
    put(reporter_->open());
  }

  void document(const Outcome& outcome) { put(reporter_->document(outcome)); }
  void close() {
    put(reporter_->close());
    stream().flush();
  }
  [[nodiscard]] bool is_good() { return stream().good(); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::ostream& stream() { return path_.empty() ? std::cout : file_; }
  void put(const std::string& bytes) { stream() << bytes; }

  std::unique_ptr<report::Reporter> reporter_;
  std::string path_;
  std::ofstream file_;
};

std::vector<std::unique_ptr<Output>> open_outputs(const Options& options, const std::string& rules_hash) {
  report::ReportOptions report_options{GOUJI_VERSION, rules_hash, options.language, color_for_stdout(options.color)};
  std::vector<std::unique_ptr<Output>> outputs;
  outputs.push_back(std::make_unique<Output>(*report::find_format(options.format), report_options, ""));
  report_options.color = report::Color::off;
  for (const OutputFile& output : options.outputs) {
    outputs.push_back(std::make_unique<Output>(*report::find_format(output.format), report_options, output.path));
  }
  return outputs;
}

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

Outcome failed_outcome(Input input) {
  Outcome outcome;
  outcome.path = std::move(input.path);
  outcome.error = std::move(input.error);
  return outcome;
}

}  // namespace

void print_error(const Error& error, Language language) {
  const std::string& message = say(language, error.message);
  const bool is_list = message.find('\n') != std::string::npos;  // faults of many files, each with its place
  std::cerr << "gouji: " << (is_list ? "\n" : "") << message;
  if (!is_list && !error.where.empty()) std::cerr << (language == Language::zh ? "：" : ": ") << error.where;
  std::cerr << '\n';
  if (!error.hint.empty()) std::cerr << "  " << say(language, error.hint) << '\n';
}

std::optional<Engine> make_engine(const Options& options) {
  EngineOptions engine_options = options.engine;
  engine_options.rules_dir = find_rules_dir(options.engine.rules_dir);
  Result<Engine> engine = Engine::create(engine_options);
  if (engine) return std::move(engine.value());
  print_error(engine.error(), options.language);
  return std::nullopt;
}

int check(const Options& options) {
  std::optional<Engine> engine = make_engine(options);
  if (!engine) return kFailed;
  Inputs inputs = expand(options.paths, options.engine.input.with_programs);
  if (!options.is_quiet) say_passed_over(options, inputs.passed_over);
  std::vector<std::unique_ptr<Output>> outputs = open_outputs(options, engine->rules_hash());

  int status = kClean;
  const auto deliver = [&](const Outcome& outcome) {
    if (outcome.status == Status::failed) status = kFailed;
    const bool fails =
        options.fail_on && std::any_of(outcome.findings.begin(), outcome.findings.end(),
                                       [&](const Finding& finding) { return finding.severity >= *options.fail_on; });
    if (fails) status = std::max(status, kFindings);
    for (const auto& output : outputs) output->document(outcome);
  };
  // Arguments that stand for no file keep their place among the files.
  std::size_t next = 0;
  const auto deliver_failed = [&] {
    for (; next < inputs.items.size() && inputs.items[next].error; ++next) deliver(failed_outcome(inputs.items[next]));
  };
  std::vector<std::string> paths;
  for (const Input& input : inputs.items) {
    if (!input.error) paths.push_back(input.path);
  }
  Progress progress(options.language, options.is_quiet);
  engine::BatchOptions batch{options.jobs, [&](std::size_t done, std::size_t total) { progress.update(done, total); }};
  deliver_failed();
  engine::check_all(*engine, paths, batch, [&](const Outcome& outcome) {
    progress.clear();
    deliver(outcome);
    ++next;
    deliver_failed();
  });
  progress.clear();
  for (const auto& output : outputs) {
    output->close();
    if (output->is_good()) continue;
    status = kFailed;
    std::cerr << "gouji: " << say(options.language, "写不了文件：", "cannot write the file: ") << output->path()
              << '\n';
  }
  return status;
}

int show(const Options& options) {
  const std::optional<Engine> engine = make_engine(options);
  if (!engine) return kFailed;
  const std::string& path = options.paths.front();
  const Result<std::string> shown = options.command == Command::text ? engine->text_of(path) : engine->facts_of(path);
  if (!shown) {
    print_error(shown.error(), options.language);
    return kFailed;
  }
  std::cout << shown.value();
  return kClean;
}

}  // namespace gouji::cli

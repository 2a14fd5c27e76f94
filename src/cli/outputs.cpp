// SPDX-License-Identifier: Apache-2.0
#include "cli/outputs.hpp"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>

#include "cli/terminal.hpp"

namespace gouji::cli {

std::ostream& Outputs::Output::stream() { return path.empty() ? std::cout : file; }

Outputs::Outputs(const Options& options, const std::string& rules_hash, const std::vector<RuleInfo>& rules) {
  report::ReportOptions report_options{
      GOUJI_VERSION, rules_hash, options.language, color_for_stdout(options.color), options.fail_on, 0, rules};
  add(*report::find_format(options.format), report_options, "", std::ios::trunc);
  report_options.color = report::Color::off;
  if (options.format == "github") add_step_summary(report_options);
  for (const OutputFile& output : options.outputs)
    add(*report::find_format(output.format), report_options, output.path, std::ios::trunc);
}

void Outputs::add(const report::Format& format, const report::ReportOptions& options, const std::string& path,
                  std::ios::openmode mode) {
  auto output = std::make_unique<Output>();
  output->reporter = format.make(options);
  output->path = path;
  if (!path.empty()) output->file.open(path, std::ios::binary | mode);
  output->stream() << output->reporter->open();
  outputs_.push_back(std::move(output));
}

/// GitHub shows the file that it names to a step below the job, up to 1 MiB; others write to it too.
void Outputs::add_step_summary(report::ReportOptions options) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  if (path == nullptr || *path == '\0') return;
  constexpr std::uint64_t kMost = 1 << 20;
  constexpr std::uint64_t kLeast = 64 << 10;
  std::error_code missing;
  const std::uintmax_t used = std::filesystem::file_size(path, missing);
  if (!missing && used + kLeast > kMost) return;
  options.most_bytes = kMost - (missing ? 0 : used);
  add(*report::find_format("markdown"), options, path, std::ios::app);
}

void Outputs::document(const Outcome& outcome) {
  for (const auto& output : outputs_) output->stream() << output->reporter->document(outcome);
}

std::vector<std::string> Outputs::close(const std::vector<Note>& notes) {
  std::vector<std::string> unwritten;
  for (const auto& output : outputs_) {
    output->stream() << output->reporter->close(notes);
    output->stream().flush();
    if (!output->stream().good() || output->reporter->has_failed()) unwritten.push_back(output->path);
  }
  return unwritten;
}

}  // namespace gouji::cli

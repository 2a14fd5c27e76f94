// SPDX-License-Identifier: Apache-2.0
#include "cli/outputs.hpp"

#include <iostream>
#include <utility>

#include "cli/terminal.hpp"

namespace gouji::cli {

std::ostream& Outputs::Output::stream() { return path.empty() ? std::cout : file; }

Outputs::Outputs(const Options& options, const Engine& engine) {
  report::ReportOptions report_options{
      GOUJI_VERSION, engine.rules_hash(), options.language, color_for_stdout(options.color), options.fail_on, 0,
      engine.rules()};
  add(*report::find_format(options.format), report_options, "");
  report_options.color = report::Color::off;
  for (const OutputFile& output : options.outputs)
    add(*report::find_format(output.format), report_options, output.path);
}

void Outputs::add(const report::Format& format, const report::ReportOptions& options, const std::string& path) {
  auto output = std::make_unique<Output>();
  output->reporter = format.make(options);
  output->path = path;
  if (!path.empty()) output->file.open(path, std::ios::binary | std::ios::trunc);
  output->stream() << output->reporter->open();
  outputs_.push_back(std::move(output));
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

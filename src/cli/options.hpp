// What the command line asks for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/settings.hpp"
#include "gouji/engine.hpp"

namespace gouji::cli {

enum class ColorWish { automatic, always, never };

struct OutputFile {
  std::string format;
  std::string path;
};

struct Command;
struct Options;
/// One command: what it was asked for, in; its exit status, out.
using Run = int (*)(const Options& options);

struct Options {
  Run run = nullptr;
  std::vector<std::string> paths;  // files, or rule ids for rules explain and rules test
  std::string folder;              // of rules new: the pack
  EngineOptions engine;            // as the flags say, without any configuration
  config::Layer given;             // the same as a layer over the configuration
  std::string config_file;         // --config
  bool no_config = false;
  bool is_json = false;  // of config show
  std::size_t jobs = 0;
  std::string format = "text";
  std::vector<OutputFile> outputs;
  std::optional<Severity> fail_on = Severity::error;  // nothing = never
  Language language = Language::zh;
  ColorWish color = ColorWish::automatic;
  bool is_quiet = false;
  bool watches = false;
  std::string suppressions;  // file; empty = the nearest of each document
  std::string today;         // "2026-11-25"; empty = by the clock
  std::string baseline;      // file; empty = none
  bool updates_baseline = false;
  bool prunes_baseline = false;
  std::string changed_since;            // a git revision; empty = all
  std::shared_ptr<const Command> tree;  // for complete and manual only
  std::string copy;                     // annotate: where it is written
  bool is_removal = false;              // annotate --remove
  bool with_suggestions = false;        // annotate --suggest
  bool with_all = false;                // annotate --all
};

inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kFailed = 2;

/// The options, or the exit status when there is nothing more to do (help, version, a wrong command line).
struct Parsed {
  std::optional<Options> options;
  int status = kClean;
};
[[nodiscard]] Parsed parse(int argc, const char* const* argv);

[[nodiscard]] inline const char* say(Language language, const char* zh, const char* en) {
  return language == Language::zh ? zh : en;
}
[[nodiscard]] inline const std::string& say(Language language, const Bilingual& text) {
  return language == Language::zh || text.en.empty() ? text.zh : text.en;
}

}  // namespace gouji::cli

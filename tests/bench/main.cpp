// Speed in ratios that machines share: a document checked against the bare unpacking of its main part, and one whole
// run of the program. gouji_bench PROGRAM RULES DOCX. CPU time, medians of rounds taken in turn.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "docx/archive.hpp"
#include "gouji/engine.hpp"
#include "support/golden.hpp"

namespace {

double cpu_of_thread() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double cpu_of_children() {
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
  const auto ms = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return ms(used.ru_utime) + ms(used.ru_stime);
}

template <class Work>
double thread_ms(int repeats, Work work) {
  const double before = cpu_of_thread();
  for (int i = 0; i < repeats; ++i) work();
  return (cpu_of_thread() - before) / repeats;
}

double program_ms(const std::string& program, const std::string& rules, const std::string& docx) {
  std::vector<std::string> words{program, "check",    "--rules",        rules, "--format",
                                 "json",  "--output", "text=/dev/null", docx};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", 1 /* write only */, 0);
  const double before = cpu_of_children();
  pid_t child = 0;
  if (posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ) == 0)
    waitpid(child, nullptr, 0);
  posix_spawn_file_actions_destroy(&actions);
  return cpu_of_children() - before;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: gouji_bench PROGRAM RULES DOCX\n";
    return 2;
  }
  const std::string bytes = gouji::test::read_text(argv[3]).value_or("");
  gouji::EngineOptions options;
  options.rules_dir = argv[2];
  const auto engine = gouji::Engine::create(options);
  if (!engine || bytes.empty()) {
    std::cerr << "rules or document cannot be read\n";
    return 2;
  }
  constexpr int kRounds = 9;
  constexpr int kRepeats = 20;
  std::vector<double> unpack;
  std::vector<double> check;
  std::vector<double> program;
  for (int round = 0; round < kRounds; ++round) {
    unpack.push_back(thread_ms(kRepeats, [&] {
      const auto archive = gouji::docx::Archive::open(bytes, {});
      if (archive) (void)archive.value().read("word/document.xml");
    }));
    check.push_back(thread_ms(kRepeats, [&] { (void)engine.value().check_bytes("bench", bytes); }));
    program.push_back(program_ms(argv[1], argv[2], argv[3]));
  }
  std::cout << fmt::format(
      "unpack main part  {:8.3f} ms  x1.0\ncheck document    {:8.3f} ms  x{:.1f}\nprogram, one file {:8.3f} ms  x{:.1f}\n",
      median(unpack), median(check), median(check) / median(unpack), median(program), median(program) / median(unpack));
  return 0;
}

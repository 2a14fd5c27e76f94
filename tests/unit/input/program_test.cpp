// Programs are run without a shell, stopped in time with all that they started, and leave nothing behind.
// SPDX-License-Identifier: Apache-2.0
#include "input/program.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "input/office.hpp"
#include "input/read_input.hpp"
#include "input/scratch_folder.hpp"
#include "support/catch.hpp"

namespace fs = std::filesystem;
using gouji::InputOptions;
using gouji::input::FileKind;
using gouji::input::Run;
using gouji::input::RunStatus;
using gouji::input::ScratchFolder;

namespace {

Run shell(const ScratchFolder& scratch, const std::string& script) {
  Run task;
  task.program = "/bin/sh";
  task.arguments = {"-c", script};
  task.folder = scratch.path();
  task.time_limit = std::chrono::seconds(20);
  return task;
}

/// A program of this name that is the given shell script, in a folder of its own.
void put_program(const ScratchFolder& folder, const char* name, const std::string& script) {
  REQUIRE(folder.write(name, "#!/bin/sh\n" + script));
  fs::permissions(folder.file(name), fs::perms::owner_all);
}

std::string rtf_code(const InputOptions& options) {
  const auto read = gouji::input::read_input("-rf $(x).rtf", "{\\rtf1 text}", options);
  if (read) return "read";
  CHECK(read.error().where == "-rf $(x).rtf");
  CHECK_FALSE(read.error().message.zh.empty());
  CHECK_FALSE(read.error().hint.zh.empty());
  CHECK_FALSE(read.error().hint.en.empty());
  return read.error().code;
}

}  // namespace

TEST_CASE("input: a program's end is told") {
  const ScratchFolder scratch;
  CHECK(run(shell(scratch, "echo out; echo err >&2; pwd >where")) == RunStatus::done);
  CHECK(scratch.read("stdout.txt", 100) == "out\n");
  CHECK(scratch.read("stderr.txt", 100) == "err\n");
  CHECK(scratch.read("where", 1000) == scratch.path() + "\n");
  CHECK_FALSE(scratch.read("where", 3).has_value());
  CHECK(run(shell(scratch, "exit 3")) == RunStatus::failed);
  CHECK(run(shell(scratch, "kill -9 $$")) == RunStatus::failed);
  Run none = shell(scratch, "");
  none.program = "/no/such/program";
  CHECK(run(none) == RunStatus::not_started);
}

TEST_CASE("input: an argument is no command") {
  const ScratchFolder scratch;
  Run task = shell(scratch, "printf '%s' \"$1\" >got");
  task.arguments.insert(task.arguments.end(), {"sh", "; touch pwned $(touch pwned) `touch pwned`"});
  CHECK(run(task) == RunStatus::done);
  CHECK(scratch.read("got", 100) == "; touch pwned $(touch pwned) `touch pwned`");
  CHECK_FALSE(fs::exists(scratch.file("pwned")));
}

TEST_CASE("input: a program that hangs is stopped with its children") {
  const ScratchFolder scratch;
  Run task = shell(scratch, "sleep 60 & echo $! >child; sleep 60");
  task.time_limit = std::chrono::milliseconds(400);
  const auto begin = std::chrono::steady_clock::now();
  CHECK(run(task) == RunStatus::timed_out);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
  const int child = std::stoi(scratch.read("child", 100).value_or("0"));
  REQUIRE(child > 1);
  // gone, or a zombie that nobody has waited for yet: that one has no command line
  const auto is_running = [&] {
    std::ifstream file("/proc/" + std::to_string(child) + "/cmdline");
    return file.get() != std::ifstream::traits_type::eof();
  };
  for (int i = 0; i < 100 && is_running(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK_FALSE(is_running());
}

TEST_CASE("input: what a finished program left running is stopped") {
  const ScratchFolder scratch;
  CHECK(run(shell(scratch, "(sleep 1; echo late >late) & exit 0")) == RunStatus::done);
  std::this_thread::sleep_for(std::chrono::milliseconds(1300));
  CHECK_FALSE(fs::exists(scratch.file("late")));
}

TEST_CASE("input: a program that writes too much is stopped") {
  const ScratchFolder scratch;
  Run task = shell(scratch, "exec head -c 100000 /dev/zero >big");
  task.output_bytes = 5000;
  const RunStatus status = run(task);
  CHECK((status == RunStatus::too_large || status == RunStatus::failed));
  CHECK(fs::file_size(scratch.file("big")) <= 5000);
}

TEST_CASE("input: the scratch folder is private and goes away") {
  std::string path;
  {
    const ScratchFolder scratch;
    path = scratch.path();
    REQUIRE(scratch.is_there());
    REQUIRE(scratch.make_folder("a"));
    REQUIRE(scratch.write("a/b", "c"));
    CHECK((fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
    fs::create_symlink("/etc/passwd", scratch.file("link"));
    CHECK_FALSE(scratch.read("link", 1 << 20).has_value());
  }
  CHECK_FALSE(fs::exists(path));
}

TEST_CASE("input: a folder that a killed run left is removed by the next, one in use is not") {
  const ScratchFolder used;
  const std::string left = fs::path(used.path()).parent_path() / "gouji-scratch-killed";
  fs::create_directories(left + "/profile");
  for (const std::string& path : {left, used.path()})
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(1));
  const ScratchFolder next;
  CHECK_FALSE(fs::exists(left));
  CHECK(fs::exists(used.path()));
  fs::create_directories(left);  // too young to be told from one that is being made
  { const ScratchFolder another; }
  CHECK(fs::exists(left));
  fs::remove_all(left);
}

TEST_CASE("input: each way a conversion fails has its code") {
  const ScratchFolder programs;
  InputOptions options;
  options.program_path = programs.path();
  CHECK(rtf_code(options) == "needs-libreoffice");
  put_program(programs, "soffice", "exit 0\n");
  CHECK(rtf_code(options) == "conversion-failed");
  put_program(programs, "soffice", "exit 1\n");
  CHECK(rtf_code(options) == "conversion-failed");
  put_program(programs, "soffice", "echo junk >in.docx\n");
  CHECK(rtf_code(options) == "conversion-failed");
  options.office_seconds = 0;
  put_program(programs, "soffice", "sleep 30\n");
  CHECK(rtf_code(options) == "conversion-timeout");
  options.with_programs = false;
  CHECK(rtf_code(options) == "external-off");
}

TEST_CASE("input: what LibreOffice gives back is read, and sees no name of the user's") {
  const ScratchFolder programs;
  InputOptions options;
  options.program_path = programs.path();
  REQUIRE(programs.write("answer.docx", "PK-answer"));
  put_program(programs, "soffice",
              "cp " + programs.file("answer.docx") + " in.docx\necho \"$@\" >" + programs.file("arguments") +
                  "\ncat in.rtf >" + programs.file("input") + "\nls -d profile/user/registrymodifications.xcu >" +
                  programs.file("profile") + "\n");
  const auto converted = gouji::input::convert_by_office(FileKind::rtf, "-o; touch x.rtf", "{\\rtf1 text}", options);
  REQUIRE(converted.has_value());
  CHECK(converted.value() == "PK-answer");
  CHECK(programs.read("input", 1000) == "{\\rtf1 text}");
  const std::string arguments = programs.read("arguments", 10'000).value_or("");
  CHECK(arguments.find("touch") == std::string::npos);
  CHECK(arguments.find("--headless") != std::string::npos);
  CHECK(arguments.find("-env:UserInstallation=file:///") != std::string::npos);
  CHECK_FALSE(programs.read("profile", 1000).value_or("").empty());
}

TEST_CASE("input: each way a PDF fails has its code") {
  const ScratchFolder programs;
  InputOptions options;
  options.program_path = programs.path();
  const auto code = [&] {
    const auto read = gouji::input::read_input("a.pdf", "%PDF-1.4 …", options);
    return read ? std::string("read") : read.error().code;
  };
  CHECK(code() == "needs-poppler");
  put_program(programs, "pdftotext", "exit 0\n");
  put_program(programs, "pdftocairo", "exit 1\n");
  put_program(programs, "pdfinfo", "echo 'Command Line Error: Incorrect password' >&2; exit 1\n");
  CHECK(code() == "encrypted");
  put_program(programs, "pdfinfo", "exit 1\n");
  CHECK(code() == "broken-pdf");
  put_program(programs, "pdfinfo", "printf 'Title: x\\nPages:           99999\\n'\n");
  CHECK(code() == "too-many-pages");
  put_program(programs, "pdfinfo", "printf 'Title: x\\nPages:           1\\n'\n");
  CHECK(code() == "broken-pdf");
  put_program(programs, "pdftotext", "echo '<doc><page width=\"1\" height=\"1\"></page></doc>' >words.html\n");
  CHECK(code() == "scanned-pdf");
  put_program(programs, "pdftotext",
              "echo '<doc><page width=\"9\" height=\"9\"><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">&#xE001;"
              "&#xE002;</word></page></doc>' >words.html\n");
  CHECK(code() == "garbled-pdf");
  options.with_programs = false;
  CHECK(code() == "external-off");
}

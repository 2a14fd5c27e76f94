// fork and exec: between the two only what is allowed in a process with other threads. No allocation happens there.
// SPDX-License-Identifier: Apache-2.0
#include "input/program.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <thread>

namespace gouji::input {
namespace {

constexpr int kNotStarted = 127;
constexpr int kSignalled = 128;  // and the signal's number, as shells tell it

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  out.reserve(words.size() + 1);
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

/// Everything that the child needs, made before the fork.
struct Prepared {
  std::vector<std::string> words;
  std::vector<std::string> environment;
  std::vector<char*> argv;
  std::vector<char*> envp;
  std::string out;
  std::string err;
  std::string uid_map;
  std::string gid_map;
};

Prepared prepare(const Run& what) {
  Prepared made;
  made.words = {what.program};
  made.words.insert(made.words.end(), what.arguments.begin(), what.arguments.end());
  const char* path = std::getenv("PATH");
  made.environment = {"HOME=" + what.folder,
                      "TMPDIR=" + what.folder,
                      "PATH=" + std::string(path != nullptr ? path : "/usr/bin:/bin"),
                      "LC_ALL=C.UTF-8",
                      "TZ=UTC",
                      "SAL_USE_VCLPLUGIN=svp",
                      "http_proxy=http://127.0.0.1:9",
                      "https_proxy=http://127.0.0.1:9"};
  made.argv = pointers(made.words);
  made.envp = pointers(made.environment);
  made.out = what.folder + "/stdout.txt";
  made.err = what.folder + "/stderr.txt";
  made.uid_map = std::to_string(geteuid()) + " " + std::to_string(geteuid()) + " 1\n";
  made.gid_map = std::to_string(getegid()) + " " + std::to_string(getegid()) + " 1\n";
  return made;
}

void put_into(const char* path, const char* text, std::size_t size) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  if (write(file, text, size) < 0) _exit(kNotStarted);
  close(file);
}

void redirect(const char* path, int flags, int target) {
  const int file = open(path, flags, 0600);
  if (file < 0 || dup2(file, target) < 0) _exit(kNotStarted);
  if (file != target) close(file);
}

/// Name spaces without a network device and without other processes. False where the system forbids it; then the
/// proxies of nowhere and the group have to do.
bool leave_system(const Prepared& made) {
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWPID) != 0) return false;
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // new credentials may have cleared it
  put_into("/proc/self/setgroups", "deny", 4);
  put_into("/proc/self/uid_map", made.uid_map.data(), made.uid_map.size());
  put_into("/proc/self/gid_map", made.gid_map.data(), made.gid_map.size());
  return true;
}

/// Goes on in a child; the parent waits for it and ends as it ended.
void go_on_in_child() {
  const pid_t child = fork();
  if (child < 0) _exit(kNotStarted);
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    return;
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  _exit(WIFSIGNALED(status) ? kSignalled + WTERMSIG(status) : WEXITSTATUS(status));
}

[[noreturn]] void become(const Run& what, const Prepared& made) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  close_range(3, ~0U, 0);
  if (leave_system(made)) {
    // the first process of the name space takes all others with it when it ends, or when gouji does; signals do not
    // end it by themselves, so the program is its child
    go_on_in_child();
    go_on_in_child();
  }
  const rlimit size{what.output_bytes, what.output_bytes};
  const rlimit core{0, 0};
  setrlimit(RLIMIT_FSIZE, &size);
  setrlimit(RLIMIT_CORE, &core);
  redirect("/dev/null", O_RDONLY, 0);
  redirect(made.out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 1);
  redirect(made.err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 2);
  if (chdir(what.folder.c_str()) != 0) _exit(kNotStarted);
  execve(what.program.c_str(), made.argv.data(), made.envp.data());
  _exit(kNotStarted);
}

/// Has the child ended? It stays a zombie, so that its number, which is its group's, is not given away.
bool has_ended(pid_t child) {
  siginfo_t info{};
  const int got = waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT);
  return got != 0 ? errno != EINTR : info.si_pid == child;
}

}  // namespace

std::string find_program(const std::vector<std::string>& names, const std::string& folders) {
  const char* path = std::getenv("PATH");
  const std::string all = folders.empty() ? std::string(path != nullptr ? path : "/usr/bin:/bin") : folders;
  for (const std::string& name : names) {
    for (std::size_t begin = 0; begin <= all.size();) {
      const std::size_t end = std::min(all.find(':', begin), all.size());
      const std::string full = all.substr(begin, end - begin) + "/" + name;
      // a relative or empty entry would be found from another working folder than it is run in
      if (full.front() == '/' && end > begin && access(full.c_str(), X_OK) == 0) return full;
      begin = end + 1;
    }
  }
  return {};
}

RunStatus run(const Run& what) {
  const Prepared made = prepare(what);
  const pid_t child = fork();
  if (child < 0) return RunStatus::not_started;
  if (child == 0) become(what, made);
  setpgid(child, child);  // whichever of the two comes first

  const auto end = std::chrono::steady_clock::now() + what.time_limit;
  auto pause = std::chrono::milliseconds(1);
  bool is_late = false;
  while (!has_ended(child)) {
    if (std::chrono::steady_clock::now() >= end) {
      is_late = true;
      break;
    }
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::milliseconds(20));
  }
  kill(-child, SIGKILL);
  int status = 0;
  pid_t reaped = 0;
  do {
    reaped = waitpid(child, &status, 0);
  } while (reaped < 0 && errno == EINTR);
  if (is_late) return RunStatus::timed_out;
  if (reaped != child) return RunStatus::done;  // SIGCHLD is ignored here: what it wrote will tell
  if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGXFSZ ? RunStatus::too_large : RunStatus::failed;
  if (WEXITSTATUS(status) == kNotStarted) return RunStatus::not_started;
  if (WEXITSTATUS(status) == kSignalled + SIGXFSZ) return RunStatus::too_large;
  return WEXITSTATUS(status) == 0 ? RunStatus::done : RunStatus::failed;
}

}  // namespace gouji::input

// SPDX-License-Identifier: Apache-2.0
#include "input/scratch_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace gouji::input {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPrefix = "gouji-scratch-";
constexpr const char* kLock = "/.lock";
constexpr std::time_t kSafeAge = 600;  // seconds: a younger folder may be without its lock yet

int open_lock(const std::string& folder) {
  const int file = open((folder + kLock).c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0) return file;
  if (file >= 0) close(file);
  return -1;
}

/// Folders whose owner was killed: ours, old enough, and nobody holds the lock.
void sweep(const fs::path& base) {
  std::error_code failed;
  for (fs::directory_iterator it(base, failed), end; !failed && it != end; it.increment(failed)) {
    const std::string name = it->path().filename().string();
    struct stat about {};
    if (name.compare(0, kPrefix.size(), kPrefix) != 0 || lstat(it->path().c_str(), &about) != 0) continue;
    if (!S_ISDIR(about.st_mode) || about.st_uid != geteuid() || std::time(nullptr) - about.st_mtime < kSafeAge)
      continue;
    const int lock = open_lock(it->path().string());
    if (lock < 0) continue;
    std::error_code ignored;
    fs::remove_all(it->path(), ignored);
    close(lock);
  }
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::error_code failed;
  const fs::path found = fs::temp_directory_path(failed);
  const fs::path base = failed ? fs::path("/tmp") : found;
  sweep(base);
  std::string pattern = base / (std::string(kPrefix) + "XXXXXX");
  if (mkdtemp(pattern.data()) == nullptr) return;
  path_ = pattern;
  lock_ = open_lock(path_);
}

ScratchFolder::~ScratchFolder() {
  if (path_.empty()) return;
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  if (lock_ >= 0) close(lock_);
}

bool ScratchFolder::make_folder(std::string_view name) const {
  std::error_code failed;
  return fs::create_directory(file(name), failed);
}

bool ScratchFolder::write(std::string_view name, std::string_view bytes) const {
  std::ofstream out(file(name), std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return out.good();
}

std::optional<std::string> ScratchFolder::read(std::string_view name, std::uint64_t limit) const {
  std::error_code failed;
  if (fs::symlink_status(file(name), failed).type() != fs::file_type::regular) return std::nullopt;
  const std::uintmax_t size = fs::file_size(file(name), failed);
  if (failed || size > limit) return std::nullopt;
  std::ifstream in(file(name), std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (static_cast<std::uintmax_t>(in.gcount()) != size) return std::nullopt;
  return bytes;
}

}  // namespace gouji::input

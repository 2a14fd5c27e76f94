// SPDX-License-Identifier: Apache-2.0
#include "cli/whole_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <system_error>

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;

Error cannot_write(const std::string& path, const std::string& why) {
  return Error{"not-writable",
               {"写不了文件（" + why + "）", "cannot write the file (" + why + ")"},
               {"请检查文件夹是否存在、是否有写权限", "check that the folder exists and may be written"},
               path};
}

}  // namespace

std::optional<std::string> read_whole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::optional<Error> replace_file(const std::string& path, const std::string& bytes) {
  std::error_code failed;
  if (fs::is_directory(path, failed)) return cannot_write(path, "is a directory");
  const std::string beside = fmt::format("{}.{}.tmp", path, getpid());
  {
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    if (!file) return cannot_write(path, std::generic_category().message(errno));
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.flush();
    if (!file) {
      const std::string why = std::generic_category().message(errno);
      std::remove(beside.c_str());
      return cannot_write(path, why);
    }
  }
  fs::rename(beside, path, failed);
  if (!failed) return std::nullopt;
  std::remove(beside.c_str());
  return cannot_write(path, failed.message());
}

fs::path full_path(const std::string& path) {
  std::error_code failed;
  return fs::weakly_canonical(fs::absolute(path, failed), failed);
}

std::string local_time(const char* form) {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char text[32];
  return {text, std::strftime(text, sizeof text, form, &local)};
}

}  // namespace gouji::cli

// A file into memory, with the faults that a file can have before it is a document.
// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "docx/errors.hpp"
#include "docx/read_docx.hpp"

namespace gouji::docx {

Result<std::string> read_file(const std::string& path, const Limits& limits) {
  const std::size_t slash = path.find_last_of("/\\");
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  if (name.compare(0, 2, "~$") == 0) return make_error(Fault::lock_file, path);

  std::error_code problem;
  if (std::filesystem::is_directory(path, problem)) {
    return make_error(Fault::unreadable_file, path, {"是文件夹", "it is a folder"});
  }
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) {
    const bool missing = errno == ENOENT;
    return make_error(
        Fault::unreadable_file, path,
        missing ? Bilingual{"文件不存在", "no such file"} : Bilingual{"没有权限或被占用", "no permission, or in use"});
  }
  std::string bytes;
  constexpr std::size_t kStep = 1 << 20;
  const auto expected = std::filesystem::file_size(path, problem);
  if (!problem && expected <= limits.file_bytes) bytes.reserve(static_cast<std::size_t>(expected));
  for (;;) {
    const std::size_t before = bytes.size();
    const std::size_t step =
        before == 0 && !problem && expected < kStep ? static_cast<std::size_t>(expected) + 1 : kStep;
    bytes.resize(before + step);
    const std::size_t got = std::fread(bytes.data() + before, 1, step, file.get());
    bytes.resize(before + got);
    if (bytes.size() > limits.file_bytes) return make_error(Fault::file_too_large, path);
    if (got < step) break;
  }
  if (std::ferror(file.get()) != 0) return make_error(Fault::unreadable_file, path, {"读取出错", "a read error"});
  if (bytes.empty()) return make_error(Fault::empty_file, path);
  return bytes;
}

}  // namespace gouji::docx

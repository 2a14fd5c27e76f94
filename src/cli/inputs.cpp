// SPDX-License-Identifier: Apache-2.0
#include "cli/inputs.hpp"

#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <set>
#include <string_view>
#include <system_error>

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

bool is_other_document(const std::string& extension) {
  static constexpr std::array<std::string_view, 6> kOthers{".doc", ".docm", ".wps", ".rtf", ".odt", ".pdf"};
  return std::find(kOthers.begin(), kOthers.end(), extension) != kOthers.end();
}

class Expander {
 public:
  void add(const std::string& argument) {
    std::error_code failed;
    if (fs::is_directory(argument, failed)) {
      add_folder(argument);
    } else if (argument.find_first_of("*?[") != std::string::npos && !fs::exists(argument, failed)) {
      add_glob(argument);
    } else {
      add_file(argument);
    }
  }

  void add_list(std::istream& in) {
    std::string line;
    bool has_any = false;
    while (std::getline(in, line)) {
      while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
      if (line.empty()) continue;
      has_any = true;
      add(line);
    }
    if (!has_any) {
      fail("-", "no-documents", {"标准输入里没有清单", "there is no list on standard input"},
           {"一行写一个路径", "write a path a line"});
    }
  }

  Inputs take() { return std::move(inputs_); }

 private:
  void add_file(const std::string& path) {
    if (seen_.insert(path).second) inputs_.items.push_back({path, std::nullopt});
  }

  void fail(const std::string& path, const char* code, Bilingual message, Bilingual hint) {
    inputs_.items.push_back({path, Error{code, std::move(message), std::move(hint), path}});
  }

  void add_folder(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code failed;
    for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
      std::error_code ignored;
      if (!it->is_regular_file(ignored) || it->path().filename().string().starts_with("~$")) continue;
      const std::string extension = lower_extension(it->path());
      if (extension == ".docx") found.push_back(it->path().string());
      if (is_other_document(extension)) inputs_.passed_over.push_back(it->path().string());
    }
    std::sort(found.begin(), found.end());
    for (const std::string& path : found) add_file(path);
    if (failed) {
      fail(folder, "unreadable-folder",
           {"文件夹读不全：" + failed.message(), "the folder cannot be read whole: " + failed.message()},
           {"请检查读取权限", "check the permissions"});
    } else if (found.empty()) {
      fail(folder, "no-documents", {"文件夹里没有 .docx 文件", "no .docx file in this folder"},
           {"请检查路径；旧格式（.doc、.wps）先另存为 .docx",
            "check the path; save older formats (.doc, .wps) as .docx first"});
    }
  }

  void add_glob(const std::string& pattern) {
    glob_t found{};
    const int status = glob(pattern.c_str(), 0, nullptr, &found);
    std::vector<std::string> paths;
    if (status == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    globfree(&found);
    if (paths.empty()) {
      fail(pattern, "no-match", {"没有文件符合这个通配符", "no file matches this pattern"},
           {"请检查路径", "check the path"});
    }
    std::error_code failed;
    for (const std::string& path : paths) {
      if (fs::path(path).filename().string().starts_with("~$")) continue;
      if (fs::is_directory(path, failed)) {
        add_folder(path);
      } else {
        add_file(path);
      }
    }
  }

  Inputs inputs_;
  std::set<std::string> seen_;
};

}  // namespace

Inputs expand(const std::vector<std::string>& arguments) {
  Expander expander;
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      expander.add_list(std::cin);
    } else {
      expander.add(argument);
    }
  }
  Inputs inputs = expander.take();
  std::sort(inputs.passed_over.begin(), inputs.passed_over.end());
  return inputs;
}

}  // namespace gouji::cli

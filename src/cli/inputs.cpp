// SPDX-License-Identifier: Apache-2.0
#include "cli/inputs.hpp"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <system_error>

#include "config/ignore_tree.hpp"
#include "input/file_kind.hpp"

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;

std::string absolute_of(const std::string& path) {
  std::error_code failed;
  const fs::path absolute = fs::absolute(path, failed).lexically_normal();
  return (absolute.has_filename() ? absolute : absolute.parent_path()).string();
}

class Expander {
 public:
  explicit Expander(const Walk& walk) : walk_(walk) {}

  void add(const std::string& argument) {
    std::error_code failed;
    if (fs::is_directory(argument, failed)) {
      add_folder(argument);
    } else if (argument.find_first_of("*?[") != std::string::npos && !fs::exists(argument, failed)) {
      add_glob(argument);
    } else if (input::is_temporary_name(argument)) {
      ++inputs_.ignored_files;
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
    const std::size_t ignored_before = inputs_.ignored_files + inputs_.ignored_folders;
    config::IgnoreTree ignore(absolute_of(folder));
    for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
      std::error_code ignored;
      // Code scanning and baselines know a file by one path: of the folder itself without "./".
      const std::string path = folder == "." ? it->path().lexically_normal().string() : it->path().string();
      const bool is_folder = it->is_directory(ignored) && !it->is_symlink(ignored);
      if (is_folder && it->path().filename() == ".git") {
        it.disable_recursion_pending();
        continue;
      }
      if (!is_folder && !it->is_regular_file(ignored)) continue;
      const bool is_lock = !is_folder && input::is_temporary_name(path);
      if (!is_folder && !is_lock && !input::is_document_name(path)) continue;
      if (is_lock || ignore.ignores(absolute_of(path), is_folder) || walk_.is_excluded(path, is_folder)) {
        ++(is_folder ? inputs_.ignored_folders : inputs_.ignored_files);
        if (is_folder) it.disable_recursion_pending();
        continue;
      }
      if (is_folder) continue;
      const bool is_read = !input::needs_program(path) || walk_.may_run_programs(path);
      (is_read ? found : inputs_.passed_over).push_back(path);
    }
    std::sort(found.begin(), found.end());
    for (const std::string& path : found) add_file(path);
    if (failed) {
      fail(folder, "unreadable-folder",
           {"文件夹读不全：" + failed.message(), "the folder cannot be read whole: " + failed.message()},
           {"请检查读取权限", "check the permissions"});
    } else if (found.empty() && inputs_.ignored_files + inputs_.ignored_folders > ignored_before) {
      fail(folder, "no-documents",
           {"文件夹里的文档都按 .goujiignore 或 exclude 略过了", "every document in this folder is ignored"},
           {"请检查 .goujiignore 和 gouji config show", "see .goujiignore and gouji config show"});
    } else if (found.empty()) {
      fail(folder, "no-documents", {"文件夹里没有可以检查的文档", "no document in this folder"},
           {"请检查路径；文件夹里会读 .docx .doc .wps .rtf .odt .pdf，.txt 和 .md 要点名",
            "check the path; .docx .doc .wps .rtf .odt .pdf are read in folders, .txt and .md when named"});
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
      if (input::is_temporary_name(path)) {
        ++inputs_.ignored_files;
        continue;
      }
      if (fs::is_directory(path, failed)) {
        add_folder(path);
      } else {
        add_file(path);
      }
    }
  }

  const Walk& walk_;
  Inputs inputs_;
  std::set<std::string> seen_;
};

}  // namespace

Inputs expand(const std::vector<std::string>& arguments, const Walk& walk) {
  Expander expander(walk);
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

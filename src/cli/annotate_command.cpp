// gouji annotate: a copy of a .docx with Word comments, or without gouji's.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>

#include "cli/commands.hpp"
#include "cli/standings.hpp"
#include "cli/whole_file.hpp"
#include "docx/read_docx.hpp"
#include "gouji/annotate.hpp"
#include "input/file_kind.hpp"

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;

std::optional<Error> refuse_kind(const std::string& path, const std::string& bytes) {
  const input::FileKind kind = input::kind_of(path, bytes);
  if (kind == input::FileKind::docx) return std::nullopt;
  const input::KindName name = input::name_of(kind);
  return Error{"not-word",
               {std::string("只有 Word 文档（.docx 及同类）可以加批注，这是 ") + name.zh,
                std::string("only Word documents (.docx and its kin) can be annotated; this is ") + name.en},
               {"请用 Word 或 WPS 另存为 .docx；gouji check 可以直接检查这个文件",
                "save it as .docx in Word or WPS; gouji check reads this file as it is"},
               path};
}

std::optional<Error> refuse_target(const std::string& from, const std::string& to) {
  std::error_code failed;
  if (fs::equivalent(from, to, failed) && !failed) {
    return Error{"same-file",
                 {"副本不能写到原文件上", "the copy cannot be written over the document"},
                 {"请用 -o 给出另一个文件名", "give another name with -o"},
                 to};
  }
  return std::nullopt;
}

int fail(Error error, const Options& options) {
  if (error.where.empty()) error.where = options.paths.front();
  print_error(error, options.language);
  return kFailed;
}

int take_out(std::string bytes, const Options& options) {
  const std::string before = bytes;
  const Result<std::string> clean = remove_annotations(std::move(bytes), options.engine.limits);
  if (!clean) return fail(clean.error(), options);
  if (auto wrong = replace_file(options.copy, clean.value())) return fail(std::move(*wrong), options);
  const bool had_any = clean.value() != before;
  std::cout << options.copy << (options.language == Language::zh ? "：" : ": ")
            << (had_any
                    ? say(options.language, "已去掉 gouji 的批注", "gouji's comments are taken out")
                    : say(options.language, "没有 gouji 的批注，原样写出", "has no comments of gouji; copied as it is"))
            << '\n';
  return kClean;
}

}  // namespace

int annotate_document(const Options& options) {
  const std::string& path = options.paths.front();
  if (auto wrong = refuse_target(path, options.copy)) return fail(std::move(*wrong), options);
  Result<std::string> bytes = docx::read_file(path, options.engine.limits);
  if (!bytes) return fail(std::move(bytes.error()), options);
  if (auto wrong = refuse_kind(path, bytes.value())) return fail(std::move(*wrong), options);
  if (options.is_removal) return take_out(std::move(bytes.value()), options);

  Result<std::string> clean = remove_annotations(bytes.value(), options.engine.limits);
  if (!clean) return fail(std::move(clean.error()), options);
  const std::optional<Engine> engine = make_engine(options, path);
  if (!engine) return kFailed;
  const std::vector<RuleInfo> rules = engine->rules();
  Result<Standings> standings = Standings::open(options, options.paths, rules);
  if (!standings) return fail(std::move(standings.error()), options);
  Outcome outcome = engine->check_bytes(path, std::move(clean.value()));
  if (outcome.error) return fail(*outcome.error, options);
  standings.value().apply(outcome);
  AnnotateOptions how;
  how.language = options.language;
  how.with_all = options.with_all;
  how.limits = options.engine.limits;
  for (const RuleInfo& rule : rules) {
    if (options.with_suggestions && rule.is_mechanical) how.suggest.push_back(rule.id);
  }
  const Result<Annotated> copy = add_annotations(std::move(bytes.value()), outcome.findings, how);
  if (!copy) return fail(copy.error(), options);
  if (auto wrong = replace_file(options.copy, copy.value().bytes)) return fail(std::move(*wrong), options);
  for (const Note& note : copy.value().notes) std::cerr << "gouji: " << say(options.language, note.message) << '\n';
  const Annotated& made = copy.value();
  std::cout << (options.language == Language::zh
                    ? fmt::format("{}：{} 个问题，{} 条批注{}", options.copy, made.findings, made.comments,
                                  options.with_suggestions ? fmt::format("，{} 处修订", made.suggestions) : "")
                    : fmt::format(
                          "{}: findings {}, comments {}{}", options.copy, made.findings, made.comments,
                          options.with_suggestions ? fmt::format(", tracked changes {}", made.suggestions) : ""))
            << '\n';
  return kClean;
}

}  // namespace gouji::cli

// pdfinfo (may it be opened, how many pages), pdftotext -bbox (words with places), pdftocairo -svg (lines of tables).
// SPDX-License-Identifier: Apache-2.0
#include "input/pdf.hpp"

#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "input/faults.hpp"
#include "input/pdf_layout.hpp"
#include "input/pdf_page.hpp"
#include "input/program.hpp"
#include "input/scratch_folder.hpp"

namespace gouji::input {
namespace {

constexpr std::uint64_t kInfoBytes = 1 << 20;

class PopplerRun {
 public:
  PopplerRun(const std::string& path, std::string_view bytes, const InputOptions& options)
      : path_(path), options_(options), is_ready_(scratch_.is_there() && scratch_.write("in.pdf", bytes)) {}

  Result<docx::Document> read() {
    for (const char* name : {"pdfinfo", "pdftotext", "pdftocairo"}) {
      if (find_program({name}, options_.program_path).empty())
        return make_error(Fault::needs_poppler, path_, {name, name});
    }
    if (!is_ready_) return make_error(Fault::no_scratch, path_);
    if (std::optional<Error> error = ask_info()) return std::move(*error);
    const RunStatus status = run_program("pdftotext", {"-bbox", "-enc", "UTF-8", "in.pdf", "words.html"});
    if (std::optional<Error> error = error_of(status)) return std::move(*error);
    const std::optional<std::string> words = scratch_.read("words.html", options_.output_bytes);
    std::optional<std::vector<PdfPage>> pages = words ? parse_words(*words) : std::nullopt;
    if (!pages) return make_error(Fault::broken_pdf, path_);
    const bool has_rules = read_rules(*pages);
    if (std::optional<Error> error = judge_text(*pages)) return std::move(*error);
    return with_notes(std::move(*pages), has_rules);
  }

 private:
  RunStatus run_program(const char* name, std::vector<std::string> arguments) {
    Run task;
    task.program = find_program({name}, options_.program_path);
    task.arguments = std::move(arguments);
    task.folder = scratch_.path();
    task.time_limit = std::chrono::seconds(options_.pdf_seconds);
    task.output_bytes = options_.output_bytes;
    return run(task);
  }

  [[nodiscard]] std::optional<Error> error_of(RunStatus status) const {
    switch (status) {
      case RunStatus::done: return std::nullopt;
      case RunStatus::timed_out: return make_error(Fault::conversion_timeout, path_, {"PDF", "PDF"});
      case RunStatus::too_large: return make_error(Fault::conversion_too_large, path_, {"PDF", "PDF"});
      case RunStatus::not_started: return make_error(Fault::no_scratch, path_);
      case RunStatus::failed: break;
    }
    return make_error(Fault::broken_pdf, path_);
  }

  std::optional<Error> ask_info() {
    const RunStatus status = run_program("pdfinfo", {"in.pdf"});
    if (status == RunStatus::failed) {
      const std::string said = scratch_.read("stderr.txt", kInfoBytes).value_or("");
      if (said.find("Incorrect password") != std::string::npos) return make_error(Fault::encrypted_pdf, path_);
    }
    if (std::optional<Error> error = error_of(status)) return error;
    const std::string info = scratch_.read("stdout.txt", kInfoBytes).value_or("");
    constexpr std::string_view kPages = "\nPages:";
    const std::size_t at = info.find(kPages);
    std::uint32_t pages = 0;
    if (at != std::string::npos) {
      const std::size_t digits = info.find_first_not_of(' ', at + kPages.size());
      if (digits != std::string::npos) std::from_chars(info.data() + digits, info.data() + info.size(), pages);
    }
    if (pages == 0) return make_error(Fault::broken_pdf, path_);
    const std::string count = std::to_string(pages);
    if (pages > options_.pdf_pages) return make_error(Fault::long_pdf, path_, {count + " 页", count + " pages"});
    return std::nullopt;
  }

  /// Without them tables are guessed; that is no reason to give the text up.
  bool read_rules(std::vector<PdfPage>& pages) {
    if (run_program("pdftocairo", {"-svg", "in.pdf", "rules.svg"}) != RunStatus::done) return false;
    const std::optional<std::string> svg = scratch_.read("rules.svg", options_.output_bytes);
    return svg && parse_rules(*svg, pages);
  }

  [[nodiscard]] std::optional<Error> judge_text(const std::vector<PdfPage>& pages) const {
    std::size_t all = 0;
    std::size_t unknown = 0;
    for (const PdfPage& page : pages) {
      for (const PdfWord& word : page.words) {
        for (std::size_t at = 0; at < word.text.size(); at += utf8::length(word.text[at])) {
          const char32_t code = utf8::decode(word.text, at);
          ++all;
          if (code == U'\uFFFD' || code < U' ' || (code >= 0xE000 && code < 0xF900)) ++unknown;
        }
      }
    }
    if (all == 0) return make_error(Fault::scanned_pdf, path_);
    if (unknown * 5 > all) return make_error(Fault::garbled_pdf, path_);
    return std::nullopt;
  }

  static docx::Document with_notes(std::vector<PdfPage> pages, bool has_rules) {
    std::string silent;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      // a page that is blank on purpose has no picture either
      if (!pages[i].words.empty() || (has_rules && !pages[i].has_picture)) continue;
      silent += (silent.empty() ? "" : "、") + std::to_string(i + 1);
    }
    docx::Document document = lay_out(std::move(pages));
    if (!silent.empty()) {
      document.notes.push_back({"image-only",
                                {"第 " + silent + " 页没有文字（扫描件或图片），没有检查",
                                 "pages without text (scans or pictures), not checked: " + silent},
                                {}});
    }
    if (!has_rules) {
      document.notes.push_back(
          {"pdf-rules",
           {"PDF 的线条没有读成，表格只能按位置推测", "the lines of the PDF could not be read; tables are guesses"},
           {}});
    }
    return document;
  }

  std::string path_;
  const InputOptions& options_;
  ScratchFolder scratch_;
  bool is_ready_;
};

}  // namespace

Result<docx::Document> read_pdf(const std::string& path, std::string_view bytes, const InputOptions& options) {
  if (!options.with_programs) return make_error(Fault::external_off, path, {"PDF", "a PDF"});
  return PopplerRun(path, bytes, options).read();
}

}  // namespace gouji::input

// From findings to comments: gouji's old ones out, places found, new ones in.
// SPDX-License-Identifier: Apache-2.0
#include "gouji/annotate.hpp"

#include <algorithm>
#include <exception>
#include <tuple>
#include <utility>

#include "annotate/changes.hpp"
#include "annotate/comment_text.hpp"
#include "annotate/comments_part.hpp"
#include "annotate/faults.hpp"
#include "annotate/locate.hpp"
#include "annotate/marks.hpp"
#include "docx/package.hpp"
#include "docx/read_docx.hpp"

namespace gouji {
namespace annotate {
namespace {

constexpr std::size_t kMostShown = 13;         // comments of one finding: beyond, the first says how many are left
constexpr std::size_t kMostComments = 30'000;  // Word opens no file with more than 32767

std::optional<Error> take_out(PackageEdit& edit) {
  const auto ids = own_comments(edit);
  if (!ids) return ids.error();
  auto main = edit.markup(edit.main_part());
  if (!main) return std::move(main.error());
  if (std::string plain = without_changes(main.value()); plain != main.value().text()) {
    edit.write(edit.main_part(), std::move(plain));
    main = edit.markup(edit.main_part());
    if (!main) return std::move(main.error());
  }
  if (ids.value().empty()) return std::nullopt;
  edit.write(edit.main_part(), without_marks(main.value(), ids.value()));
  return remove_comments(edit, ids.value());
}

/// The evidence that gets a comment, each place once.
std::vector<const Evidence*> places_of(const Finding& finding) {
  std::vector<const Evidence*> out;
  const auto key = [](const Evidence& e) {
    return std::tie(e.place.part, e.place.paragraph, e.place.table, e.place.row, e.place.column, e.place.start,
                    e.mark_start, e.mark_end);
  };
  for (const Evidence& evidence : finding.evidence) {
    bool is_known = false;
    for (const Evidence* known : out) is_known = is_known || key(*known) == key(evidence);
    if (!is_known) out.push_back(&evidence);
  }
  return out;
}

class Annotator {
 public:
  Annotator(PackageEdit& edit, const AnnotateOptions& options) : edit_(edit), options_(options) {}

  std::optional<Error> run(const docx::Document& document, const std::vector<Finding>& findings) {
    auto main = edit_.markup(edit_.main_part());
    if (!main) return std::move(main.error());
    const Body body(main.value());
    Locator locator(document, body, edit_);
    for (const Finding& finding : findings) {
      if (finding.standing.kind != Standing::Kind::open && !options_.with_all) continue;
      if (comments_.size() + kMostShown > kMostComments) {
        ++left_out_;
        continue;
      }
      if (!add(finding, locator)) return make_error(Fault::no_paragraph, edit_.main_part());
    }
    if (comments_.empty()) return std::nullopt;
    suggest(body);
    auto ids = free_ids(edit_, main.value(), comments_.size());
    if (!ids) return std::move(ids.error());
    for (std::size_t index = 0; index < comments_.size(); ++index) {
      comments_[index].id = ids.value()[index];
      marks_[index].id = ids.value()[index];
    }
    edit_.write(edit_.main_part(), write_marks(body, marks_, style_named(edit_, "annotation reference")));
    return add_comments(edit_, comments_);
  }

  [[nodiscard]] std::uint32_t findings() const { return findings_; }
  [[nodiscard]] std::uint32_t suggestions() const { return suggestions_; }
  [[nodiscard]] std::uint32_t left_out() const { return left_out_; }
  [[nodiscard]] std::uint32_t comments() const { return static_cast<std::uint32_t>(comments_.size()); }

 private:
  void suggest(const Body& body) {
    const std::vector<bool> possible = possible_changes(body, marks_);
    for (std::size_t index = 0; index < marks_.size(); ++index) {
      if (!possible[index]) {
        marks_[index].replacement.clear();
        continue;
      }
      ++suggestions_;
      std::vector<std::string>& lines = comments_[index].lines;
      lines.insert(lines.end() - 1, suggestion_line(marks_[index].replacement, options_.language));
    }
  }

  /// What stands in the place of the marked characters, where there can be no doubt; else nothing.
  [[nodiscard]] std::string replacement_for(const Finding& finding, const Evidence& evidence) const {
    const std::vector<std::string>& rules = options_.suggest;
    if (std::find(rules.begin(), rules.end(), finding.rule) == rules.end()) return {};
    return marked_text(evidence) == finding.actual ? finding.expected : std::string();
  }

  bool add(const Finding& finding, Locator& locator) {
    std::vector<const Evidence*> shown = places_of(finding);
    const std::size_t left_out = shown.size() > kMostShown ? shown.size() - kMostShown : 0;
    shown.resize(shown.size() - left_out);
    Evidence nowhere;
    if (shown.empty()) shown.push_back(&nowhere);
    ++findings_;
    Ordinal ordinal{findings_, 0, static_cast<std::uint32_t>(shown.size())};
    for (const Evidence* evidence : shown) {
      const auto located = locator.locate(*evidence);
      if (!located) return false;
      ++ordinal.comment;
      const bool elsewhere = !located->is_exact;
      comments_.push_back(
          {{},
           ordinal.comment == 1
               ? main_lines(finding, shown, left_out, elsewhere && evidence != &nowhere, ordinal, options_.language)
               : related_lines(finding, *evidence, *shown.front(), elsewhere, ordinal, options_.language)});
      const bool may_suggest = ordinal.comment == 1 && located->is_exact;
      marks_.push_back({{}, located->range, may_suggest ? replacement_for(finding, *evidence) : std::string()});
    }
    return true;
  }

  PackageEdit& edit_;
  const AnnotateOptions& options_;
  std::vector<Comment> comments_;
  std::vector<Mark> marks_;
  std::uint32_t findings_ = 0;
  std::uint32_t suggestions_ = 0;
  std::uint32_t left_out_ = 0;
};

/// Our own mistakes stop here, as they do in the engine.
template <class Work>
auto guarded(Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::exception& thrown) {
    return Error{
        "internal",
        {std::string("程序内部错误：") + thrown.what(), std::string("internal error: ") + thrown.what()},
        {"这是 gouji 的缺陷，请附上文件（可脱敏）报告", "this is a fault of gouji; please report it with the file"},
        {}};
  }
}

}  // namespace
}  // namespace annotate

Result<Annotated> add_annotations(std::string bytes, const std::vector<Finding>& findings,
                                  const AnnotateOptions& options) {
  return annotate::guarded([&]() -> Result<Annotated> {
    auto edit = annotate::PackageEdit::open(std::move(bytes), options.limits);
    if (!edit) return std::move(edit.error());
    if (auto failed = annotate::take_out(edit.value())) return std::move(*failed);
    auto clean = edit.value().save();
    if (!clean) return std::move(clean.error());
    const auto document = docx::read_docx(std::move(clean.value()), options.limits);
    if (!document) return document.error();
    annotate::Annotator annotator(edit.value(), options);
    if (auto failed = annotator.run(document.value(), findings)) return std::move(*failed);
    auto saved = edit.value().save();
    if (!saved) return std::move(saved.error());
    Annotated out;
    out.bytes = std::move(saved.value());
    out.findings = annotator.findings();
    out.comments = annotator.comments();
    out.suggestions = annotator.suggestions();
    for (const Note& note : document.value().notes) {
      if (note.code != "signed") continue;
      out.notes.push_back({"signature-broken",
                           {"原文件带有数字签名，加了批注的副本不再符合签名",
                            "the original is signed; the copy with comments no longer fits the signature"},
                           {}});
    }
    if (annotator.left_out() > 0) {
      const std::string number = std::to_string(annotator.left_out());
      out.notes.push_back({"too-many-comments",
                           {"批注已到 Word 能打开的上限，有 " + number + " 个问题没有加批注",
                            "Word opens no more comments than these: " + number + " findings have none"},
                           {}});
    }
    return out;
  });
}

Result<std::string> remove_annotations(std::string bytes, const Limits& limits) {
  return annotate::guarded([&]() -> Result<std::string> {
    auto edit = annotate::PackageEdit::open(std::move(bytes), limits);
    if (!edit) return std::move(edit.error());
    if (auto failed = annotate::take_out(edit.value())) return std::move(*failed);
    return edit.value().save();
  });
}

}  // namespace gouji

// The interface between a rule and its kind of comparison. A Check is const and stateless: one serves all threads.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.hpp"
#include "facts/context.hpp"
#include "facts/fact.hpp"
#include "gouji/outcome.hpp"
#include "quantity/quantity.hpp"
#include "statement/statements.hpp"
#include "table/score_form.hpp"
#include "table/table_model.hpp"
#include "text/passage.hpp"

namespace gouji::check {

struct Profile;

/// All that is known of one document; every check sees the same.
struct DocumentView {
  const docx::Document& document;
  const text::TextModel& text;
  const facts::FactTable& facts;
  const table::TableModel& tables;
  const facts::DocumentContext& context;
  const statement::Statements& statements;
  const quantity::Quantities& quantities;
  const lexicon::Lexicon& lexicon;
  const std::vector<table::ScoreForm>& score_forms;
  const Profile& profile;
  std::string_view genre;  // of the document, or as the user says
  /// Loops over the whole document ask it and stop early; the engine drops what a check found when it is spent.
  const Budget& budget;
};

/// A stretch of a passage that a finding rests on.
struct Spot {
  std::string role;
  std::uint32_t passage = 0;
  text::Span quote;  // what is shown
  text::Span mark;   // decisive characters inside it
};

/// What one figure would have to be for the relation to hold, all the others taken as printed. Two findings that want
/// the same value of the same figure have one cause (engine/merge).
struct Correction {
  std::uint32_t passage = 0;
  text::Span mark;  // the figure: Fact::span
  Interval value;   // in the fact's own measure: 元, %, base unit of counts
};

/// A contradiction before quotes, places and ids are made of it (engine/finish).
struct Draft {
  Severity severity = Severity::info;  // set by Sink::draft() from the rule; a check may lower or raise it
  Confidence confidence = Confidence::medium;
  Bilingual message;  // set by Sink::draft() from the rule's title; a check may replace it
  Bilingual working;
  std::string expected;
  std::string actual;
  Bilingual cause;
  std::vector<Spot> evidence;  // first = where to look
  std::vector<Correction> corrections;
  std::string key;  // normalised operands and labels for the content id; empty = made from the evidence
};

/// Where a check tells what it saw of its rule. One per rule and document.
class Sink {
 public:
  Sink(std::string rule, Severity severity, Confidence confidence, Bilingual title)
      : rule_(std::move(rule)), severity_(severity), confidence_(confidence), title_(std::move(title)) {}

  void holds() { ++counts_.holds; }
  void rounding() { ++counts_.rounding; }
  void not_comparable(std::string_view reason);
  [[nodiscard]] Draft draft() const { return {severity_, confidence_, title_, {}, {}, {}, {}, {}, {}, {}}; }
  /// Counts as contradicted.
  void report(Draft draft);
  /// A sink for one of several checks of the rule: no severer than this one; with a title of its own where it has one.
  [[nodiscard]] Sink part(Severity severity, const Bilingual& title) const;
  /// Takes over all that a part saw.
  void absorb(Sink part);

  [[nodiscard]] const std::string& rule() const { return rule_; }
  [[nodiscard]] const VerdictCounts& counts() const { return counts_; }
  [[nodiscard]] const std::vector<std::string>& reasons() const { return reasons_; }
  [[nodiscard]] std::vector<Draft>& drafts() { return drafts_; }

 private:
  std::string rule_;
  Severity severity_;
  Confidence confidence_;
  Bilingual title_;
  VerdictCounts counts_;
  std::vector<std::string> reasons_;
  std::vector<Draft> drafts_;
};

class Check {
 public:
  Check() = default;
  Check(const Check&) = delete;
  Check& operator=(const Check&) = delete;
  virtual ~Check() = default;
  virtual void run(const DocumentView& view, Sink& sink) const = 0;
};

/// What a rule file sets for its check; filled from YAML in rules/, so that checks never see YAML.
/// Each call marks its key as known; keys that no call asked for are faults of the rule file.
class Params {
 public:
  virtual ~Params() = default;
  virtual std::string text(std::string_view key, std::string_view fallback) = 0;
  virtual std::vector<std::string> texts(std::string_view key) = 0;  // a list, or one scalar; empty when absent
  virtual std::vector<std::pair<std::string, std::string>> pairs(std::string_view key) = 0;  // a map in file order
  /// A map whose values are lists (or one scalar): terms: {opening: [年初结转, 年初结余]}; in file order.
  virtual std::vector<std::pair<std::string, std::vector<std::string>>> lists(std::string_view key) = 0;
  virtual bool flag(std::string_view key, bool fallback) = 0;
  /// One of `allowed`; anything else is a fault with the nearest allowed word.
  virtual std::string choice(std::string_view key, const std::vector<std::string>& allowed,
                             std::string_view fallback) = 0;
  virtual std::string required(std::string_view key) = 0;
  /// A fault of the value of `key` (bad pattern, unknown capture…): collected, reported with line and column.
  /// `index` is the item in a list.
  virtual void fault(std::string_view key, std::size_t index, const std::string& zh, const std::string& en) = 0;
  virtual const lexicon::Lexicon& lexicon() const = 0;
};

using MakeCheck = std::unique_ptr<Check> (*)(Params& params);

struct Kind {
  std::string_view name;
  MakeCheck make;
  std::string_view says;  // one line for people who write rules
};

/// Notes in the draft that the fact would have to be `value`.
void wants(const DocumentView& view, std::uint32_t fact, const Interval& value, Draft& draft);

/// Every kind, sorted by name (check/kinds.cpp).
[[nodiscard]] const std::vector<Kind>& kinds();

/// Quote for a fact: from its label to its end, marked at the figure.
[[nodiscard]] Spot spot_of(const DocumentView& view, std::uint32_t fact, std::string_view role);

}  // namespace gouji::check

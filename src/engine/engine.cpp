// The engine: composes the stages for one document and holds the one catch per document.
// SPDX-License-Identifier: Apache-2.0
#include "gouji/engine.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "base/budget.hpp"
#include "base/sha256.hpp"
#include "docx/plain.hpp"
#include "docx/read_docx.hpp"
#include "engine/comments.hpp"
#include "engine/content_key.hpp"
#include "engine/describe.hpp"
#include "engine/document_text.hpp"
#include "engine/finish.hpp"
#include "engine/notes.hpp"
#include "engine/reading.hpp"
#include "engine/select.hpp"
#include "facts/genre.hpp"
#include "input/read_input.hpp"

namespace gouji {
namespace {

/// With what one document is checked.
struct Checking {
  const rules::Rulebook& rulebook;
  const engine::Selection& selection;
  const Limits& limits;
  bool with_text;
};

}  // namespace

struct Engine::State {
  std::shared_ptr<const rules::Rulebook> rulebook;
  engine::Selection selection;
  InputOptions input;
  Limits limits;
  bool with_text = false;

  [[nodiscard]] Checking checking() const { return {*rulebook, selection, limits, with_text}; }
};

namespace {

Error internal_error(const std::string& path, const std::exception& thrown) {
  return Error{
      "internal",
      {std::string("程序内部错误：") + thrown.what(), std::string("internal error: ") + thrown.what()},
      {"这是 gouji 的缺陷，请附上文件（可脱敏）报告", "this is a fault of gouji; please report it with the file"},
      path};
}

Outcome failed(Error error) {
  Outcome outcome;
  outcome.error = std::move(error);
  return outcome;
}

struct RuleRun {
  const rules::Rule* rule;
  Severity severity;
};

/// The rules that apply to this document, in their order.
std::vector<RuleRun> runs_of(const rules::Rulebook& rulebook, const engine::Selection& selection,
                             const std::string& genre) {
  std::vector<RuleRun> runs;
  for (const std::size_t index : selection.rules) {
    const rules::Rule& rule = rulebook.rules[index];
    const check::RuleSetting* setting = selection.profile->setting(rule.id, genre);
    const SeverityChange* change = selection.change(rule);
    if (change != nullptr) {
      if (change->severity) runs.push_back({&rule, *change->severity});
      continue;
    }
    if (setting != nullptr && setting->is_off) continue;
    runs.push_back({&rule, setting != nullptr && setting->severity ? *setting->severity : rule.severity});
  }
  return runs;
}

void run_checks(const rules::Rulebook& rulebook, const engine::Selection& selection, const engine::Reading& reading,
                const Budget& budget, Outcome& outcome) {
  const check::DocumentView view = reading.view(rulebook.lexicon, *selection.profile, outcome.genre, budget);
  std::vector<engine::RuleDraft> drafts;
  std::vector<std::string> not_run;
  for (const RuleRun& run : runs_of(rulebook, selection, outcome.genre)) {
    check::Sink sink(run.rule->id, run.severity, run.rule->confidence, run.rule->title);
    if (!budget.is_spent()) run.rule->check->run(view, sink);
    if (budget.is_spent()) {  // before it, or within it: a rule counts as a whole or not at all
      not_run.push_back(run.rule->id);
      continue;
    }
    outcome.rules_run.push_back(run.rule->id);
    for (check::Draft& draft : sink.drafts()) {
      std::string key = engine::content_key(view, run.rule->id, draft);
      std::string kin = engine::kin_key(view, run.rule->id, draft);
      drafts.push_back({run.rule->id, std::move(draft), std::move(key), std::move(kin)});
    }
    if (sink.counts().total() == 0) continue;
    outcome.coverage.relations += sink.counts();
    outcome.coverage.rules.push_back({run.rule->id, sink.counts(), sink.reasons()});
  }
  std::sort(outcome.rules_run.begin(), outcome.rules_run.end());
  outcome.findings = engine::finish(view, engine::merge(std::move(drafts), &reading.facts));
  if (!not_run.empty()) outcome.notes.push_back(engine::note_on_rules(budget.reason(), not_run));
}

void count_coverage(const engine::Reading& reading, Coverage& coverage) {
  for (const text::Passage& passage : reading.text.passages) {
    const bool is_counted = !passage.in_table() && !passage.is_later_piece;
    if (is_counted && !(passage.text.empty() && passage.label.empty())) ++coverage.paragraphs;
  }
  coverage.tables = static_cast<std::uint32_t>(reading.document.tables.size());
  coverage.facts = static_cast<std::uint32_t>(
      std::count_if(reading.facts.facts.begin(), reading.facts.facts.end(),
                    [](const facts::Fact& fact) { return fact.kind != facts::FactKind::blank; }));
}

/// The one place where our own mistakes stop: one document never takes the others with it.
template <class Work>
auto guarded(const std::string& path, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::exception& thrown) {
    return internal_error(path, thrown);
  }
}

/// Everything that precedes the checks; an Error when the budget does not last that long.
Result<engine::Reading> read_all(docx::Document document, const lexicon::Lexicon& lexicon, const Budget& budget,
                                 const std::string& path) {
  engine::Reading reading = engine::read(std::move(document), lexicon, budget);
  if (!budget.is_spent()) return reading;
  Error error = budget.reason();
  error.where = path;
  return error;
}

/// `read` gives a Result<docx::Document> at the expense of the budget.
template <class Read>
Outcome check_one(const Checking& checking, const std::string& path, const std::string& sha256, Read read) {
  const rules::Rulebook& rulebook = checking.rulebook;
  const engine::Selection& selection = checking.selection;
  Budget budget(checking.limits);
  Result<Outcome> result = guarded(path, [&]() -> Result<Outcome> {
    Result<docx::Document> document = read(budget);
    if (!document) return std::move(document.error());
    Outcome outcome;
    const Result<engine::Reading> all = read_all(std::move(document.value()), rulebook.lexicon, budget, path);
    if (!all) return all.error();
    const engine::Reading& reading = all.value();
    outcome.genre = selection.genre.empty() ? reading.context.genre : selection.genre;
    outcome.profile = selection.profile->id;
    outcome.notes = reading.document.notes;
    for (Note& note : engine::notes_on_text(reading.text)) outcome.notes.push_back(std::move(note));
    for (Note& note : engine::notes_on_tables(reading.tables)) outcome.notes.push_back(std::move(note));
    count_coverage(reading, outcome.coverage);
    run_checks(rulebook, selection, reading, budget, outcome);
    outcome.comments = engine::comments_of(reading.document);
    if (checking.with_text) outcome.text = engine::document_text(reading.document, reading.text);
    outcome.status = Status::checked;
    return outcome;
  });
  Outcome outcome = result ? std::move(result.value()) : failed(std::move(result.error()));
  outcome.path = path;
  outcome.sha256 = sha256;
  return outcome;
}

/// Reads a file for people; `describe` makes text of the reading.
template <class Describe>
Result<std::string> describe_file(const rules::Rulebook& rulebook, const InputOptions& input, const Limits& limits,
                                  const std::string& path, Describe describe) {
  Budget budget(limits);
  return guarded(path, [&]() -> Result<std::string> {
    Result<std::string> bytes = docx::read_file(path, limits);
    if (!bytes) return std::move(bytes.error());
    const std::string sha256 = sha256_hex(bytes.value());
    Result<docx::Document> document = input::read_input(path, std::move(bytes.value()), input, budget);
    if (!document) return std::move(document.error());
    const Result<engine::Reading> reading = read_all(std::move(document.value()), rulebook.lexicon, budget, path);
    if (!reading) return reading.error();
    return describe(reading.value(), sha256);
  });
}

}  // namespace

Engine::Engine(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::create(const EngineOptions& options) {
  Result<std::shared_ptr<rules::Rulebook>> rulebook = rules::load_rulebook(options.rules_dir, options.rule_packs);
  if (!rulebook) return std::move(rulebook.error());
  Result<engine::Selection> selection = engine::select_rules(*rulebook.value(), options);
  if (!selection) return std::move(selection.error());
  return Engine(std::make_unique<const State>(State{std::move(rulebook.value()), std::move(selection.value()),
                                                    options.input, options.limits, options.with_text}));
}

Result<Engine> Engine::reselect(const EngineOptions& options) const {
  Result<engine::Selection> selection = engine::select_rules(*state_->rulebook, options);
  if (!selection) return std::move(selection.error());
  return Engine(std::make_unique<const State>(
      State{state_->rulebook, std::move(selection.value()), options.input, options.limits, options.with_text}));
}

Outcome Engine::check_file(const std::string& path) const {
  Result<std::string> bytes = docx::read_file(path, state_->limits);
  if (bytes) return check_bytes(path, std::move(bytes.value()));
  Outcome outcome = failed(std::move(bytes.error()));
  outcome.path = path;
  return outcome;
}

Outcome Engine::check_bytes(const std::string& path, std::string bytes) const {
  const std::string sha256 = sha256_hex(bytes);
  return check_one(state_->checking(), path, sha256,
                   [&](Budget& budget) { return input::read_input(path, std::move(bytes), state_->input, budget); });
}

Outcome Engine::check_plain(const std::string& path, std::string_view text) const {
  return check_one(state_->checking(), path, sha256_hex(text),
                   [&](Budget&) { return Result<docx::Document>(docx::read_plain(text)); });
}

Result<std::string> Engine::text_of(const std::string& path) const {
  return describe_file(
      *state_->rulebook, state_->input, state_->limits, path,
      [](const engine::Reading& reading, const std::string&) { return engine::describe_text(reading); });
}

Result<std::string> Engine::facts_of(const std::string& path) const {
  return describe_file(*state_->rulebook, state_->input, state_->limits, path,
                       [&](const engine::Reading& reading, const std::string& sha256) {
                         return engine::describe_facts(reading, path, sha256);
                       });
}

const std::vector<std::string>& Engine::genres() { return facts::genre_names(); }
const std::string& Engine::rules_hash() const { return state_->rulebook->hash; }
std::vector<RuleInfo> Engine::rules() const {
  std::vector<RuleInfo> infos;
  for (const rules::Rule& rule : state_->rulebook->rules) {
    infos.push_back({rule.id, rule.family, rule.title, rule.asserts, rules::say_tolerance(rule.tolerance), rule.fix,
                     rule.source, rule.severity, rule.confidence, rule.is_mechanical});
  }
  return infos;
}

const rules::Rulebook& Engine::rulebook() const { return *state_->rulebook; }

}  // namespace gouji

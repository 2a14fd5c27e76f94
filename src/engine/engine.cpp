// The engine: composes the stages for one document and holds the one catch per document.
// SPDX-License-Identifier: Apache-2.0
#include "gouji/engine.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "docx/plain.hpp"
#include "docx/read_docx.hpp"
#include "engine/describe.hpp"
#include "engine/finish.hpp"
#include "engine/reading.hpp"
#include "engine/select.hpp"
#include "engine/sha256.hpp"
#include "engine/table_notes.hpp"
#include "input/read_input.hpp"

namespace gouji {

struct Engine::State {
  std::shared_ptr<const rules::Rulebook> rulebook;
  engine::Selection selection;
  InputOptions input;
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

void run_checks(const rules::Rulebook& rulebook, const engine::Selection& selection, const engine::Reading& reading,
                Outcome& outcome) {
  const check::DocumentView view = reading.view(rulebook.lexicon, *selection.profile, outcome.genre);
  std::vector<engine::RuleDraft> drafts;
  for (const std::size_t index : selection.rules) {
    const rules::Rule& rule = rulebook.rules[index];
    const check::RuleSetting* setting = selection.profile->setting(rule.id, outcome.genre);
    if (setting != nullptr && setting->is_off) continue;
    const Severity severity = setting != nullptr && setting->severity ? *setting->severity : rule.severity;
    check::Sink sink(rule.id, severity, rule.confidence, rule.title);
    rule.check->run(view, sink);
    for (check::Draft& draft : sink.drafts()) drafts.push_back({rule.id, std::move(draft)});
    if (sink.counts().total() == 0) continue;
    outcome.coverage.relations += sink.counts();
    outcome.coverage.rules.push_back({rule.id, sink.counts(), sink.reasons()});
  }
  outcome.findings = engine::finish(view, engine::merge(std::move(drafts), &reading.facts));
}

void count_coverage(const engine::Reading& reading, Coverage& coverage) {
  for (const text::Passage& passage : reading.text.passages) {
    if (!passage.in_table() && !(passage.text.empty() && passage.label.empty())) ++coverage.paragraphs;
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

/// `read` gives a Result<docx::Document>.
template <class Read>
Outcome check_one(const rules::Rulebook& rulebook, const engine::Selection& selection, const std::string& path,
                  const std::string& sha256, Read read) {
  Result<Outcome> result = guarded(path, [&]() -> Result<Outcome> {
    Result<docx::Document> document = read();
    if (!document) return std::move(document.error());
    Outcome outcome;
    const engine::Reading reading = engine::read(std::move(document.value()), rulebook.lexicon);
    outcome.genre = selection.genre.empty() ? reading.context.genre : selection.genre;
    outcome.profile = selection.profile->id;
    outcome.notes = reading.document.notes;
    for (Note& note : engine::notes_on_tables(reading.tables)) outcome.notes.push_back(std::move(note));
    count_coverage(reading, outcome.coverage);
    run_checks(rulebook, selection, reading, outcome);
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
Result<std::string> describe_file(const rules::Rulebook& rulebook, const InputOptions& input, const std::string& path,
                                  Describe describe) {
  return guarded(path, [&]() -> Result<std::string> {
    Result<std::string> bytes = docx::read_file(path);
    if (!bytes) return std::move(bytes.error());
    const std::string sha256 = engine::sha256_hex(bytes.value());
    Result<docx::Document> document = input::read_input(path, std::move(bytes.value()), input);
    if (!document) return std::move(document.error());
    return describe(engine::read(std::move(document.value()), rulebook.lexicon), sha256);
  });
}

}  // namespace

Engine::Engine(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::create(const EngineOptions& options) {
  Result<std::shared_ptr<rules::Rulebook>> rulebook = rules::load_rulebook(options.rules_dir);
  if (!rulebook) return std::move(rulebook.error());
  Result<engine::Selection> selection = engine::select_rules(*rulebook.value(), options);
  if (!selection) return std::move(selection.error());
  return Engine(
      std::make_unique<const State>(State{std::move(rulebook.value()), std::move(selection.value()), options.input}));
}

Result<Engine> Engine::reselect(const EngineOptions& options) const {
  Result<engine::Selection> selection = engine::select_rules(*state_->rulebook, options);
  if (!selection) return std::move(selection.error());
  return Engine(std::make_unique<const State>(State{state_->rulebook, std::move(selection.value()), state_->input}));
}

Outcome Engine::check_file(const std::string& path) const {
  Result<std::string> bytes = docx::read_file(path);
  if (bytes) return check_bytes(path, std::move(bytes.value()));
  Outcome outcome = failed(std::move(bytes.error()));
  outcome.path = path;
  return outcome;
}

Outcome Engine::check_bytes(const std::string& path, std::string bytes) const {
  const std::string sha256 = engine::sha256_hex(bytes);
  return check_one(*state_->rulebook, state_->selection, path, sha256,
                   [&] { return input::read_input(path, std::move(bytes), state_->input); });
}

Outcome Engine::check_plain(const std::string& path, std::string_view text) const {
  return check_one(*state_->rulebook, state_->selection, path, engine::sha256_hex(text),
                   [&] { return Result<docx::Document>(docx::read_plain(text)); });
}

Result<std::string> Engine::text_of(const std::string& path) const {
  return describe_file(*state_->rulebook, state_->input, path, [](const engine::Reading& reading, const std::string&) {
    return engine::describe_text(reading);
  });
}

Result<std::string> Engine::facts_of(const std::string& path) const {
  return describe_file(*state_->rulebook, state_->input, path,
                       [&](const engine::Reading& reading, const std::string& sha256) {
                         return engine::describe_facts(reading, path, sha256);
                       });
}

const std::string& Engine::rules_hash() const { return state_->rulebook->hash; }
const rules::Rulebook& Engine::rulebook() const { return *state_->rulebook; }

}  // namespace gouji

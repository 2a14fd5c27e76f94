// One function a command; each returns the exit status.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/options.hpp"
#include "cli/rules_dir.hpp"

namespace gouji::cli {

int check(const Options& options);
int diff(const Options& options);
int watch(const Options& options);  // check --watch: again after every save, until a signal
int show_text(const Options& options);
int show_facts(const Options& options);
int annotate_document(const Options& options);
int list_limits(const Options& options);
int list_rules(const Options& options);
int explain_rule(const Options& options);
int document_rules(const Options& options);  // rules docs: all of them as Markdown
int test_rules(const Options& options);
int check_rules(const Options& options);
int show_config(const Options& options);
int check_config(const Options& options);
int print_schema(const Options& options);
int new_rule(const Options& options);
int print_completion(const Options& options);
int complete_words(const Options& options);  // for the completion scripts: what may follow these words
int print_manual(const Options& options);    // every command as roff, for the manual page

/// The engine for one document, by its configuration and the command line ("./." = the current folder); says on
/// standard error why there is none.
[[nodiscard]] std::optional<Engine> make_engine(const Options& options, const std::string& document = "./.");
/// The folders of rules that these options and the configuration of the current folder name.
[[nodiscard]] RulesDirs rules_dirs_of(const Options& options);
/// "gouji: message" and the hint, on standard error.
void print_error(const Error& error, Language language);

}  // namespace gouji::cli

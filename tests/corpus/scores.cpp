// SPDX-License-Identifier: Apache-2.0
#include "corpus/scores.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "base/utf8.hpp"
#include "text/passage.hpp"

namespace gouji::corpus {
namespace {

std::string family_of(const std::string& rule) { return rule.substr(0, rule.find('/')); }

/// The marked characters, folded.
std::string marked(const Evidence& evidence) {
  std::string out;
  std::uint32_t index = 0;
  const bool is_all = evidence.mark_end <= evidence.mark_start;
  for (std::size_t at = 0; at < evidence.quote.size(); at += utf8::length(evidence.quote[at]), ++index) {
    if (is_all || (index >= evidence.mark_start && index < evidence.mark_end)) {
      out += evidence.quote.substr(at, utf8::length(evidence.quote[at]));
    }
  }
  return text::fold(out);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// «| 询价 | 21 |», a row as the plain format writes it: its cells, folded.
std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin < row.size();) {
    const std::size_t end = std::min(row.find('|', begin), row.size());
    const std::string cell = text::fold(row.substr(begin, end - begin));
    const std::size_t first = cell.find_first_not_of(' ');
    if (first != std::string::npos) cells.push_back(cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    begin = end + 1;
  }
  return cells;
}

bool quotes(const Finding& finding, const std::string& quote) {
  if (quote.empty()) return true;
  if (contains(quote, "|")) {
    const std::vector<std::string> cells = cells_of(quote);
    return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
      return evidence.place.table && std::find(cells.begin(), cells.end(), marked(evidence)) != cells.end();
    });
  }
  const std::string wanted = text::fold(quote);
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
    const std::string shown = text::fold(evidence.quote);
    const std::string mark = marked(evidence);
    return !mark.empty() && (contains(shown, wanted) || contains(wanted, mark));
  });
}

/// A label may begin or end a little beside what the finding marks: they share at least half of the label.
bool touches(const Finding& finding, const std::string& quote) {
  const std::string wanted = text::fold(quote);
  const std::size_t least = std::max<std::size_t>((wanted.size() + 1) / 2, 6);
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
    const std::string shown = text::fold(evidence.quote);
    for (std::size_t at = 0; at + least <= wanted.size(); ++at) {
      if (contains(shown, wanted.substr(at, least))) return true;
    }
    return false;
  });
}

bool is_met_by(const Expectation& expectation, const Finding& finding) {
  const std::vector<std::string>& alternatives = expectation.alternatives;
  const bool is_alternative = std::find(alternatives.begin(), alternatives.end(), finding.rule) != alternatives.end();
  const bool is_rule = finding.rule == expectation.rule &&
                       (expectation.severity.empty() || expectation.severity == to_string(finding.severity));
  return (is_rule || is_alternative) && (quotes(finding, expectation.quote) || touches(finding, expectation.quote));
}

/// A finding that only quotes a stretch in passing does not blame it: its first mark must meet it.
bool blames(const Finding& finding, const std::string& silent) {
  if (finding.evidence.empty()) return false;
  const std::string calm = text::fold(silent);
  const std::string quote = text::fold(finding.evidence.front().quote);
  const std::string mark = marked(finding.evidence.front());
  return contains(calm, quote) || (contains(quote, calm) && (contains(calm, mark) || contains(mark, calm)));
}

std::string shown(const Case& one, const Finding& finding) {
  return fmt::format("{}/{}: {} {} «{}» {}", one.set, one.name, finding.rule, to_string(finding.severity),
                     finding.evidence.empty() ? "" : finding.evidence.front().quote, finding.working.zh);
}

}  // namespace

Score& Scores::family(const std::string& rule) { return families_[family_of(rule)]; }

void Scores::add(const Case& one, const Outcome& outcome) {
  if (outcome.status == Status::failed) {
    failures_.push_back(
        fmt::format("{}/{}: not checked: {}", one.set, one.name, outcome.error ? outcome.error->message.en : ""));
    return;
  }
  const bool is_whole = std::find(floors_.whole.begin(), floors_.whole.end(), one.set) != floors_.whole.end();
  std::vector<bool> is_explained(outcome.findings.size(), false);
  for (const Expectation& expectation : one.expectations) {
    bool is_found = false;
    for (std::size_t i = 0; i < outcome.findings.size(); ++i) {
      if (!is_met_by(expectation, outcome.findings[i])) continue;
      is_found = true;
      is_explained[i] = true;
    }
    if (expectation.is_later) continue;
    const bool is_located =
        is_found || std::any_of(outcome.findings.begin(), outcome.findings.end(), [&](const Finding& finding) {
          return finding.severity != Severity::info && quotes(finding, expectation.quote);
        });
    const bool is_serious = expectation.severity != "info";
    for (Score* score : {&family(expectation.rule), &sets_[one.set], &all_, is_serious ? &serious_ : nullptr}) {
      if (score == nullptr) continue;
      ++score->expected;
      score->found += is_found ? 1 : 0;
      score->located += is_located ? 1 : 0;
    }
    if (is_found && expectation.is_known) {
      failures_.push_back(fmt::format("{}/{}: a known miss is found, take `known` away: {} «{}»", one.set, one.name,
                                      expectation.rule, expectation.quote));
    }
    if (is_found) continue;
    const std::string miss = fmt::format(
        "{}/{}: {} {} {} «{}»{}", one.set, one.name, expectation.is_known ? "known miss" : "missed", expectation.rule,
        expectation.severity, expectation.quote, is_located ? " (another rule stands on it)" : "");
    (expectation.is_must || is_whole ? failures_ : remarks_).push_back(miss);
  }
  if (one.expectations.empty()) ++clean_;
  for (std::size_t i = 0; i < outcome.findings.size(); ++i) {
    const Finding& finding = outcome.findings[i];
    if (one.expectations.empty()) ++(finding.severity == Severity::info ? clean_infos_ : clean_serious_);
    if (finding.severity == Severity::info && !is_explained[i]) continue;
    for (Score* score : {&family(finding.rule), &sets_[one.set], &all_}) {
      ++score->said;
      score->right += is_explained[i] ? 1 : 0;
    }
    if (is_explained[i]) continue;
    const bool is_on_silent = std::any_of(one.silent.begin(), one.silent.end(),
                                          [&](const std::string& calm) { return blames(finding, calm); });
    const bool is_known =
        std::find(one.known_alarms.begin(), one.known_alarms.end(), finding.rule) != one.known_alarms.end();
    const bool fails = !is_known && (one.expectations.empty() || is_on_silent || is_whole);
    (fails ? failures_ : remarks_).push_back((is_known ? "known false alarm " : "false alarm ") + shown(one, finding));
  }
}

bool Scores::print() const {
  bool is_good = failures_.empty();
  std::cout << fmt::format("{:<12} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>9}\n", "family", "expected", "found",
                           "located", "recall", "said", "right", "precision");
  const auto row = [&](const std::string& name, const Score& score) {
    std::cout << fmt::format("{:<12} {:>8} {:>8} {:>8} {:>7.1f}% {:>8} {:>8} {:>8.1f}%\n", name, score.expected,
                             score.found, score.located, 100 * score.recall(), score.said, score.right,
                             100 * score.precision());
  };
  for (const auto& [name, score] : families_) row(name, score);
  row("all", all_);
  for (const auto& [name, score] : sets_) row(name, score);
  std::cout << fmt::format(
      "expected at error or warning: {} of {} found ({:.1f}%), {} located ({:.1f}%)\n", serious_.found,
      serious_.expected, 100 * serious_.recall(), serious_.located,
      serious_.expected == 0 ? 100.0
                             : 100.0 * static_cast<double>(serious_.located) / static_cast<double>(serious_.expected));
  std::cout << fmt::format("{} clean documents: {} errors and warnings, {} infos\n", clean_, clean_serious_,
                           clean_infos_);
  for (const std::string& remark : remarks_) std::cout << "  " << remark << '\n';
  for (const std::string& failure : failures_) std::cout << "FAILED " << failure << '\n';
  for (const Floor& floor : floors_.families) {
    const auto at = families_.find(floor.family);
    const Score score = floor.family == "all" ? all_ : at == families_.end() ? Score{} : at->second;
    if (score.recall() >= floor.recall && score.precision() >= floor.precision) continue;
    is_good = false;
    std::cout << fmt::format("FAILED {} is below its floor: recall {:.3f} of {:.3f}, precision {:.3f} of {:.3f}\n",
                             floor.family, score.recall(), floor.recall, score.precision(), floor.precision);
  }
  return is_good;
}

}  // namespace gouji::corpus

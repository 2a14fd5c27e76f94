// SPDX-License-Identifier: Apache-2.0
#include "check/table_terms.hpp"

#include <algorithm>

#include "table/words.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kMostTuples = 400;

int year_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9')) return 0;
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (text[i] < '0' || text[i] > '9') return 0;
    year = year * 10 + (text[i] - '0');
  }
  const bool is_longer = at + 4 < text.size() && text[at + 4] >= '0' && text[at + 4] <= '9';
  return !is_longer && year >= 1990 && year <= 2099 ? year : 0;
}

int latest_year(const table::TableView& view) {
  int latest = 0;
  for (const table::Column& column : view.columns) {
    for (const std::string& part : column.path) {
      for (std::size_t at = 0; at < part.size(); ++at) latest = std::max(latest, year_at(part, at));
    }
  }
  return latest;
}

std::string with_relative_years(const std::string& text, int latest) {
  constexpr std::string_view kYear = "年";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const int year = year_at(text, at);
    if (year == 0) {
      out += text[at++];
      continue;
    }
    out += year == latest ? "本年" : year == latest - 1 ? "上年" : "往年";
    at += 4;
    if (text.compare(at, kYear.size(), kYear) == 0) at += kYear.size();
    if (text.compare(at, 3, "度") == 0) at += 3;
  }
  return out;
}

bool fits_kind(const table::Column& column, TermKind kind) {
  using table::ColumnRole;
  switch (kind) {
    case TermKind::amount: return column.is_amount();
    case TermKind::money: return column.role == ColumnRole::money;
    case TermKind::count: return column.role == ColumnRole::count;
    case TermKind::price: return column.role == ColumnRole::price || column.role == ColumnRole::money;
    case TermKind::score: return column.role == ColumnRole::score;
    case TermKind::rate: return column.role == ColumnRole::rate;
  }
  return false;
}

struct Candidate {
  std::uint32_t column = 0;
  std::string rest;      // the other header cells
  std::size_t rank = 0;  // of the first word that fits
  bool is_weak = false;
};

std::vector<Candidate> candidates_of(const table::TableView& view, const std::vector<std::vector<std::string>>& paths,
                                     const ColumnTerm& term) {
  std::vector<Candidate> out;
  for (std::uint32_t column = 0; column < view.columns.size(); ++column) {
    if (!fits_kind(view.columns[column], term.kind) || view.columns[column].is_mixed) continue;
    const std::vector<std::string>& path = paths[column];
    const auto is_excluded = [&](const std::string& part) {
      return std::any_of(term.excluded.begin(), term.excluded.end(),
                         [&](const std::string& word) { return part.find(word) != std::string::npos; });
    };
    // 2025年预算数比2024年执行数/增减%: only the cell that names the rate says what kind of rate it is
    const bool is_rate = term.kind == TermKind::rate;
    if (!is_rate && std::any_of(path.begin(), path.end(), is_excluded)) continue;
    for (std::size_t depth = path.size(); depth-- > 0;) {
      bool strong = false;
      bool weak = false;
      std::size_t rank = term.words.size();
      for (std::size_t i = term.words.size(); i-- > 0;) {
        const HeaderWord& word = term.words[i];
        const bool is_match = word.match == HeaderWord::Match::whole ? path[depth] == word.text
                                                                     : path[depth].find(word.text) != std::string::npos;
        if (is_match) (word.is_weak ? weak : strong) = true;
        if (is_match) rank = i;
      }
      if ((!strong && !weak) || (is_rate && is_excluded(path[depth]))) continue;
      std::string rest;
      for (std::size_t other = 0; other < path.size(); ++other) {
        if (other != depth) rest += path[other] + "/";
      }
      out.push_back({column, std::move(rest), rank, !strong});
      break;
    }
  }
  return out;
}

class TupleMaker {
 public:
  TupleMaker(const table::TableView& view, const std::vector<ColumnTerm>& terms) : view_(view), terms_(terms) {
    std::vector<std::vector<std::string>> paths;
    for (std::uint32_t column = 0; column < view.columns.size(); ++column) paths.push_back(plain_path(view, column));
    for (const ColumnTerm& term : terms) candidates_.push_back(candidates_of(view, paths, term));
  }

  std::vector<ColumnTuple> run() {
    for (std::size_t term = 0; term < terms_.size(); ++term) {
      if (terms_[term].is_absent && !candidates_[term].empty()) return {};
    }
    chosen_.assign(terms_.size(), nullptr);
    choose(0);
    // where there is no choice, headers need not belong together
    if (out_.size() > 1) {
      for (std::size_t i = 0; i < out_.size(); ++i) out_[i].is_weak = out_[i].is_weak || is_split_[i];
    }
    std::stable_sort(out_.begin(), out_.end(), [](const ColumnTuple& a, const ColumnTuple& b) {
      return a.is_weak != b.is_weak ? b.is_weak : a.rank < b.rank;
    });
    return std::move(out_);
  }

 private:
  void choose(std::size_t term) {
    if (out_.size() >= kMostTuples) return;
    if (term == terms_.size()) return keep();
    for (const Candidate& candidate : candidates_[term]) {
      const bool is_taken =
          std::any_of(chosen_.begin(), chosen_.begin() + static_cast<std::ptrdiff_t>(term),
                      [&](const Candidate* other) { return other != nullptr && other->column == candidate.column; });
      if (is_taken || !same_half(candidate, term)) continue;
      chosen_[term] = &candidate;
      choose(term + 1);
    }
    chosen_[term] = nullptr;
    if ((terms_[term].is_optional || terms_[term].is_absent) && candidates_[term].empty()) choose(term + 1);
  }

  [[nodiscard]] bool same_half(const Candidate& candidate, std::size_t term) const {
    for (std::size_t i = 0; i < term; ++i) {
      if (chosen_[i] != nullptr && view_.columns[chosen_[i]->column].half != view_.columns[candidate.column].half)
        return false;
    }
    return true;
  }

  void keep() {
    ColumnTuple tuple;
    bool is_split = false;
    const Candidate* first = nullptr;
    for (const Candidate* each : chosen_) {
      tuple.columns.push_back(each == nullptr ? docx::kNone : each->column);
      if (each == nullptr) continue;
      tuple.is_weak = tuple.is_weak || each->is_weak;
      tuple.rank += each->rank;
      is_split = is_split || (first != nullptr && first->rest != each->rest);
      if (first == nullptr) first = each;
    }
    const auto chosen =
        std::count_if(chosen_.begin(), chosen_.end(), [](const Candidate* each) { return each != nullptr; });
    if (chosen < 3) return;  // with its optional terms gone it says nothing
    out_.push_back(std::move(tuple));
    is_split_.push_back(is_split);
  }

  const table::TableView& view_;
  const std::vector<ColumnTerm>& terms_;
  std::vector<std::vector<Candidate>> candidates_;
  std::vector<const Candidate*> chosen_;
  std::vector<ColumnTuple> out_;
  std::vector<bool> is_split_;  // by tuple: its columns stand under different upper headers
};

}  // namespace

HeaderWord HeaderWord::read(std::string_view text) {
  HeaderWord word;
  while (!text.empty() && (text[0] == '~' || text[0] == '=')) {
    if (text[0] == '~') word.is_weak = true;
    if (text[0] == '=') word.match = Match::whole;
    text.remove_prefix(1);
  }
  word.text = text;
  return word;
}

std::vector<std::string> plain_path(const table::TableView& view, std::uint32_t column) {
  const int latest = latest_year(view);
  std::vector<std::string> out;
  for (const std::string& part : view.columns[column].path) {
    std::string plain = table::without_brackets(part);
    // （%） says what kind of column it is
    if (plain.empty()) plain = part;
    out.push_back(with_relative_years(plain, latest));
  }
  return out;
}

std::vector<ColumnTuple> column_tuples(const table::TableView& view, const std::vector<ColumnTerm>& terms) {
  return TupleMaker(view, terms).run();
}

}  // namespace gouji::check

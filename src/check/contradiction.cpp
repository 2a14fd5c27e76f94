// SPDX-License-Identifier: Apache-2.0
#include "check/contradiction.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/utf8.hpp"
#include "check/date_facts.hpp"
#include "check/phrases.hpp"
#include "check/shared_words.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kEvidence = 4;     // opposing places shown for one claim
constexpr std::size_t kMostPlaces = 40;  // of each side that are compared

enum class Within { sentence, paragraph, section, document };

/// A place where one side is said.
struct Said {
  std::uint32_t passage = 0;
  text::Span sentence;
  text::Span mark;
  std::string what;
  int year = 0;               // that its clause names
  bool is_near_only = false;  // counts only beside its claim
};

/// A table row as text, and where its figures stand in it.
struct RowText {
  std::string text;
  std::vector<std::pair<std::size_t, std::uint32_t>> figures;  // begin in text, fact
};

class Contradiction final : public Check {
 public:
  explicit Contradiction(Params& params)
      : claim_(read_expressions(params, "claim")),
        against_(read_expressions(params, "against")),
        near_(read_expressions(params, "near")),
        claim_not_(read_expressions(params, "claim_not")),
        against_not_(read_expressions(params, "against_not")),
        mended_(read_expressions(params, "mended")),
        under_(read_expressions(params, "under")),
        unless_(read_expressions(params, "unless")),
        minor_(read_expressions(params, "minor")),
        rows_(params.flag("rows", false)),
        shared_(static_cast<std::size_t>(std::atoi(params.text("shared", "0").c_str()))),
        message_(read_message(params)) {
    const std::string within = params.choice("within", {"sentence", "paragraph", "section", "document"}, "document");
    within_ = within == "sentence"    ? Within::sentence
              : within == "paragraph" ? Within::paragraph
              : within == "section"   ? Within::section
                                      : Within::document;
    if (claim_.empty()) params.fault("claim", 0, "缺少 claim", "claim is missing");
    if (against_.empty()) params.fault("against", 0, "缺少 against", "against is missing");
  }

  void run(const DocumentView& view, Sink& sink) const override {
    std::vector<Said> claims;
    std::vector<Said> opposed;
    bool is_explained = false;
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.is_toc || passage.story == docx::StoryKind::comment) continue;
      if (passage.in_table() && !is_prose(passage.text)) continue;
      const bool counts = under_.empty() || is_under(view, index);
      for (const text::Span sentence : passage.sentences) {
        const std::string_view words = passage.of(sentence);
        if (!unless_.empty() && matches_any(unless_, words)) is_explained = true;
        collect({claim_, claim_not_, kNothing}, words, index, sentence, claims);
        if (!counts) continue;
        collect({against_, against_not_, mended_}, words, index, sentence, opposed);
        const std::size_t known = opposed.size();
        collect({near_, against_not_, mended_}, words, index, sentence, opposed);
        if (opposed.size() > known) opposed.back().is_near_only = true;
      }
    }
    if (claims.empty()) return;
    if (rows_ || !unless_.empty()) visit_rows(view, opposed, is_explained);
    judge(view, sink, claims, opposed, is_explained);
  }

 private:
  static inline const std::vector<text::Regex> kNothing{};

  /// What one side says, and what makes it void: words around it, words behind it in its sentence.
  struct Wording {
    const std::vector<text::Regex>& find;
    const std::vector<text::Regex>& not_around;
    const std::vector<text::Regex>& not_behind;
  };

  static void collect(const Wording& wording, std::string_view words, std::uint32_t passage, text::Span sentence,
                      std::vector<Said>& out) {
    if (out.size() >= kMostPlaces) return;
    std::vector<text::Regex::Group> groups;
    for (const text::Regex& regex : wording.find) {
      for (std::size_t from = 0; from < words.size() && regex.find(words, from, groups);) {
        const text::Regex::Group mark = named(regex, "mark", groups);
        from = std::max(mark.end, groups[0].begin + 1);
        if (matches_any(wording.not_around, surroundings(words, mark))) continue;
        if (matches_any(wording.not_behind, words.substr(mark.end))) continue;
        const text::Regex::Group what = regex.group("what") > 0 ? named(regex, "what", groups) : text::Regex::Group{};
        Said said;
        said.passage = passage;
        said.sentence = sentence;
        said.mark = {sentence.begin + static_cast<std::uint32_t>(mark.begin),
                     sentence.begin + static_cast<std::uint32_t>(mark.end)};
        said.year = year_in(surroundings(words, mark));
        if (what.matched()) said.what = words.substr(what.begin, what.end - what.begin);
        out.push_back(std::move(said));
        return;
      }
    }
  }

  static int year_in(std::string_view words) {
    static const text::Regex kYear("(20[0-9]{2})年");
    std::vector<text::Regex::Group> groups;
    if (!kYear.find(words, 0, groups)) return 0;
    return std::atoi(std::string(words.substr(groups[1].begin, 4)).c_str());
  }

  /// Said of two years? A claim without a year is on the year of the report.
  static bool are_of_two_years(const DocumentView& view, const Said& claim, const Said& against) {
    const int year = claim.year != 0 ? claim.year : view.context.fiscal_year;
    return against.year != 0 && against.year != year;
  }

  /// The clause of the mark and the one before it.
  static std::string_view surroundings(std::string_view words, const text::Regex::Group& mark) {
    text::Span span = clause_of(words, {static_cast<std::uint32_t>(mark.begin), static_cast<std::uint32_t>(mark.end)});
    if (span.begin > 0) {
      const auto before = static_cast<std::uint32_t>(utf8::previous(words, span.begin));
      span.begin = clause_of(words, {before, before}).begin;
    }
    return words.substr(span.begin, span.end - span.begin);
  }

  static text::Regex::Group named(const text::Regex& regex, const std::string& name,
                                  const std::vector<text::Regex::Group>& groups) {
    const int index = regex.group(name);
    if (index > 0 && groups[static_cast<std::size_t>(index)].matched()) return groups[static_cast<std::size_t>(index)];
    return groups[0];
  }

  [[nodiscard]] bool is_under(const DocumentView& view, std::uint32_t index) const {
    if (matches_any(under_, view.text.passages[index].text)) return true;
    for (std::uint32_t heading = view.text.passages[index].heading; heading != docx::kNone;
         heading = view.text.passages[heading].heading) {
      if (matches_any(under_, view.text.passages[heading].text)) return true;
      if (view.text.passages[heading].heading >= heading) break;
    }
    return false;
  }

  void visit_rows(const DocumentView& view, std::vector<Said>& opposed, bool& is_explained) const {
    for (const table::TableView& table : view.tables.tables) {
      if (!table.doubt.empty()) continue;
      for (std::uint32_t row = table.header_rows; row < table.rows.size() && row < table.fact.size(); ++row) {
        for (std::uint32_t half = 0; half < table.halves.size() && row < table.halves[half].size(); ++half) {
          const RowText text = row_text(view, table, row, half);
          if (text.figures.empty()) continue;
          if (!unless_.empty() && matches_any(unless_, text.text)) is_explained = true;
          if (rows_ && under_.empty()) collect_row(view, text, opposed);
        }
      }
    }
  }

  static RowText row_text(const DocumentView& view, const table::TableView& table, std::uint32_t row,
                          std::uint32_t half) {
    RowText out;
    const table::Row& labelled = table.halves[half][row];
    const auto role = labelled.role;
    if (role == table::RowRole::header || role == table::RowRole::note) return out;
    out.text = labelled.label + "｜";
    for (std::uint32_t column = 0; column < table.fact[row].size() && column < table.columns.size(); ++column) {
      const std::uint32_t fact = table.fact[row][column];
      if (fact == docx::kNone || table.columns[column].half != half) continue;
      if (view.facts.facts[fact].kind == facts::FactKind::blank) continue;
      out.text += table.columns[column].header + "：";
      out.figures.emplace_back(out.text.size(), fact);
      const facts::Fact& figure = view.facts.facts[fact];
      out.text += view.text.passages[figure.passage].of(figure.number_span);
      out.text += "｜";
    }
    return out;
  }

  void collect_row(const DocumentView& view, const RowText& row, std::vector<Said>& out) const {
    std::vector<Said> found;
    collect({against_, against_not_, mended_}, row.text, 0, {0, static_cast<std::uint32_t>(row.text.size())}, found);
    for (Said& said : found) {
      for (const auto& [begin, fact] : row.figures) {
        if (begin < said.mark.begin || begin >= said.mark.end) continue;
        const facts::Fact& figure = view.facts.facts[fact];
        said.passage = figure.passage;
        said.mark = said.sentence = figure.span;
        out.push_back(std::move(said));
        break;
      }
    }
  }

  void judge(const DocumentView& view, Sink& sink, const std::vector<Said>& claims, const std::vector<Said>& opposed,
             bool is_explained) const {
    std::map<std::string, bool> judged;
    for (const Said& claim : claims) {
      if (judged[claim.what]) continue;
      std::vector<const Said*> against;
      for (const Said& each : opposed) {
        const bool is_itself =
            each.passage == claim.passage && each.mark.begin < claim.mark.end && claim.mark.begin < each.mark.end;
        if (!is_itself && !are_of_two_years(view, claim, each) && is_near(view, claim, each) &&
            agrees(claim.what, each.what))
          against.push_back(&each);
      }
      if (against.empty()) {
        sink.holds();
        continue;
      }
      against.erase(std::remove_if(against.begin(), against.end(),
                                   [&](const Said* each) { return is_explained && !each->is_near_only; }),
                    against.end());
      if (against.empty()) {
        sink.not_comparable("explained-elsewhere");
        continue;
      }
      judged[claim.what] = true;
      report(view, sink, claim, against);
    }
  }

  [[nodiscard]] bool is_near(const DocumentView& view, const Said& a, const Said& b) const {
    if (b.is_near_only && a.passage != b.passage) return false;
    switch (within_) {
      case Within::sentence: return a.passage == b.passage && a.sentence.begin == b.sentence.begin;
      case Within::paragraph: return a.passage == b.passage;
      case Within::section: return view.text.passages[a.passage].heading == view.text.passages[b.passage].heading;
      case Within::document: break;
    }
    return true;
  }

  [[nodiscard]] bool agrees(const std::string& a, const std::string& b) const {
    if (a.empty() || b.empty()) return a.empty() && b.empty();
    if (shared_ > 0) return longest_shared(a, b) >= shared_;
    return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
  }

  static std::string_view clause(const DocumentView& view, const Said& said) {
    const text::Passage& passage = view.text.passages[said.passage];
    return passage.of(clause_of(passage.text, said.mark));
  }

  void report(const DocumentView& view, Sink& sink, const Said& claim, std::vector<const Said*> against) const {
    Draft draft = sink.draft();
    const auto words_of = [&](const Said& said) { return std::string(view.text.passages[said.passage].of(said.mark)); };
    const auto is_minor = [&](const Said* each) { return !minor_.empty() && matches_any(minor_, clause(view, *each)); };
    std::stable_partition(against.begin(), against.end(), [&](const Said* each) { return !is_minor(each); });
    if (is_minor(against.front())) draft.severity = Severity::info;
    draft.actual = words_of(claim);
    for (std::string* text : {&draft.working.zh, &draft.working.en}) {
      *text = text == &draft.working.zh ? message_.zh : message_.en;
      *text = filled(std::move(*text), "claim", words_of(claim));
      *text = filled(std::move(*text), "against", words_of(*against.front()));
      *text = filled(std::move(*text), "what", claim.what);
    }
    draft.key = claim.what + " " + words_of(claim) + " " + words_of(*against.front());
    draft.evidence.push_back(spot_in_words(view, claim.passage, claim.mark, "claim"));
    for (const Said* each : against) {
      if (draft.evidence.size() > kEvidence) break;
      draft.evidence.push_back(spot_in_words(view, each->passage, each->mark, "against"));
    }
    sink.report(std::move(draft));
  }

  std::vector<text::Regex> claim_;
  std::vector<text::Regex> against_;
  std::vector<text::Regex> near_;
  std::vector<text::Regex> claim_not_;
  std::vector<text::Regex> against_not_;
  std::vector<text::Regex> mended_;
  std::vector<text::Regex> under_;
  std::vector<text::Regex> unless_;
  std::vector<text::Regex> minor_;
  bool rows_ = false;
  std::size_t shared_ = 0;
  Bilingual message_;
  Within within_ = Within::document;
};

}  // namespace

std::unique_ptr<Check> make_contradiction(Params& params) { return std::make_unique<Contradiction>(params); }

}  // namespace gouji::check

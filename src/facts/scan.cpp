// Folded text -> facts and tokens, one pass per passage: document numbers and dates first, then figures in what is
// left.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/utf8.hpp"
#include "facts/date.hpp"
#include "facts/docnumber.hpp"
#include "facts/fact.hpp"
#include "facts/label.hpp"
#include "facts/number.hpp"

namespace gouji::facts {
namespace {

using Text = std::string_view;
using lexicon::UnitKind;

bool is_ascii_word(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

FactKind kind_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::money: return FactKind::money;
    case UnitKind::count:
    case UnitKind::measure: return FactKind::count;
    case UnitKind::percent:
    case UnitKind::permille: return FactKind::percent;
    case UnitKind::points: return FactKind::points;
    case UnitKind::multiple: return FactKind::multiple;
    case UnitKind::duration: return FactKind::duration;
  }
  return FactKind::number;
}

class Scanner {
 public:
  Scanner(const text::TextModel& model, const lexicon::Lexicon& lexicon)
      : model_(model), lexicon_(lexicon), label_words_(lexicon) {
    for (const auto& [name, qualifier] : {std::pair{"about_before", Qualifier::about},
                                          {"slightly_below_before", Qualifier::slightly_below},
                                          {"more_than_before", Qualifier::more_than},
                                          {"at_least_before", Qualifier::at_least},
                                          {"at_most_before", Qualifier::at_most},
                                          {"less_than_before", Qualifier::less_than}}) {
      before_.emplace_back(lexicon.class_id(name), qualifier);
    }
    for (const auto& [name, qualifier] : {std::pair{"about_after", Qualifier::about},
                                          {"slightly_above_after", Qualifier::slightly_above},
                                          {"at_least_after", Qualifier::at_least},
                                          {"at_most_after", Qualifier::at_most}}) {
      after_.emplace_back(lexicon.class_id(name), qualifier);
    }
    ordinal_before_ = lexicon.class_id("ordinal_before");
    ordinal_after_ = lexicon.class_id("ordinal_after");
  }

  FactTable run(const Budget& budget) {
    const auto count = model_.passages.size();
    table_.facts_of.reserve(count);
    table_.tokens_of.reserve(count);
    for (std::uint32_t i = 0; i < count && !budget.is_spent_by_now(); ++i) scan_passage(i);
    return std::move(table_);
  }

 private:
  void scan_passage(std::uint32_t index) {
    const text::Passage& passage = model_.passages[index];
    text_ = passage.text;
    passage_ = index;
    in_cell_ = passage.in_table();
    const auto first = static_cast<std::uint32_t>(table_.facts.size());
    if (passage.story != docx::StoryKind::chart) {  // its values are copies of a table's, rounded or out of date
      find_fixed();
      find_figures();
    }
    std::sort(table_.facts.begin() + first, table_.facts.end(),
              [](const Fact& a, const Fact& b) { return a.span.begin < b.span.begin; });
    mark_ranges(first);
    label_facts(passage, lexicon_, label_words_, table_.facts, first, table_.facts.size());
    table_.facts_of.push_back({first, static_cast<std::uint32_t>(table_.facts.size())});
    add_tokens(first);
  }

  /// Document numbers and dates: what they cover is no figure.
  void find_fixed() {
    covered_.clear();
    docnumbers_.clear();
    find_docnumbers(text_, docnumbers_);
    for (const DocnumberMatch& match : docnumbers_) {
      Fact fact = blank_fact(FactKind::docnumber, match.span);
      fact.text_value = match.canonical;
      fact.docnumber_year = match.year;
      covered_.push_back(match.span);
      table_.facts.push_back(std::move(fact));
    }
    dates_.clear();
    find_dates(text_, dates_);
    std::size_t cover = 0;  // both lists are sorted
    for (const DateMatch& match : dates_) {
      while (cover < docnumbers_.size() && docnumbers_[cover].span.end <= match.span.begin) ++cover;
      if (cover < docnumbers_.size() && docnumbers_[cover].span.begin < match.span.end) continue;
      Fact fact = blank_fact(FactKind::date, match.span);
      fact.date = match.start;
      fact.date_end = match.end;
      if (match.is_invalid_form) fact.date.is_valid = false;
      table_.facts.push_back(std::move(fact));
      dated_.push_back(match.span);
    }
    covered_.insert(covered_.end(), dated_.begin(), dated_.end());
    dated_.clear();
    std::sort(covered_.begin(), covered_.end(), [](text::Span a, text::Span b) { return a.begin < b.begin; });
  }

  Fact blank_fact(FactKind kind, text::Span span) const {
    Fact fact;
    fact.kind = kind;
    fact.passage = passage_;
    fact.span = span;
    fact.number_span = span;
    return fact;
  }

  void find_figures() {
    std::size_t cover = 0;
    int depth = 0;
    for (std::uint32_t at = 0; at < text_.size();) {
      while (cover < covered_.size() && covered_[cover].end <= at) ++cover;
      if (cover < covered_.size() && covered_[cover].begin <= at) {
        at = covered_[cover].end;
        continue;
      }
      const char byte = text_[at];
      if (is_digit(byte)) {
        at = take_arabic(at, depth);
        continue;
      }
      const char32_t code = utf8::decode(text_, at);
      if (code == U'（') ++depth;
      if (code == U'）' && depth > 0) --depth;
      if (code >= 0x3007 && starts_numerals(code)) {
        if (const std::uint32_t end = take_chinese(at, depth); end > at) {
          at = end;
          continue;
        }
        // the rest of a run of numerals is no figure of its own
        while (at < text_.size() && starts_numerals(utf8::decode(text_, at)))
          at += static_cast<std::uint32_t>(utf8::length(text_[at]));
        continue;
      }
      at += static_cast<std::uint32_t>(utf8::length(byte));
    }
    if (in_cell_) take_blank();
  }

  static bool starts_numerals(char32_t code) {
    constexpr std::u32string_view kSigns = U"〇零一二两三四五六七八九十百千壹贰貳叁肆伍陆陸柒捌玖拾佰仟廿";
    return kSigns.find(code) != std::u32string_view::npos;
  }

  [[nodiscard]] char32_t before(std::uint32_t at) const {
    return at == 0 ? 0 : utf8::decode(text_, utf8::previous(text_, at));
  }
  [[nodiscard]] char32_t at_or_zero(std::uint32_t at) const { return at >= text_.size() ? 0 : utf8::decode(text_, at); }

  /// Reads an Arabic figure; returns where to go on.
  std::uint32_t take_arabic(std::uint32_t at, int depth) {
    auto match = match_arabic(text_, at, lexicon_);
    if (!match) return at + 1;
    const char32_t prior = before(at);
    const char32_t next = at_or_zero(match->end);
    const std::uint32_t resume = match->end;
    if ((prior < 128 && is_ascii_word(static_cast<char>(prior))) || prior == U'.' || match->is_malformed) return resume;
    Fact fact = blank_fact(FactKind::number, {at, match->end});
    fill(fact, *match, depth);
    if (next < 128 && next != 0 && is_ascii_word(static_cast<char>(next)) && match->unit == nullptr) {
      fact.kind = FactKind::code;
    } else if (is_ordinal(*match, prior, next)) {
      fact.kind = FactKind::ordinal;
    } else if (match->unit == nullptr && match->printed.places == 0 && match->digits.end - match->digits.begin >= 8 &&
               text_.substr(at, match->digits.end - at).find(',') == Text::npos && !in_cell_) {
      fact.kind = FactKind::code;
    }
    if (fact.kind != FactKind::ordinal && fact.kind != FactKind::code) {
      take_sign(fact, prior);
      take_qualifiers(fact, *match);
    }
    table_.facts.push_back(std::move(fact));
    return resume;
  }

  std::uint32_t take_chinese(std::uint32_t at, int depth) {
    const auto match = match_chinese(text_, at, lexicon_);
    if (!match) return at;
    // 一次性, 一批, 一方面: one of something in running text is seldom a count; 第三季度, 二十大 are names
    const Text before_text = text_.substr(0, at);
    if (match->unit->kind == UnitKind::count || match->unit->kind == UnitKind::duration) {
      const bool is_one = match->printed.coefficient == 1;
      if (is_one && match->unit->word != "人" && match->unit->word != "名" && match->unit->word != "辆" &&
          match->unit->word != "家")
        return at;
      if (suffix_of(lexicon_, ordinal_before_, before_text) != 0) return match->end;
      // 三类, 十项 between quotation marks: slogans
      if (before(at) == U'“' || before(at) == U'「') return match->end;
    }
    if (match->unit->kind == UnitKind::percent && match->unit->word == "成" &&
        (at_or_zero(match->end) == U'立' || at_or_zero(match->end) == U'果' || at_or_zero(match->end) == U'为' ||
         at_or_zero(match->end) == U'本' || at_or_zero(match->end) == U'员'))
      return at;
    if (match->unit->word == "分" || match->unit->word == "点" || match->unit->word == "角" ||
        match->unit->word == "度")
      return at;  // 十分, 三点, 一度
    Fact fact = blank_fact(FactKind::number, {at, match->end});
    fill(fact, *match, depth);
    take_qualifiers(fact, *match);
    table_.facts.push_back(std::move(fact));
    return match->end;
  }

  void fill(Fact& fact, const NumberMatch& match, int depth) {
    fact.number_span = match.digits;
    fact.printed = match.printed;
    fact.is_chinese = match.is_chinese;
    fact.unit = match.unit;
    fact.in_parentheses = depth > 0;
    fact.value = match.printed.value() * match.scale;
    fact.step = match.printed.step() * match.scale;
    if (match.unit != nullptr) {
      fact.unit_source = UnitSource::self;
      fact.kind = kind_of(match.unit->kind);
      if (fact.kind == FactKind::money || fact.kind == FactKind::count) {
        const char32_t next = at_or_zero(match.end);
        if (next == U'/' && fact.kind == FactKind::money && lexicon_.unit_at(text_, match.end + 1) != nullptr)
          fact.kind = FactKind::price;
      }
    }
    if (match.has_more) fact.qualifier = Qualifier::slightly_above;
  }

  [[nodiscard]] bool is_ordinal(const NumberMatch& match, char32_t prior, char32_t next) const {
    const std::uint32_t at = match.digits.begin;
    const Text head = text_.substr(0, at);
    const bool is_small = match.printed.places == 0 && match.digits.end - at <= 3;
    if (suffix_of(lexicon_, ordinal_before_, head) != 0 && match.printed.places == 0) return true;
    if (!is_small) {
      return match.printed.places == 0 && prefix_of(lexicon_, ordinal_after_, text_.substr(match.digits.end)) != 0 &&
             match.unit == nullptr;
    }
    if (match.unit == nullptr || match.unit->word == "类" || match.unit->word == "条") {
      if (const std::size_t size = prefix_of(lexicon_, ordinal_after_, text_.substr(match.digits.end));
          size != 0 && match.unit == nullptr)
        return true;
    }
    if (prior == U'“' && match.unit == nullptr) return true;
    const bool is_start =
        at == 0 || prior == U'。' || prior == U'；' || prior == U'：' || prior == U'\n' || prior == U' ';
    if (match.unit == nullptr && is_start &&
        (next == U'.' || next == U'、' || next == U'．' || next == U'）' || next == U'，')) {
      const char32_t after = at_or_zero(match.end + static_cast<std::uint32_t>(utf8::length(text_[match.end])));
      if (after == 0 || after > 127) return next != U'，' || after == 0;
    }
    if (match.unit == nullptr && prior == U'（' && next == U'）') {
      const bool is_whole_cell = in_cell_ && at == Text("（").size() && match.end + Text("）").size() == text_.size();
      return !is_whole_cell;
    }
    return false;
  }

  void take_sign(Fact& fact, char32_t prior) {
    if (prior == U'-' || prior == U'－' || prior == U'−') {
      const auto sign_at = static_cast<std::uint32_t>(utf8::previous(text_, fact.span.begin));
      const char32_t further = before(sign_at);
      const bool is_range = (further >= '0' && further <= '9') || further == U'%' || further == U'元' ||
                            (further < 128 && is_ascii_word(static_cast<char>(further)));
      if (!is_range) negate(fact, sign_at);
    } else if (prior == U'负') {
      negate(fact, static_cast<std::uint32_t>(utf8::previous(text_, fact.span.begin)));
    } else if (in_cell_ && prior == U'（' && at_or_zero(fact.span.end) == U'）' &&
               fact.span.begin == Text("（").size() && fact.span.end + Text("）").size() == text_.size()) {
      negate(fact, 0);
      fact.span.end = static_cast<std::uint32_t>(text_.size());
      fact.in_parentheses = false;
    }
  }

  static void negate(Fact& fact, std::uint32_t begin) {
    fact.printed.coefficient = -fact.printed.coefficient;
    fact.value = -fact.value;
    fact.span.begin = begin;
  }

  void take_qualifiers(Fact& fact, const NumberMatch& match) {
    const Text head = text_.substr(0, fact.span.begin);
    for (const auto& [id, qualifier] : before_) {
      const std::size_t size = suffix_of(lexicon_, id, head);
      if (size == 0 || is_inside_word(head)) continue;
      fact.qualifier = qualifier;
      fact.span.begin -= static_cast<std::uint32_t>(size);
      break;
    }
    const Text tail = text_.substr(fact.span.end);
    for (const auto& [id, qualifier] : after_) {
      const std::size_t size = prefix_of(lexicon_, id, tail);
      if (size == 0) continue;
      if (qualifier == Qualifier::slightly_above && match.unit == nullptr && match.has_magnitude) break;
      // 2023年起, 3月起: not after an amount word such as 起数
      if (tail.substr(0, size) == "起") break;
      fact.qualifier = qualifier;
      fact.span.end += static_cast<std::uint32_t>(size);
      break;
    }
  }

  /// 节约2万元 is no «about».
  static bool is_inside_word(Text head) {
    for (const Text word : {Text("节约"), Text("集约"), Text("签约"), Text("预约"), Text("违约"), Text("合约")}) {
      if (head.ends_with(word)) return true;
    }
    return false;
  }

  /// 3—5人, 13万元～17万元: both ends are bounds; the first takes the unit of the second when it has none.
  void mark_ranges(std::uint32_t first) {
    auto& facts = table_.facts;
    for (std::size_t i = first; i + 1 < facts.size(); ++i) {
      Fact& low = facts[i];
      Fact& high = facts[i + 1];
      if (!is_amount(low.kind) || !is_amount(high.kind) || high.span.begin < low.span.end) continue;
      const Text between = text_.substr(low.span.end, high.span.begin - low.span.end);
      if (between != "-" && between != "—" && between != "–" && between != "~" && between != "～" && between != "〜" &&
          between != "∼" && between != "至" && between != "到" && between != "——" && between != "－")
        continue;
      if (low.unit != nullptr && high.unit == nullptr) continue;
      const Text behind = text_.substr(high.span.end, 5);
      // （18.60-21.00）/21.00, 100-79=21: a subtraction
      if (behind.substr(0, 1) == "=" || behind.substr(0, 4) == "）/" || behind == "）÷") continue;
      low.is_range_part = true;
      high.is_range_part = true;
      if (low.unit == nullptr && high.unit != nullptr) {
        low.unit = high.unit;
        low.kind = high.kind;
        low.unit_source = UnitSource::sibling;
        low.value = low.printed.value() * high.unit->scale;
        low.step = low.printed.step() * high.unit->scale;
      }
    }
  }

  static bool is_amount(FactKind kind) {
    return kind == FactKind::money || kind == FactKind::percent || kind == FactKind::count ||
           kind == FactKind::number || kind == FactKind::points || kind == FactKind::multiple ||
           kind == FactKind::duration;
  }

  void take_blank() {
    static constexpr Text kBlanks[] = {"—", "-", "/", "无", "*", "——", "－", "--", "…", "–", "\\", "／"};
    if (std::find(std::begin(kBlanks), std::end(kBlanks), text_) != std::end(kBlanks)) {
      table_.facts.push_back(blank_fact(FactKind::blank, {0, static_cast<std::uint32_t>(text_.size())}));
    }
  }

  void add_tokens(std::uint32_t first) {
    const auto begin = static_cast<std::uint32_t>(table_.tokens.size());
    hits_.clear();
    lexicon_.find_words(text_, hits_);
    std::size_t hit = 0;
    std::size_t fact = first;
    const auto& facts = table_.facts;
    for (std::uint32_t at = 0; at < text_.size();) {
      while (fact < facts.size() && facts[fact].span.end <= at) ++fact;
      while (hit < hits_.size() && hits_[hit].begin < at) ++hit;
      if (fact < facts.size() && facts[fact].span.begin == at) {
        table_.tokens.push_back(
            {TokenKind::fact, static_cast<std::uint32_t>(fact), facts[fact].span.begin, facts[fact].span.end});
        at = facts[fact].span.end;
        continue;
      }
      std::uint32_t next = at + static_cast<std::uint32_t>(utf8::length(text_[at]));
      for (; hit < hits_.size() && hits_[hit].begin == at; ++hit) {
        table_.tokens.push_back({TokenKind::word, hits_[hit].word_class, hits_[hit].begin, hits_[hit].end});
        next = hits_[hit].end;
      }
      const char32_t code = utf8::decode(text_, at);
      constexpr std::u32string_view kMarks = U"，。；：、（）！？“”《》";
      if (kMarks.find(code) != std::u32string_view::npos) {
        table_.tokens.push_back({TokenKind::punctuation, static_cast<std::uint32_t>(code), at, next});
      }
      at = next;
    }
    table_.tokens_of.push_back({begin, static_cast<std::uint32_t>(table_.tokens.size())});
  }

  const text::TextModel& model_;
  const lexicon::Lexicon& lexicon_;
  LabelWords label_words_;
  FactTable table_;
  Text text_;
  std::uint32_t passage_ = 0;
  bool in_cell_ = false;
  std::vector<text::Span> covered_;
  std::vector<text::Span> dated_;
  std::vector<DocnumberMatch> docnumbers_;
  std::vector<DateMatch> dates_;
  std::vector<lexicon::Hit> hits_;
  std::vector<std::pair<lexicon::ClassId, Qualifier>> before_;
  std::vector<std::pair<lexicon::ClassId, Qualifier>> after_;
  lexicon::ClassId ordinal_before_ = lexicon::kNoClass;
  lexicon::ClassId ordinal_after_ = lexicon::kNoClass;
};

}  // namespace

Range facts_from(const FactTable& table, std::uint32_t passage, text::Span span) {
  const Range all = table.facts_of[passage];
  const auto first = table.facts.begin() + all.begin;
  const auto last = table.facts.begin() + all.end;
  const auto starts_before = [](const Fact& fact, std::uint32_t at) { return fact.span.begin < at; };
  const auto begin = std::lower_bound(first, last, span.begin, starts_before);
  const auto end = std::lower_bound(begin, last, span.end, starts_before);
  return {static_cast<std::uint32_t>(begin - table.facts.begin()),
          static_cast<std::uint32_t>(end - table.facts.begin())};
}

FactTable scan(const text::TextModel& model, const lexicon::Lexicon& lexicon, const Budget& budget) {
  return Scanner(model, lexicon).run(budget);
}

}  // namespace gouji::facts

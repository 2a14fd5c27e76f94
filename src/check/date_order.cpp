// SPDX-License-Identifier: Apache-2.0
#include "check/date_order.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "check/date_facts.hpp"
#include "check/date_order_evaluation.hpp"
#include "check/date_order_events.hpp"
#include "check/date_order_table.hpp"
#include "facts/calendar.hpp"

namespace gouji::check {
namespace {

using facts::Fact;

/// a|b|c in a group; words of a rule are patterns.
std::string one_of(const std::vector<std::string>& patterns) {
  std::string joined;
  for (const std::string& pattern : patterns) joined += (joined.empty() ? "(?:" : "|") + pattern;
  return joined + ")";
}

class DateOrder final : public Check {
 public:
  explicit DateOrder(Params& params)
      : planned_(params.texts("planned")),
        unless_(params.texts("unless")),
        particles_(params.texts("particles")),
        same_subject_(params.texts("same_subject")) {
    evaluation_.standing = params.texts("standing");
    evaluation_.notice = params.texts("notice");
    read_events(params);
    read_chains(params);
  }

  void run(const DocumentView& view, Sink& sink) const override {
    judge_evaluation(view, sink, evaluation_);
    for (const EventChain& chain : chains_) {
      for (std::uint32_t passage = 0; passage < view.text.passages.size(); ++passage) {
        if (dates_of(view, passage).size() >= 2) judge_passage(view, sink, passage, chain);
      }
      for (const table::TableView& table : view.tables.tables) {
        for (const std::vector<DatedEvent>& events : find_table_events(view, table, chain, planned_)) {
          judge_events(view, sink, chain, events);
        }
      }
    }
  }

 private:
  void read_events(Params& params) {
    const std::vector<std::string> patterns = params.texts("after_notice");
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      text::Regex regex(patterns[i]);
      if (regex.error().empty()) {
        evaluation_.events.push_back(std::move(regex));
      } else {
        params.fault("after_notice", i, "正则表达式有误：" + regex.error(), "bad pattern: " + regex.error());
      }
    }
  }

  void read_chains(Params& params) {
    const auto words = params.lists("words");
    for (const auto& [name, stages] : params.lists("chains")) {
      EventChain chain;
      chain.name = name;
      for (const std::string& stage : stages) {
        const auto found =
            std::find_if(words.begin(), words.end(), [&](const auto& entry) { return entry.first == stage; });
        if (found == words.end()) {
          params.fault("chains", 0, "words 中没有阶段：" + stage, "no words for the stage " + stage);
          continue;
        }
        text::Regex regex(one_of(found->second));
        if (!regex.error().empty()) {
          params.fault("words", static_cast<std::size_t>(found - words.begin()), "正则表达式有误：" + regex.error(),
                       "bad pattern: " + regex.error());
          continue;
        }
        chain.stages.push_back({stage, std::move(regex)});
      }
      chains_.push_back(std::move(chain));
    }
  }

  void judge_passage(const DocumentView& view, Sink& sink, std::uint32_t index, const EventChain& chain) const {
    const text::Passage& passage = view.text.passages[index];
    std::vector<DatedEvent> events;
    for (const text::Span sentence : passage.sentences) {
      std::vector<DatedEvent> found;
      find_events(view, index, sentence, chain, found);
      // another sentence goes on about the same thing only when it names no other
      if (!events.empty() && !found.empty() && !is_same_subject(found.front().lead)) {
        judge_events(view, sink, chain, events);
        events.clear();
      }
      events.insert(events.end(), found.begin(), found.end());
    }
    judge_events(view, sink, chain, events);
  }

  /// Splits where another subject begins, then compares each pair.
  void judge_events(const DocumentView& view, Sink& sink, const EventChain& chain,
                    const std::vector<DatedEvent>& events) const {
    for (std::size_t begin = 0; begin < events.size();) {
      std::size_t end = begin + 1;
      while (end < events.size() && is_same_subject(events[end].lead)) ++end;
      judge_group(
          view, sink, chain,
          {events.begin() + static_cast<std::ptrdiff_t>(begin), events.begin() + static_cast<std::ptrdiff_t>(end)});
      begin = end;
    }
  }

  void judge_group(const DocumentView& view, Sink& sink, const EventChain& chain,
                   const std::vector<DatedEvent>& events) const {
    if (events.size() < 2) return;
    std::set<std::size_t> stages;
    for (const DatedEvent& event : events) {
      if (!stages.insert(event.stage).second) return sink.not_comparable("several-of-one-stage");
      if (has_any(event.sentence, unless_)) return sink.not_comparable("other-order-stated");
    }
    std::set<std::uint32_t> wrong;  // dates already reported: one wrong date gives one finding
    for (std::size_t i = 0; i < events.size(); ++i) {
      for (std::size_t j = i + 1; j < events.size(); ++j) {
        const bool is_forward = events[i].stage < events[j].stage;
        const DatedEvent& earlier = is_forward ? events[i] : events[j];
        const DatedEvent& later = is_forward ? events[j] : events[i];
        if (wrong.count(earlier.fact) + wrong.count(later.fact) != 0) continue;
        if (judge_pair(view, sink, chain, earlier, later)) {
          wrong.insert(earlier.fact);
          wrong.insert(later.fact);
        }
      }
    }
  }

  bool judge_pair(const DocumentView& view, Sink& sink, const EventChain& chain, const DatedEvent& earlier,
                  const DatedEvent& later) const {
    const Fact& first = view.facts.facts[earlier.fact];
    const Fact& second = view.facts.facts[later.fact];
    if (!is_usable(first, earlier.date) || !is_usable(second, later.date)) return false;
    if (has_any(view.text.passages[first.passage].of(earlier.clause), planned_) ||
        has_any(view.text.passages[second.passage].of(later.clause), planned_)) {
      sink.not_comparable("planned");
      return false;
    }
    if (facts::last_day(later.date) >= facts::first_day(earlier.date)) {
      sink.holds();
      return false;
    }
    Draft draft = sink.draft();
    const std::string& first_name = chain.stages[earlier.stage].name;
    const std::string& second_name = chain.stages[later.stage].name;
    draft.working = {fmt::format("{}（{}）早于{}（{}）", second_name, facts::to_chinese(later.date), first_name,
                                 facts::to_chinese(earlier.date)),
                     fmt::format("{} ({}) comes before {} ({})", second_name, facts::to_iso(later.date), first_name,
                                 facts::to_iso(earlier.date))};
    draft.actual = facts::to_chinese(later.date);
    draft.key =
        fmt::format("{} {} {} {}", first_name, facts::to_iso(earlier.date), second_name, facts::to_iso(later.date));
    draft.evidence.push_back(spot_at(second.passage, later.clause, second.span, "later-stage"));
    draft.evidence.push_back(spot_at(first.passage, earlier.clause, first.span, "earlier-stage"));
    sink.report(std::move(draft));
    return true;
  }

  static bool is_usable(const Fact& fact, const facts::DateValue& date) {
    return date.year != 0 && date.month != 0 && fact.date.is_valid && fact.date_end.month == 0;
  }

  /// Nothing, 并于, 项目于, 我局…: no other project.
  [[nodiscard]] bool is_same_subject(std::string_view lead) const {
    const auto ends_with = [&](const std::string& word) {
      return lead.size() >= word.size() && lead.substr(lead.size() - word.size()) == word;
    };
    for (bool is_stripped = true; is_stripped;) {
      is_stripped = false;
      for (const std::string& word : particles_) {
        if (!word.empty() && ends_with(word)) {
          lead.remove_suffix(word.size());
          is_stripped = true;
        }
      }
    }
    return lead.empty() || std::find(same_subject_.begin(), same_subject_.end(), lead) != same_subject_.end();
  }

  EvaluationWords evaluation_;
  std::vector<EventChain> chains_;
  std::vector<std::string> planned_;
  std::vector<std::string> unless_;
  std::vector<std::string> particles_;
  std::vector<std::string> same_subject_;
};

}  // namespace

std::unique_ptr<Check> make_date_order(Params& params) { return std::make_unique<DateOrder>(params); }

}  // namespace gouji::check

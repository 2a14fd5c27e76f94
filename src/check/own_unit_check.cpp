// Kind «own_unit».
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "check/own_unit.hpp"
#include "check/phrases.hpp"

namespace gouji::check {
namespace {

std::string_view last_character(std::string_view name) { return name.substr(utf8::previous(name, name.size())); }

bool contains(std::string_view a, std::string_view b) { return a.find(b) != std::string_view::npos; }

/// Slots that say the same of a report: the title and the signature go with every form line.
bool is_comparable(const StatedUnit& a, const StatedUnit& b) {
  return a.slot == b.slot || b.slot == "title" || b.slot == "signature" || a.slot == "title";
}

class OwnUnit final : public Check {
 public:
  explicit OwnUnit(Params& params) : genres_(params.texts("genres")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    if (std::find(genres_.begin(), genres_.end(), view.context.genre) == genres_.end()) return;
    const std::vector<StatedUnit> units = stated_units(view);
    if (units.empty()) return;
    const StatedUnit& own = units.front();
    std::vector<const StatedUnit*> strangers;
    for (const StatedUnit& unit : units) {
      if (&unit == &own || !is_comparable(own, unit)) continue;
      if (contains(unit.name, own.name) || contains(own.name, unit.name)) {
        sink.holds();
      } else if (last_character(unit.name) != last_character(own.name)) {
        sink.not_comparable("unit-of-another-kind");
      } else {
        strangers.push_back(&unit);
      }
    }
    if (strangers.size() > 2) {
      sink.not_comparable("several-units");
    } else if (!strangers.empty()) {
      report(sink, own, strangers);
    }
    find_cut_name(view, sink, own);
  }

 private:
  static void report(Sink& sink, const StatedUnit& own, const std::vector<const StatedUnit*>& strangers) {
    Draft draft = sink.draft();
    const StatedUnit& first = *strangers.front();
    draft.expected = own.name;
    draft.actual = first.name;
    draft.working = {fmt::format("一处单位名称为“{}”，一处为“{}”", own.name, first.name),
                     fmt::format("the unit is called “{}” here and “{}” there", own.name, first.name)};
    draft.key = own.name + " " + first.name;
    for (const StatedUnit* each : strangers) draft.evidence.push_back({"unit", each->passage, each->span, each->span});
    draft.evidence.push_back({"own", own.passage, own.span, own.span});
    sink.report(std::move(draft));
  }

  /// «中共市委组织部» for 中共某某市委组织部: a formal name that lost its place.
  static void find_cut_name(const DocumentView& view, Sink& sink, const StatedUnit& own) {
    constexpr std::string_view kParty = "中共";
    if (own.name.substr(0, kParty.size()) != kParty) return;
    std::size_t place = std::string::npos;
    for (const std::string_view word : {"市委", "县委", "区委", "旗委"}) {
      place = std::min(place, own.name.find(word, kParty.size() + 3));
    }
    if (place == std::string::npos) return;
    const std::string cut = std::string(kParty) + own.name.substr(place);
    Draft draft = sink.draft();
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const std::string& text = view.text.passages[index].text;
      const std::size_t at = text.find(cut);
      if (at == std::string::npos) continue;
      const text::Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + cut.size())};
      draft.evidence.push_back(spot_in_words(view, index, span, "cut"));
    }
    if (draft.evidence.empty()) return;
    draft.severity = Severity::info;
    draft.expected = own.name;
    draft.actual = cut;
    draft.key = own.name + " " + cut;
    draft.working = {fmt::format("全称应为“{}”", own.name), fmt::format("the full name is “{}”", own.name)};
    draft.evidence.push_back({"own", own.passage, own.span, own.span});
    sink.report(std::move(draft));
  }

  std::vector<std::string> genres_;
};

}  // namespace

std::unique_ptr<Check> make_own_unit(Params& params) { return std::make_unique<OwnUnit>(params); }

}  // namespace gouji::check

// SPDX-License-Identifier: Apache-2.0
#include "config/settings.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gouji::config {
namespace {

template <class T>
void take(std::optional<T>& lower, const std::optional<T>& upper) {
  if (upper) lower = upper;
}

template <class T>
void append(std::vector<T>& lower, const std::vector<T>& upper) {
  std::copy(upper.begin(), upper.end(), std::back_inserter(lower));
}

std::vector<std::string> texts_of(const std::vector<Word>& words) {
  std::vector<std::string> out;
  std::transform(words.begin(), words.end(), std::back_inserter(out), [](const Word& word) { return word.value; });
  return out;
}

}  // namespace

void put_over(Layer& lower, const Layer& upper) {
  if (upper.select) lower.extend_select.clear();
  if (upper.ignore) lower.extend_ignore.clear();
  take(lower.select, upper.select);
  take(lower.ignore, upper.ignore);
  append(lower.extend_select, upper.extend_select);
  append(lower.extend_ignore, upper.extend_ignore);
  take(lower.with_low, upper.with_low);
  take(lower.profile, upper.profile);
  take(lower.genre, upper.genre);
  // a family of the upper layer goes over rules of the lower one too
  for (const SeverityOf& each : upper.severity) {
    lower.severity.erase(std::remove_if(lower.severity.begin(), lower.severity.end(),
                                        [&](const SeverityOf& below) {
                                          return below.name == each.name || below.name.rfind(each.name + "/", 0) == 0;
                                        }),
                         lower.severity.end());
  }
  append(lower.severity, upper.severity);
  take(lower.fail_on, upper.fail_on);
  take(lower.format, upper.format);
  take(lower.rules, upper.rules);
  if (upper.exclude) {
    lower.exclude = upper.exclude;
    lower.exclude_folder = upper.exclude_folder;
  }
  take(lower.no_external, upper.no_external);
  append(lower.limits, upper.limits);
}

EngineOptions engine_options(const Layer& layer, EngineOptions base) {
  if (layer.select) base.select = texts_of(layer.select->words);
  if (layer.ignore) base.ignore = texts_of(layer.ignore->words);
  for (const Word& word : layer.extend_select) base.extend_select.push_back(word.value);
  for (const Word& word : layer.extend_ignore) base.ignore.push_back(word.value);
  if (layer.with_low) base.with_low_confidence = layer.with_low->value;
  if (layer.profile) base.profile = layer.profile->value;
  if (layer.genre) base.genre = layer.genre->value;
  for (const SeverityOf& each : layer.severity) base.severity.push_back(each.change);
  if (layer.no_external) base.input.with_programs = !layer.no_external->value;
  // names and values were judged when the layer was read
  for (const auto& [name, value] : layer.limits) static_cast<void>(set_limit(base.limits, name.value, value));
  return base;
}

}  // namespace gouji::config

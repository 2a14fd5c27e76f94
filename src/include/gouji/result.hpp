// A value or the reason why there is none. Bad input is never an exception in gouji.
// Thread rule: plain values, no shared state.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace gouji {

/// The same sentence for people in Chinese (first) and in English.
struct Bilingual {
  std::string zh;
  std::string en;

  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
};

/// Why something could not be done: a stable code for programs («encrypted», «not-zip»), what happened,
/// where (file, part, or file:line:column of a rule pack), and what the reader can do about it.
struct Error {
  std::string code;
  Bilingual message;
  Bilingual hint;
  std::string where;
};

/// Either a value or an Error. Ask has_value() before value() or error().
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] T& value() { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const { return std::get<0>(state_); }
  [[nodiscard]] Error& error() { return std::get<1>(state_); }
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace gouji

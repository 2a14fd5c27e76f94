// date/event-order: 下达 before 支付, 开工 before 竣工, the evaluation after the year and its notice.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «date_order». chains, words, after_notice, unless: see rules/cn-report/date/event-order.yaml.
[[nodiscard]] std::unique_ptr<Check> make_date_order(Params& params);

}  // namespace gouji::check

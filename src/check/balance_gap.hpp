// balance/gap-unmoved: a shortfall stated twice with one value although a payment on it is reported between.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «balance_gap». gap: words right before a shortfall; paid: words right before a payment.
[[nodiscard]] std::unique_ptr<Check> make_balance_gap(Params& params);

}  // namespace gouji::check

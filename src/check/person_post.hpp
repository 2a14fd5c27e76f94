// Kind `person_post`: one post has one holder (DOMAIN 3.16 name/person). Only forms are read, where the name stands
// alone behind the post: «填报人：…», a cell beside the cell 填报人. Keys: posts, families. Names stay out of messages:
// they are personal data.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_person_post(Params& params);

}  // namespace gouji::check

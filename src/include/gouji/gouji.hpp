// All of gouji's public interface in one include. Start with gouji/engine.hpp: an Engine is made once, from a folder of
// rules, and turns documents into outcomes; gouji/outcome.hpp and gouji/finding.hpp say what those hold.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gouji/annotate.hpp"
#include "gouji/document_text.hpp"
#include "gouji/engine.hpp"
#include "gouji/finding.hpp"
#include "gouji/input.hpp"
#include "gouji/limits.hpp"
#include "gouji/outcome.hpp"
#include "gouji/result.hpp"
#include "gouji/rule_info.hpp"

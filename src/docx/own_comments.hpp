// How the comments of gouji annotate are told from those of people; they are not read as text of the document.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gouji::docx {

inline constexpr const char* kOwnAuthor = "gouji";
inline constexpr const char* kOwnInitials = "勾";

}  // namespace gouji::docx

// A program that checks one sentence, compiled against an installed gouji.
// SPDX-License-Identifier: Apache-2.0
#include <gouji/gouji.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto engine = gouji::Engine::create({.rules_dir = argv[1]});
  if (!engine) {
    std::cerr << engine.error().message.en << '\n';
    return 1;
  }
  const gouji::Outcome outcome =
      engine.value().check_plain("note", "现有编制107名，其中行政编制38名，事业编制77名，工勤编制4名。");
  for (const gouji::Finding& finding : outcome.findings)
    std::cout << finding.rule << ": " << finding.working.zh << '\n';
  return outcome.findings.empty() ? 1 : 0;
}

#!/usr/bin/env python3
"""House rules that a glance at the tree can settle: licence lines, lengths, no path or host of one machine."""
# SPDX-License-Identifier: Apache-2.0
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST_LINES = 500  # the aim is 300
MACHINE = re.compile(r"(^|[^A-Za-z0-9_.])/(work|root|farm)/|https?://(deb|security|registry)[.]")

faults = []
for folder in ("src", "tests", "ci", ".ci", "share"):
    for path in sorted((ROOT / folder).rglob("*")):
        if not path.is_file() or path.suffix in (".pyc", ".docx"):
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        name = path.relative_to(ROOT)
        if path.suffix in (".cpp", ".hpp"):
            if "SPDX-License-Identifier: Apache-2.0" not in text[:1500]:
                faults.append(f"{name}: no SPDX line")
            if text.count("\n") > MOST_LINES:
                faults.append(f"{name}: {text.count(chr(10))} lines, more than {MOST_LINES}")
            if path.suffix == ".hpp" and "#pragma once" not in text:
                faults.append(f"{name}: no #pragma once")
        if name.name != "check_house.py" and MACHINE.search(text):
            faults.append(f"{name}: a path or host of one machine")
        if "\r\n" in text and path.suffix in (".cpp", ".hpp", ".py", ""):
            if "cli" not in name.parts and "golden" not in name.parts:
                faults.append(f"{name}: Windows line ends")
print("\n".join(faults) or "the house rules hold")
sys.exit(1 if faults else 0)

#!/usr/bin/env python3
"""Fails when a file under src/ includes a stage that the table in src/README.md does not let it use.

The table's `uses` column may only name stages above it. `--self-test` shows that each kind of breach is found.
"""
# SPDX-License-Identifier: Apache-2.0
import pathlib
import re
import sys
import tempfile

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]')


def read_table(readme):
    stages = {}
    faults = []
    for line in readme.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if len(cells) != 4 or cells[0] == "stage" or set(cells[0]) <= {"-", ":"}:
            continue
        uses = cells[3].split()
        for name in uses:
            if name not in stages:
                faults.append(f"{readme}: {cells[0]} uses {name}, which does not stand above it")
        stages[cells[0]] = set(uses)
    if not stages:
        faults.append(f"{readme}: no table of stages")
    return stages, faults


def stage_of(include, stages):
    head = include.split("/")[0]
    if "/" not in include:
        return None
    return "include" if head == "gouji" else head if head in stages else None


def check(src):
    stages, faults = read_table(src / "README.md")
    for folder in sorted(p for p in src.iterdir() if p.is_dir()):
        if folder.name not in stages:
            faults.append(f"{folder}: is no stage of the table")
    for name in stages:
        if not (src / name).is_dir():
            faults.append(f"{src}/README.md: there is no folder {name}")
    for path in sorted([*src.rglob("*.hpp"), *src.rglob("*.cpp")]):
        stage = path.relative_to(src).parts[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            target = stage_of(found.group(1), stages) if found else None
            if target and target != stage and target not in stages.get(stage, set()):
                faults.append(f"{path}:{number}: {stage} must not include {found.group(1)} ({stage} does not use {target})")
    return faults


def self_test():
    table = "| stage | turns | into | uses |\n|---|---|---|---|\n| low | a | b | {low} |\n| high | b | c | low |\n"
    cases = [("", "", "", 0), ("", '#include "high/h.hpp"\n', "", 1), ("high", "", "", 1), ("", "", "stray", 1)]
    for low_uses, low_text, stray, wanted in cases:
        with tempfile.TemporaryDirectory() as name:
            src = pathlib.Path(name)
            (src / "README.md").write_text(table.format(low=low_uses))
            for stage, text in (("low", low_text), ("high", '#include "low/l.hpp"\n')):
                (src / stage).mkdir()
                (src / stage / "x.cpp").write_text(text)
            if stray:
                (src / stray).mkdir()
            found = check(src)
            if len(found) != wanted:
                sys.exit(f"self-test: wanted {wanted} faults, found {found}")


if "--self-test" in sys.argv:
    self_test()
else:
    faults = check(pathlib.Path(__file__).resolve().parent.parent / "src")
    print("\n".join(faults) or "every include follows src/README.md")
    sys.exit(1 if faults else 0)

#!/usr/bin/env python3
"""Builds corpus/reports/*/report.docx from report.txt with the producer that its first line names.

build.py [NAME…]: the named reports, or all whose report.txt is newer than their report.docx.
Needs what the producers need: python3-docx, libreoffice-writer, pandoc, node with the npm package docx (NODE_PATH).
"""
import dataclasses
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import plain  # noqa: E402


def write_npm(report, path):
    blocks = []
    for block in report.blocks:
        if block[0] == "table":
            rows = [[dataclasses.asdict(cell) if cell else None for cell in row] for row in block[1]]
            blocks.append({"kind": "table", "rows": rows})
        elif block[0] == "note":
            blocks.append({"kind": "note", "text": block[1]})
        else:
            level = block[1] if block[0] == "h" else 0
            blocks.append({"kind": block[0], "level": level, "pieces": plain.pieces(block[-1], 5)})
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump({"headers": report.headers, "footers": report.footers, "blocks": blocks}, file, ensure_ascii=False)
        file.flush()
        subprocess.run(["node", str(HERE / "write_npm_docx.js"), file.name, path], check=True)


def build(folder):
    report = plain.read(folder / "report.txt")
    target = str(folder / "report.docx")
    if report.producer == "npm-docx":
        write_npm(report, target)
    else:
        module = __import__("write_" + report.producer.replace("-", "_"))
        module.write(report, target)
    print(folder.name, report.producer)


def is_stale(folder):
    docx = folder / "report.docx"
    return not docx.exists() or docx.stat().st_mtime < (folder / "report.txt").stat().st_mtime


def main():
    root = HERE.parent / "reports"
    names = sys.argv[1:]
    for text in sorted(root.glob("*/report.txt")):
        if text.parent.name in names or (not names and is_stale(text.parent)):
            build(text.parent)


if __name__ == "__main__":
    main()

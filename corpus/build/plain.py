"""Reads a report.txt (the plain format of src/docx/plain.hpp, first line «producer: X») into blocks for the writers.

Blocks: ("p", text) · ("h", level, text) · ("toc", text) · ("table", [[Cell]]) · ("note", text: a footnote on the block
before). Headers and footers stand apart. A Cell has text, row_span, column_span; a covered place is None.
"""
from dataclasses import dataclass, field


@dataclass
class Cell:
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass
class Report:
    producer: str = "python-docx"
    headers: list = field(default_factory=list)
    footers: list = field(default_factory=list)
    blocks: list = field(default_factory=list)


def split_row(line):
    cells, cell, escaped = [], "", False
    for char in line.strip()[1:]:
        if escaped:
            cell += char if char == "|" else "\\" + char
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "|":
            cells.append(cell.strip())
            cell = ""
        else:
            cell += char
    return cells


def table_of(rows):
    """Every row has one entry a grid column: a Cell where one starts, None where a merged one goes on."""
    width = max(len(row) for row in rows)
    grid = [row + [""] * (width - len(row)) for row in rows]
    out = [[None] * width for _ in grid]
    origin = {}
    for r, row in enumerate(grid):
        for c, text in enumerate(row):
            if text == "^" and r > 0:
                origin[r, c] = origin[r - 1, c]
                top, left = origin[r, c]
                out[top][left].row_span = r - top + 1
            elif text == "<" and c > 0:
                origin[r, c] = origin[r, c - 1]
                top, left = origin[r, c]
                if top == r:
                    out[top][left].column_span = c - left + 1
            else:
                origin[r, c] = (r, c)
                out[r][c] = Cell(text)
    return out


def read(path):
    report, rows = Report(), []

    def close():
        if rows:
            report.blocks.append(("table", table_of(rows)))
            rows.clear()

    for line in open(path, encoding="utf-8").read().split("\n"):
        line = line.rstrip("\r")
        if line.startswith("producer:"):
            report.producer = line.split(":", 1)[1].strip()
        elif line.lstrip().startswith("|"):
            if not set(line) <= set("|- :"):
                rows.append(split_row(line))
        else:
            close()
            for mark, add in (("[header]", report.headers.append), ("[footer]", report.footers.append)):
                if line.startswith(mark):
                    add(line[len(mark):].strip())
                    break
            else:
                if line.startswith("[toc]"):
                    report.blocks.append(("toc", line[5:].strip()))
                elif line.startswith("[footnote]"):
                    report.blocks.append(("note", line[10:].strip()))
                elif line.startswith("#"):
                    level = len(line) - len(line.lstrip("#"))
                    report.blocks.append(("h", level, line.lstrip("#").strip()))
                elif line.strip():
                    report.blocks.append(("p", line.strip().replace("\\n", "\n")))
    close()
    return report


def pieces(text, seed):
    """The text cut into runs as editors leave them: deterministic, between any two characters."""
    out, at, state = [], 0, sum(map(ord, text)) * 31 + seed
    while at < len(text):
        state = (state * 1103515245 + 12345) % 2**31
        length = 3 + state % 23
        out.append(text[at:at + length])
        at += length
    return out or [""]

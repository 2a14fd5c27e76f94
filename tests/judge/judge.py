#!/usr/bin/env python3
"""LibreOffice as the judge of the .docx reader: judge.py GOUJI JUDGE_DOCUMENTS [REPORT.docx ...]

Writes the fidelity documents, exports them and the reports with LibreOffice, compares what it shows with `gouji text`:
body paragraphs with their numbers and cells with their places (XHTML export), text boxes, notes, headers and footers
(flat ODF). Every difference must stand in differences.txt beside this file, and all that stands there must occur.
"""
# SPDX-License-Identifier: Apache-2.0
import difflib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as tree

HERE = pathlib.Path(__file__).resolve().parent
XHTML = "{http://www.w3.org/1999/xhtml}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SIDE = ("textbox", "footnotes", "endnotes", "header", "footer")
SECONDS = 600


def plain(text):
    """What remains when widths, blanks, breaks and invisible characters are taken away."""
    folded = unicodedata.normalize("NFKC", text.replace("\u2011", "-").replace("⏎", ""))
    return "".join(c for c in folded if not c.isspace() and unicodedata.category(c) != "Cf")


def gouji_items(gouji, path):
    """Body items in order, and the texts of the stories beside it."""
    output = subprocess.run([gouji, "text", path], capture_output=True, text=True, check=True).stdout
    body, side = [], []
    for line in output.splitlines():
        if line.startswith("# "):
            continue
        place, _, text = line.split("\t", 2)
        part, *where = place.split(" ")
        text = plain(text)
        if part.startswith(SIDE):
            side.append(text)
        elif part == "document" and text:
            cell = tuple(int("".join(c for c in step if c.isdigit())) for step in where[1:]) if len(where) > 1 else None
            body.append((cell, text))
    return body, sorted(side)


def shown(element):
    """The text of an element without nested tables, note marks and what they hold."""
    out = element.text or ""
    for child in element:
        if child.tag != XHTML + "table" and not (child.get("id") or "").startswith("body_ftn"):
            out += shown(child)
        out += child.tail or ""
    return out


def is_block(element):
    names = ("p", "div", "table", "ol", "ul", "li", "h1", "h2", "h3", "h4", "h5", "h6")
    return any(child.tag == XHTML + name for child in element.iter() if child is not element for name in names)


def walk(element, body):
    for child in element:
        name = child.tag.replace(XHTML, "")
        if name == "table":
            walk_table(child, body)
        elif any((span.get("class") or "") in ("footnodeNumber", "endnodeNumber") for span in child.iter()):
            continue  # the notes behind the text; they are compared as stories
        elif name in ("ol", "ul", "li", "div", "section") and is_block(child):
            walk(child, body)
        elif name in ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6"):
            text = plain(shown(child))
            if text:
                body.append((None, text))


def walk_table(table, body):
    taken = set()
    rows = [row for row in table.iter(XHTML + "tr") if not any(row in inner.iter() for inner in table.iter(XHTML + "table") if inner is not table)]
    for r, row in enumerate(rows, 1):
        column = 0
        for cell in row:
            if cell.tag not in (XHTML + "td", XHTML + "th"):
                continue
            column += 1
            while (r, column) in taken:
                column += 1
            width, height = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
            taken.update((r + i, column + j) for i in range(height) for j in range(width))
            inner = []
            walk(cell, inner)
            own = "".join(text for place, text in inner if place is None)
            if own:
                body.append(((r, column), own))
            body.extend(item for item in inner if item[0] is not None)
            column += width - 1


def office_items(folder, stem):
    body = []
    root = tree.parse(folder / (stem + ".xhtml")).getroot()
    walk(root.find(XHTML + "body"), body)
    side = []

    def collect(element, inside):
        inside = inside or element.tag.startswith(DRAW) or element.tag == TEXT + "note-body" or element.tag in (
            STYLE + "header", STYLE + "footer", STYLE + "header-first", STYLE + "footer-first")
        for child in element:
            if child.tag in (TEXT + "p", TEXT + "h") and inside:
                text = plain("".join(own_text(child)))
                if text:
                    side.append(text)
            if child.tag != DRAW + "object":  # charts, with a table of their values
                collect(child, inside)

    collect(tree.parse(folder / (stem + ".fodt")).getroot(), False)
    return body, sorted(side)


def own_text(element):
    """Text of a paragraph without boxes and notes that hang in it."""
    if not element.tag.startswith(TEXT + "page-"):  # as many pages as the fonts at hand make
        yield element.text or ""
    for child in element:
        if not child.tag.startswith(DRAW) and child.tag != TEXT + "note":
            yield from own_text(child)
        yield child.tail or ""


def convert(office, folder, target, documents):
    subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target,
                    "--outdir", folder / "out", *documents], check=True, timeout=SECONDS,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def as_drawn(path):
    """The exports write deleted and hidden text, which LibreOffice's pages do not show: it is cut out of the flat ODF
    first. A cut from one paragraph into the next joins them, as accepting the deletion of the mark between does."""
    text = path.read_text(encoding="utf-8")
    for change in re.findall(r'<text:changed-region xml:id="([^"]+)"[^>]*>\s*<text:deletion>', text):
        marks = (f'<text:change-{side} text:change-id="{change}"/>' for side in ("start", "end"))
        text = re.sub(".*?".join(map(re.escape, marks)), "", text, flags=re.DOTALL)
    for style in re.findall(r'<style:style style:name="([^"]+)" style:family="text"[^>]*>\s*<style:text-properties[^>]*'
                            r'text:display="none"', text):
        text = re.sub(f'<text:span text:style-name="{re.escape(style)}">[^<]*</text:span>', "", text)
    path.write_text(text, encoding="utf-8")


def joined(body):
    """Paragraphs between two cells as one text: a page break inside a sentence parts them in the file only."""
    out = []
    for place, text in body:
        if place is None and out and out[-1][0] is None:
            out[-1] = (None, out[-1][1] + text)
        else:
            out.append((place, text))
    return out


def told(items):
    return " ⏐ ".join((f"{i[0][0]},{i[0][1]} " if i[0] else "") + i[1] if isinstance(i, tuple) else i for i in items)


def differences(name, ours, theirs):
    for code, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if code != "equal":
            yield name, told(ours[a:b]), told(theirs[c:d])


def known_differences():
    """name / gouji / LibreOffice / reason, a line each, blocks parted by blank lines."""
    known = {}
    for block in (HERE / "differences.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        if len(lines) != 4:
            sys.exit(f"differences.txt: not four lines: {lines}")
        values = [line.split(":", 1)[1].strip() for line in lines]
        known[tuple(values[:3])] = values[3]
    return known


def main():
    gouji, writer, *reports = sys.argv[1:]
    office = shutil.which("soffice") or sys.exit("judge: soffice is not installed (apt-get install libreoffice-writer-nogui)")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "in").mkdir()
        subprocess.run([writer, folder / "in"], check=True)
        for report in reports:
            shutil.copy(report, folder / "in" / f"report-{pathlib.Path(report).parent.name}.docx")
        documents = sorted(p for p in (folder / "in").iterdir() if p.suffix in (".docx", ".docm", ".dotx", ".dotm"))
        convert(office, folder, "fodt", documents)
        flat = [folder / "out" / (document.stem + ".fodt") for document in documents]
        for path in flat:
            as_drawn(path)
        convert(office, folder, "xhtml:XHTML Writer File:UTF8", flat)
        found = []
        for document in documents:
            ours, theirs = gouji_items(gouji, document), office_items(folder / "out", document.stem)
            tidy = joined if document.name.startswith("report-") else list
            found += differences(document.stem, tidy(ours[0]), tidy(theirs[0]))
            found += differences(document.stem, ours[1], theirs[1])
    known = known_differences()
    bad = [difference for difference in found if difference not in known]
    stale = [difference for difference in known if difference not in found]
    for kind, list_ in (("not listed", bad), ("listed, but not there", stale)):
        for name, ours, theirs in list_:
            print(f"# {kind}\ndocument: {name}\ngouji: {ours}\nLibreOffice: {theirs}\nreason:\n")
    print(f"judge: {len(documents)} documents, {len(found)} differences, {len(bad)} not listed, {len(stale)} stale")
    sys.exit(1 if bad or stale or not documents else 0)


if __name__ == "__main__":
    main()

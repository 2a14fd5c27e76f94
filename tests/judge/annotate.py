#!/usr/bin/env python3
"""Annotates documents and reads the copies back without gouji: annotate.py [--office] GOUJI RULES DOCX…

Each comment must stand on exactly the marked characters of its finding (from the JSON), the text and every other part
must be as they were, a second run must change nothing, and --remove must give every part back byte for byte.
--office: LibreOffice reads each copy too; the text that it sees and, after it has written the document anew, the
characters of each comment must be the same.
"""
# SPDX-License-Identifier: Apache-2.0
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIMIT = 13  # comments of one finding
PARENTS = {"p", "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "sdtContent", "dir", "bdo"}


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path):
    """Name, method, checksum and packed size of each entry, in order."""
    with zipfile.ZipFile(path) as archive:
        return [(i.filename, i.compress_type, i.CRC, i.compress_size) for i in archive.infolist()]


def ranges(root):
    """Comment id -> the characters between its ends, and the ids that have a reference."""
    open_ids, texts, references = set(), {}, []
    deleted = 0

    def walk(node):
        nonlocal deleted
        name = node.tag.replace(W, "w:")
        if name == "w:commentRangeStart":
            assert node.get(W + "id") not in texts, "two starts"
            open_ids.add(node.get(W + "id"))
            texts[node.get(W + "id")] = ""
        elif name == "w:commentRangeEnd":
            open_ids.remove(node.get(W + "id"))
        elif name == "w:commentReference":
            references.append(node.get(W + "id"))
        shown = {"w:t": node.text or "", "w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}.get(name, "")
        if not deleted and name in ("w:t", "w:tab", "w:br", "w:cr", "w:noBreakHyphen"):
            for one in open_ids:
                texts[one] += shown
        deleted += name in ("w:del", "w:moveFrom", "w:tabs")
        for child in node:
            walk(child)
        deleted -= name in ("w:del", "w:moveFrom", "w:tabs")

    walk(root)
    assert not open_ids, "a start without an end"
    return texts, references


def judge_order(root):
    """The marks stand only where the schema lets them; the run of a reference stands right in a paragraph."""
    for parent in root.iter():
        for child in parent:
            name, above = child.tag.replace(W, ""), parent.tag.replace(W, "")
            if name in ("commentRangeStart", "commentRangeEnd"):
                assert above in PARENTS, f"{name} in {above}"
            if name == "r" and child.find(W + "commentReference") is not None:
                assert above == "p", f"a reference in {above}"
            if name == "rPr" and above in ("r", "p"):
                assert parent[0] is child, "properties behind content"


def text_of(root):
    return ["".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p")]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def marked(evidence):
    quote, begin, end = evidence["quote"], evidence["mark"]["start"], evidence["mark"]["end"]
    return quote[begin:end] if end > begin else quote


def judge(gouji, path, folder):
    copy, again, back = (str(folder / name) for name in ("copy.docx", "again.docx", "back.docx"))
    made = run(gouji, "annotate", path, "-o", copy)
    assert made.returncode == 0, made.stderr
    checked = json.loads(run(gouji, "check", "--format", "json", "--fail-on", "never", path).stdout)
    findings = checked["documents"][0]["findings"]
    before, after = parts(path), parts(copy)
    if not findings:
        assert before == after
        return 0, 0
    for name, content in after.items():
        if name.endswith((".xml", ".rels")):
            tree.fromstring(content)
    allowed = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed <= allowed, f"changed: {changed - allowed}"
    old, new = packed(path), packed(copy)
    assert [i[0] for i in new][:len(old)] == [i[0] for i in old], "another order"
    assert all(entry in new for entry in old if entry[0] not in changed), "packed anew"

    root = tree.fromstring(after["word/document.xml"])
    assert text_of(root) == text_of(tree.fromstring(before["word/document.xml"])), "the text was changed"
    texts, references = ranges(root)
    judge_order(root)
    comments = {}
    for comment in tree.fromstring(after["word/comments.xml"]):
        comments[comment.get(W + "id")] = text_of(comment)
    assert len(references) == len(set(references)) and set(references) == set(comments) == set(texts)
    exact = total = 0
    heads = {}
    for one, lines in comments.items():
        head = re.match(r"gouji-(\d+)(?:（(\d+)/(\d+)）)? ", lines[0])
        if head:
            heads[int(head[1]), int(head[2] or 1)] = one
    for number, finding in enumerate(findings, 1):
        places, seen = [], set()
        for evidence in finding["evidence"]:
            key = json.dumps([evidence["place"], evidence["mark"]], sort_keys=True)
            if key not in seen:
                seen.add(key)
                places.append(evidence)
        for position, evidence in enumerate(places[:LIMIT], 1):
            one = heads.pop((number, position))
            total += 1
            if any(line.startswith("所指文字不能直接加批注") for line in comments[one]):
                assert evidence["place"]["part"] != "document", f"not exact: {evidence}"
                continue
            exact += 1
            wanted = marked(evidence)
            assert texts[one] == wanted, f"comment {one} stands on {texts[one]!r}, wanted {wanted!r}"
    assert not heads, f"comments without a finding: {heads}"

    assert run(gouji, "annotate", copy, "-o", again).returncode == 0
    assert pathlib.Path(again).read_bytes() == pathlib.Path(copy).read_bytes(), "a second run differs"
    assert run(gouji, "annotate", copy, "-o", back, "--remove").returncode == 0
    assert parts(back) == before and list(parts(back)) == list(before), "--remove does not give the parts back"
    assert run(gouji, "annotate", path, "-o", copy + "2.docx", "--suggest").returncode == 0
    judge_order(tree.fromstring(parts(copy + "2.docx")["word/document.xml"]))
    assert run(gouji, "annotate", copy + "2.docx", "-o", back, "--remove").returncode == 0
    assert parts(back) == before, "--remove does not take back what --suggest wrote"
    assert run(gouji, "text", copy).stdout == run(gouji, "text", path).stdout, "gouji reads another text"
    return total, exact


def own(path):
    """First line of each of gouji's comments -> the characters it stands on."""
    after = parts(path)
    texts, _ = ranges(tree.fromstring(after["word/document.xml"]))
    comments = tree.fromstring(after["word/comments.xml"])
    return {text_of(c)[0]: texts.get(c.get(W + "id")) for c in comments if c.get(W + "author") == "gouji"}


def judge_office(gouji, paths, folder):
    """Errors as lines."""
    copies, plain = folder / "copies", folder / "plain"
    copies.mkdir()
    plain.mkdir()
    for number, path in enumerate(paths):
        run(gouji, "annotate", path, "-o", str(copies / f"{number}.docx"))
        shutil.copy(path, plain / f"{number}.docx")
    office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
    for source, kind, target in ((copies, "docx:MS Word 2007 XML", "docx"), (copies, "txt:Text (encoded):UTF8", "text"),
                                 (plain, "txt:Text (encoded):UTF8", "plain-text")):
        run(*office, kind, "--outdir", str(folder / target), *map(str, sorted(source.glob("*.docx"))))
    wrong = []
    for number, path in enumerate(paths):
        try:
            text, old = ((folder / kind / f"{number}.txt").read_bytes() for kind in ("text", "plain-text"))
            if text != old:
                wrong.append(f"{path}: LibreOffice sees another text")
            if "word/comments.xml" in parts(copies / f"{number}.docx"):
                before = own(copies / f"{number}.docx")
                after = own(folder / "docx" / f"{number}.docx") if before else {}
                wrong += [f"{path}: {head}: {text!r}, {after.get(head)!r} in the export of LibreOffice"
                          for head, text in before.items() if after.get(head) != text]
        except (OSError, KeyError, AssertionError) as missing:
            wrong.append(f"{path}: {type(missing).__name__} {missing}")
    return wrong


def main():
    arguments = [word for word in sys.argv[1:] if word != "--office"]
    gouji, rules, *paths = arguments
    os.environ["GOUJI_RULES"] = rules
    bad = comments = exact = 0
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            try:
                total, right = judge(gouji, path, pathlib.Path(folder))
                comments += total
                exact += right
            except (AssertionError, KeyError, ValueError, tree.ParseError) as wrong:
                bad += 1
                print(f"{path}: {type(wrong).__name__} {wrong}", file=sys.stderr)
    if len(arguments) + 1 < len(sys.argv):
        with tempfile.TemporaryDirectory() as folder:
            for line in judge_office(gouji, paths, pathlib.Path(folder)):
                bad += 1
                print(line, file=sys.stderr)
    print(f"{len(paths)} documents, {comments} comments, {exact} on the very characters, {bad} documents wrong")
    return 1 if bad or comments == 0 else 0


sys.exit(main())

#!/usr/bin/env python3
"""Compares every report format of one run with its JSON. Usage: formats.py FOLDER (see ci/test_formats)."""
# SPDX-License-Identifier: Apache-2.0
import collections
import csv
import json
import pathlib
import sys
import xml.etree.ElementTree as tree

folder = pathlib.Path(sys.argv[1])
csv.field_size_limit(1 << 30)
faults = []


def expect(what, got, wanted):
    if got != wanted:
        faults.append(f"{what}: {str(got)[:200]} instead of {str(wanted)[:200]}")


def text(name):
    return (folder / name).read_bytes().decode("utf-8")


def flat(words):
    """Words as a cell of a sheet gives them back."""
    return " ".join(str(words or "").split())


report = json.loads(text("all.json"))
findings = [(d["path"], f) for d in report["documents"] for f in d["findings"]]
failed = [d for d in report["documents"] if d["status"] == "failed"]
ids = collections.Counter((path, f["id"]) for path, f in findings)
expect("findings and failures in the run", (len(findings) > 400, len(failed)), (True, 1))

lines = [json.loads(line) for line in text("all.jsonl").splitlines()]
expect("jsonl documents", lines[1:-1], report["documents"])
expect("jsonl tool", lines[0]["tool"], report["tool"])

run = json.loads(text("all.sarif"))["runs"][0]
uri_ids = collections.Counter(r["partialFingerprints"]["goujiFindingId/v1"] for r in run["results"])
expect("sarif ids", uri_ids, collections.Counter(f["id"] for _, f in findings))
for result, (_, finding) in zip(run["results"], findings):
    expect("sarif rule", run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], finding["rule"])
    quotes = [p["physicalLocation"]["region"]["snippet"]["text"] for p in result["locations"] + result["relatedLocations"]]
    expect("sarif quotes", quotes, [e["quote"] for e in finding["evidence"]][: len(quotes)])
expect("sarif unreadable", [n["level"] for n in run["invocations"][0]["toolExecutionNotifications"]].count("error"), 1)

suites = tree.fromstring(text("all.junit"))
for suite, document in zip(suites.findall("testsuite"), report["documents"]):
    counts = [len(suite.findall(f"testcase/{kind}")) for kind in ("failure", "error", "skipped")]
    expect("junit counts", [int(suite.get(key)) for key in ("failures", "errors", "skipped")], counts)
    expect("junit tests", int(suite.get("tests")), len(suite.findall("testcase")))
    expect("junit failures", counts[0], sum(f["severity"] == "error" for f in document["findings"]))
expect("junit suites", len(suites.findall("testsuite")), len(report["documents"]))

items = json.loads(text("all.gitlab"))
expect("gitlab items", len(items), len(findings) + 1)
expect("gitlab fingerprints", len({item["fingerprint"] for item in items}), len(items))
expect("rdjson items", len(json.loads(text("all.rdjson"))["diagnostics"]), len(findings) + 1)

raw = (folder / "all.csv").read_bytes()
expect("csv byte order mark", raw[:3], b"\xef\xbb\xbf")
rows = list(csv.DictReader(raw[3:].decode("utf-8").splitlines(keepends=True)))
expect("csv ids", collections.Counter((r["文件"], r["编号"]) for r in rows if r["编号"]), ids)
expect("csv failures", sum(r["状态"] == "无法检查" for r in rows), 1)
for row in rows:
    for value in row.values():
        if value[:1] in "=@\t" and value:
            faults.append(f"csv: a formula: {value[:40]}")

sheets = {path.stem.split("-")[-1]: list(csv.DictReader(path.open(encoding="utf-8", newline="")))
          for path in (folder / "sheets").glob("*.csv")}
expect("sheets", sorted(sheets), sorted(["汇总", "问题", "覆盖", "规则"]))
expect("xlsx ids", collections.Counter((r["文件"], r["编号"]) for r in sheets["问题"]), ids)
by_id = {key: f for key, f in ((((path, f["id"])), f) for path, f in findings)}
for row in sheets["问题"]:
    finding = by_id[(row["文件"], row["编号"])]
    expect("xlsx message", flat(row["问题"]), flat(finding["message"]))
    expect("xlsx working", flat(row["验算"]), flat(finding["working"]))
    expect("xlsx rule", row["规则"], finding["rule"])
covered = [(d["path"], r["rule"], r["holds"], r["contradicted"]) for d in report["documents"] for r in d["coverage"]["rules"]]
expect("xlsx coverage", [(r["文件"], r["规则"], int(r["相符"]), int(r["不符"])) for r in sheets["覆盖"] if r["相符"]], covered)

annotations = [line for line in text("all.github").splitlines() if line.startswith(("::error", "::warning", "::notice file"))]
expect("github annotations within its limits", len(annotations) <= 50, True)
expect("github worst first", annotations == sorted(annotations, key=lambda a: "ewn".index(a[2])), True)
notes = sum(len(d["notes"]) for d in report["documents"]) + len(report["notes"])
expect("concise lines", len(text("all.concise").splitlines()), len(findings) + notes + 2)

print("\n".join(faults[:20]) or f"formats: {len(findings)} findings of {len(report['documents'])} documents in every format")
sys.exit(1 if faults else 0)

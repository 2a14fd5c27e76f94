#!/usr/bin/python3
"""Works the `why` lines of the paragraph files in exact decimals and stops at the first that does not hold.

A line such as «38+77+4 = 119 != 107» is a chain of comparisons; pct(a, b, n) is 100·a/b rounded to n decimals,
weekday(y, m, d) is 1 for Monday. Lines that start with # are remarks. Also reports figures that the text does not hold.
"""
import datetime
import re
import sys
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

import yaml


def pct(a, b, n=2):
    return (a * 100 / b).quantize(Decimal(1).scaleb(-int(n)), ROUND_HALF_UP)


def weekday(y, m, d):
    return Decimal(datetime.date(int(y), int(m), int(d)).isoweekday())


def holds(line):
    code = re.sub(r"(?<![<>!=])=(?!=)", "==", line)
    code = re.sub(r"\d+(?:\.\d+)?", lambda m: 'D("%s")' % m.group(), code)
    return eval(code, {"D": Decimal, "pct": pct, "weekday": weekday, "abs": abs, "max": max})


bad = 0
for path in sys.argv[1:]:
    seen = set()
    cases = yaml.safe_load(open(path, encoding="utf-8"))
    for case in cases:
        assert case["name"] not in seen, case["name"]
        seen.add(case["name"])
        text = unicodedata.normalize("NFKC", case["text"])
        bare = re.sub(r"(?<=\d),(?=\d{3})", "", re.sub(r"(?<=\d) (?=\d)", "", text))
        whys = case.get("why", [])
        for line in [] if isinstance(whys, str) else whys:  # a plain string is a remark
            if line.startswith("#"):
                continue
            try:
                good = holds(line)
            except Exception as error:  # report the case, then go on
                good, line = False, "%s (%s)" % (line, error)
            if not good:
                bad += 1
                print(path, case["name"], "does not hold:", line)
            if "-v" not in line:
                left = re.sub(r"pct\(([^()]*), *\d\)", r"\1", line)
                missing = [n for n in re.findall(r"\d+(?:\.\d+)?", left) if n not in bare]
                if missing:
                    print("   note", case["name"], "not in the text:", missing, "|", line)
        for want in case["expect"]:
            if "quote" in want and unicodedata.normalize("NFKC", want["quote"]) not in text:
                bad += 1
                print(path, case["name"], "no such quote", want["quote"])
    print(path, len(cases), "cases,", sum(1 for c in cases if not c["expect"]), "clean,",
          "lengths", min(len(c["text"]) for c in cases), "to", max(len(c["text"]) for c in cases))
sys.exit(1 if bad else 0)

# Helper for the make.py files: number formats, text assembly, planting of defects (standard library only).
import json, os, re, sys
from decimal import Decimal, ROUND_HALF_UP
def D(x): return Decimal(str(x))
def q(x, n=2): return D(x).quantize(Decimal(1).scaleb(-n), ROUND_HALF_UP)
def f2(x): return f"{q(x)}"
def f1(x): return f"{q(x,1)}"
def f0(x): return f"{q(x,0)}"
def c2(x): return f"{q(x):,}"
def c0(x): return f"{q(x,0):,}"
def pc(a, b, n=2): return f"{q(D(a)*100/D(b), n)}"
def gr(cur, prev, n=2): return f"{q(abs(D(cur)-D(prev))*100/D(prev), n)}"
def fw(s): return "".join(chr(ord(c)+0xFEE0) if c in "0123456789" else c for c in str(s))
_CN = "零壹贰叁肆伍陆柒捌玖"
def cap(x):
    x = q(x); i = int(x); jf = int((x-i)*100)
    def four(n):
        s = ""; z = False
        for u, w in ((1000,"仟"),(100,"佰"),(10,"拾"),(1,"")):
            d = n//u % 10
            if d: s += ("零" if z and s else "") + _CN[d] + w; z = False
            else: z = True
        return s
    out = ""
    for u, w in ((10**8,"亿"),(10**4,"万"),(1,"")):
        n = i//u % 10**4
        if n:
            if out and n < 1000: out += "零"
            out += four(n) + w
        elif out and not out.endswith("零") and u == 1 and False: out += "零"
    out += "元"
    if jf == 0: return out + "整"
    j, f = divmod(jf, 10)
    if j: out += _CN[j] + "角"
    else: out += "零"
    if f: out += _CN[f] + "分"
    return out
class Doc:
    def __init__(s, path, genre, producer):
        s.dir = os.path.dirname(os.path.abspath(path)); s.genre = genre
        s.t = f"producer: {producer}\n"; s.ex = []; s.si = []
    def p(s, text): s.t += text.strip("\n") + "\n"
    def tab(s, rows):
        s.t += "".join("| " + " | ".join(str(c) for c in r) + " |\n" for r in rows) + "\n"
    def plant(s, old, new, rule, sev, why, quote=None, alt=()):
        n = s.t.count(old)
        assert n == 1, (n, old)
        s.t = s.t.replace(old, new); s.ex.append((rule, sev, quote or new, list(alt), why))
    def after(s, anchor, text):
        # insert paragraphs after the one line that contains the anchor
        L = s.t.split("\n"); k = [i for i, l in enumerate(L) if anchor in l]
        assert len(k) == 1, (len(k), anchor)
        L[k[0]+1:k[0]+1] = text.strip("\n").split("\n"); s.t = "\n".join(L)
    def silent(s, *qs): s.si += qs
    def done(s):
        for r, sev, quo, alt, why in s.ex:
            n = s.t.count(quo)
            assert n >= 1, ("lost quote", quo)
            if n > 1: print("  quote x", n, quo)
        for quo in s.si:
            assert quo in s.t, ("silent lost", quo)
            assert "\n" not in quo
        open(s.dir + "/report.txt", "w", encoding="utf-8").write(s.t)
        o = f"genre: {s.genre}\n"
        o += "expect: []\n" if not s.ex else "expect:\n"
        for r, sev, quo, alt, why in s.ex:
            o += f"  - rule: {r}\n    severity: {sev}\n    quote: {json.dumps(quo, ensure_ascii=False)}\n"
            o += f"    alt: [{', '.join(alt)}]\n    why: {json.dumps(why, ensure_ascii=False)}\n"
        o += "silent:\n" + "".join(f"  - {json.dumps(x, ensure_ascii=False)}\n" for x in s.si) if s.si else "silent: []\n"
        # Written once: labels that proved wrong are mended in the file, and must not come back.
        if not os.path.exists(s.dir + "/labels.yaml"):
            open(s.dir + "/labels.yaml", "w", encoding="utf-8").write(o)
        cjk = len(re.findall(r"[\u4e00-\u9fff]", s.t)); full = len(re.sub(r"\s", "", s.t))
        print(os.path.basename(s.dir), "cjk", cjk, "chars", full, "expect", len(s.ex), "silent", len(s.si))

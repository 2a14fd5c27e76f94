"""What the make.py of a report uses: number formats, and finish(), which plants the slips and writes the files."""
from decimal import Decimal as D, ROUND_HALF_UP
import re, json, os, sys
HERE=os.path.dirname(os.path.abspath(sys.argv[0]))
def q(x,n=2): return D(x).quantize(D(1).scaleb(-n),ROUND_HALF_UP)
def m(x,n=2): return f"{q(x,n):f}"
def c(x,n=2): return f"{q(x,n):,f}"
def r(a,b,n=2): return m(D(a)*100/D(b),n)
BUGS=[]
def bug(old,new,rule,sev,quote,why,alt=()): BUGS.append((old,new,rule,sev,quote,why,list(alt)))
def finish(genre,text,silent=()):
    text=text.strip()+"\n"
    for b in BUGS:
        assert text.count(b[0])==1,("OLD",text.count(b[0]),b[0])
    for b in BUGS:
        assert text.count(b[0])==1,("OLD2",text.count(b[0]),b[0])
        text=text.replace(b[0],b[1])
    out=[f"genre: {genre}"]
    if not BUGS: out.append("expect: []")
    else:
        out.append("expect:")
        for o,n,rule,sev,quote,why,alt in BUGS:
            k=text.count(quote); assert k>=1,("QUOTE",quote)
            if k>1: print("  quote not unique",k,quote)
            out.append(f"  - rule: {rule}\n    severity: {sev}\n    quote: {json.dumps(quote,ensure_ascii=False)}")
            if alt: out.append(f"    alt: [{', '.join(alt)}]")
            out.append(f"    why: {json.dumps(why,ensure_ascii=False)}")
    if not silent: out.append("silent: []")
    else:
        out.append("silent:")
        for s in silent:
            assert s in text,("SILENT",s)
            out.append(f"  - {json.dumps(s,ensure_ascii=False)}")
    # table shape check
    w=None
    for ln in text.split("\n"):
        if ln.startswith("|"):
            k=ln.count("|")
            if w is not None and k!=w: print("  row width",k,w,ln[:60])
            w=k
        else: w=None
    open(os.path.join(HERE,"report.txt"),"w",encoding="utf-8").write(text)
    # Written once: labels that proved wrong are mended in the file, and must not come back.
    labels=os.path.join(HERE,"labels.yaml")
    if not os.path.exists(labels): open(labels,"w",encoding="utf-8").write("\n".join(out)+"\n")
    han=len(re.findall(r"[\u4e00-\u9fff]",text)); tot=len(re.sub(r"[\s|]","",text))
    print(os.path.basename(HERE),"han",han,"chars",tot,"labels",len(BUGS),"silent",len(silent))

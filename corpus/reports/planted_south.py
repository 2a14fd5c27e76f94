from decimal import Decimal as D, ROUND_HALF_UP
import re, json, os, sys, datetime
HERE=os.path.dirname(os.path.abspath(sys.argv[0]))
def q(x,n=2): return D(x).quantize(D(1).scaleb(-n),ROUND_HALF_UP)
def m(x,n=2): return f"{q(x,n):f}"
def c(x,n=2): return f"{q(x,n):,f}"
def r(a,b,n=2): return m(D(a)*100/D(b),n)
def wd(y,mo,d): return "星期"+"一二三四五六日"[datetime.date(y,mo,d).weekday()]
def days(a,b): return (datetime.date(*b)-datetime.date(*a)).days
def cap(x):
    "amount in yuan -> capital numerals"
    x=q(x,2); n=int(x); f=int((x-n)*100); dg="零壹贰叁肆伍陆柒捌玖"
    def four(v):
        s="";z=False
        for u,w in ((1000,"仟"),(100,"佰"),(10,"拾"),(1,"")):
            k=v//u%10
            if k: s+=("零" if z and s else "")+dg[k]+w; z=False
            else: z=True
        return s
    parts=[(n//10**8,"亿"),(n//10**4%10**4,"万"),(n%10**4,"")]; s=""
    for v,u in parts:
        if v: s+=("零" if s and v<1000 else "")+four(v)+u
    s+="元"
    if f==0: return s+"整"
    if f//10: s+=dg[f//10]+"角"
    else: s+="零"
    return s+(dg[f%10]+"分" if f%10 else "整")
assert cap(12345678)=="壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元整",cap(12345678)
assert cap(1230000)=="壹佰贰拾叁万元整" and cap(10050000)=="壹仟零伍万元整"
BUGS=[]
def bug(old,new,rule,sev,quote,why,alt=()): BUGS.append((old,new,rule,sev,quote,why,list(alt)))
def finish(genre,text,silent=()):
    text=text.strip()+"\n"
    for b in BUGS: assert text.count(b[0])==1,("OLD",text.count(b[0]),b[0])
    for b in BUGS:
        assert text.count(b[0])==1,("OLD2",text.count(b[0]),b[0])
        text=text.replace(b[0],b[1])
    out=[f"genre: {genre}"]
    out.append("expect:" if BUGS else "expect: []")
    for o,n,rule,sev,quote,why,alt in BUGS:
        assert text.count(quote)==1,("QUOTE",text.count(quote),quote)
        out.append(f"  - rule: {rule}\n    severity: {sev}\n    quote: {json.dumps(quote,ensure_ascii=False)}")
        if alt: out.append(f"    alt: [{', '.join(alt)}]")
        out.append(f"    why: {json.dumps(why,ensure_ascii=False)}")
    out.append("silent:" if silent else "silent: []")
    for s in silent:
        assert s in text,("SILENT",s)
        out.append(f"  - {json.dumps(s,ensure_ascii=False)}")
    w=None
    for ln in text.split("\n"):
        if ln.startswith("|"):
            k=ln.count("|")
            if w is not None and k!=w: print("  row width",k,w,ln[:60])
            w=k
        else: w=None
    open(os.path.join(HERE,"report.txt"),"w",encoding="utf-8").write(text)
    open(os.path.join(HERE,"labels.yaml"),"w",encoding="utf-8").write("\n".join(out)+"\n")
    print(os.path.basename(HERE),"chars",len(text),"labels",len(BUGS),"silent",len(silent))

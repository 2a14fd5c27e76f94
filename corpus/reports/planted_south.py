"""planted.py with weekdays, lengths of time and amounts in words."""
import datetime

from planted import *

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

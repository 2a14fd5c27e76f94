"""Exact figures for the generated reports: every sum, share and rate is worked from base data, never by hand."""
from decimal import ROUND_HALF_UP, Decimal as D


def q(x, n=2):
    return D(x).quantize(D(1).scaleb(-n), ROUND_HALF_UP)


def m(x, n=2, sep=True):
    return format(q(x, n), (",." if sep else ".") + str(n) + "f")


def y(x):
    """An amount of 万元 printed in 元."""
    return m(D(x) * 10000)


def pct(a, b, n=2):
    return "%s%%" % q(D(a) * 100 / D(b), n)


def than(cur, prev, unit="万元", n=2, rate=2, sep=True, up=("增加", "增长"), down=("减少", "下降")):
    """增加x万元，增长y%."""
    delta = D(cur) - D(prev)
    words = up if delta > 0 else down
    return "%s%s%s，%s%s" % (words[0], m(abs(delta), n, sep), unit, words[1], pct(abs(delta), prev, rate))


TERMS = [
    ("财政拨款收入", "指本级财政部门当年拨付的资金，包括一般公共预算拨款、政府性基金预算拨款和国有资本经营预算拨款。"),
    ("其他收入", "指除财政拨款、事业收入、经营收入之外取得的各项收入，如存款利息、租金等。"),
    ("年初结转和结余", "指以前年度尚未用完、留待本年按原用途继续使用的资金，以及项目已经完成或者终止后剩余的资金。"),
    ("年末结转和结余", "指本年度或者以前年度安排的预算因客观条件变化无法按原计划实施，需要推迟到以后年度继续使用的资金。"),
    ("基本支出", "指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。"),
    ("项目支出", "指在基本支出之外，为完成特定行政任务和事业发展目标所发生的支出。"),
    ("“三公”经费", "指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。其中，公务用车购置及运行维护费反映车辆购置支出以及燃料、维修、保险、过路过桥等支出。"),
    ("机关运行经费", "指行政单位和参照公务员法管理的事业单位使用财政拨款安排的公用支出，包括办公及印刷费、邮电费、差旅费、会议费、日常维修费等。"),
]


def terms(report):
    for number, (name, meaning) in zip("一二三四五六七八", TERMS):
        report.p("%s、%s：%s" % (number, name, meaning))

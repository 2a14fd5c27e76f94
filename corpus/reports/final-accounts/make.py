#!/usr/bin/python3
"""部门决算公开说明, clean: five tables and the text about them agree to the cent."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(os.path.dirname(HERE)))
import kit  # noqa: E402
from figures import D, m, pct, terms, than  # noqa: E402

# Base data, 万元: (code, name, basic, project, last year's final, initial budget)
ITEMS = [
    ("2070109", "群众文化", D("612.38"), D("284.60"), D("846.11"), D("870.00")),
    ("2070113", "旅游宣传", D("0"), D("136.25"), D("151.40"), D("150.00")),
    ("2080505", "机关事业单位基本养老保险缴费支出", D("74.92"), D("0"), D("70.06"), D("74.00")),
    ("2101102", "事业单位医疗", D("38.47"), D("0"), D("36.29"), D("38.47")),
    ("2210201", "住房公积金", D("62.15"), D("0"), D("58.80"), D("61.00")),
]
CLASSES = {"207": "文化旅游体育与传媒支出", "208": "社会保障和就业支出", "210": "卫生健康支出", "221": "住房保障支出"}
basic = sum(i[2] for i in ITEMS)
project = sum(i[3] for i in ITEMS)
spent = basic + project
spent_last = sum(i[4] for i in ITEMS)
opening, other = D("41.30"), D("12.84")
closing = D("37.65")
income = spent + closing - opening
fiscal = income - other
income_last = D("1181.02")
fiscal_closing = closing - D("5.20")
wages, family, goods = D("598.74"), D("41.18"), basic - D("598.74") - D("41.18")
car_run, reception, car_run_last, reception_last, abroad_last = D("8.64"), D("1.92"), D("9.30"), D("2.75"), D("0")
sangong, sangong_last = car_run + reception, car_run_last + reception_last
sangong_budget = D("14.00")
goods_buy, service_buy = D("46.20"), D("118.35")
buy = goods_buy + service_buy
sme = buy * D("0.92")
micro = sme * D("0.75")

r = kit.Report(header="2023年度 云溪县文化馆部门决算")
p, h1, h2 = r.p, r.h1, r.h2
r.title("云溪县文化馆2023年度部门决算公开说明")
p("公开日期：2024年9月12日", center=True)
p("目  录")
for line in ("第一部分  单位概况", "第二部分  2023年度部门决算表", "第三部分  2023年度部门决算情况说明", "第四部分  名词解释"):
    p(line)
r.page_break()

h1("第一部分  单位概况")
h2("一、主要职责")
p("（一）组织开展群众文化活动，辅导、培训基层文艺骨干，普及文化艺术知识。（二）搜集整理民间文化艺术遗产，承担非物质文化遗产保护的日常工作。（三）指导全县9个乡镇综合文化站、126个村级文化服务中心开展业务。"
  "（四）承担全县旅游形象宣传的策划和执行。（五）完成县文化旅游主管部门交办的其他任务。")
h2("二、机构设置")
p("云溪县文化馆为公益一类事业单位，内设机构5个，分别是：办公室、活动策划部、艺术辅导部、非遗保护部、旅游宣传部。核定事业编制46名；年末实有在职人员43人，其中管理人员6人、专业技术人员34人、工勤人员3人，"
  "在职人员中有中级以上职称27人、女职工22人。另有离退休人员18人，由财政负担经费。无下属预算单位，本决算仅含馆本级。")
r.page_break()

h1("第二部分  2023年度部门决算表")
p("收入支出决算总表（公开01表）", center=True)
rows = [["收入", None, "支出", None], ["项目", "决算数", "项目", "决算数"]]
left = [("一、一般公共预算财政拨款收入", fiscal), ("二、政府性基金预算财政拨款收入", None), ("三、其他收入", other), ("", None)]
right = [("%s、%s" % (n, CLASSES[c]), sum(i[2] + i[3] for i in ITEMS if i[0].startswith(c))) for n, c in zip("一二三四", CLASSES)]
for (a, x), (b, z) in zip(left, right):
    rows.append([a, m(x) if x is not None else "", b, m(z)])
rows += [["本年收入合计", m(income), "本年支出合计", m(spent)], ["使用非财政拨款结余", "", "结余分配", ""],
         ["年初结转和结余", m(opening), "年末结转和结余", m(closing)], ["总计", m(income + opening), "总计", m(spent + closing)]]
r.table(rows, merges=[(0, 0, 0, 1), (0, 2, 0, 3)], unit="单位：万元")
p("注：本表反映本年度的总收支和年末结转结余情况，空格表示无此项。")

p("支出决算表（公开03表）", center=True)
rows = [["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出"], ["", "合计", m(spent), m(basic), m(project), ""]]
for code, name in CLASSES.items():
    own = [i for i in ITEMS if i[0].startswith(code)]
    b, x = sum(i[2] for i in own), sum(i[3] for i in own)
    rows.append([code, name, m(b + x), m(b), m(x) if x else "", ""])
    for i in own:
        rows.append([i[0], i[1], m(i[2] + i[3]), m(i[2]) if i[2] else "", m(i[3]) if i[3] else "", ""])
r.table(rows, unit="单位：万元")

p("一般公共预算财政拨款基本支出决算表（公开06表）", center=True)
r.table([["人员经费", None, "公用经费", None], ["科目名称", "决算数", "科目名称", "决算数"],
         ["工资福利支出", m(wages), "商品和服务支出", m(goods)], ["对个人和家庭的补助", m(family), "资本性支出", ""],
         ["人员经费合计", m(wages + family), "公用经费合计", m(goods)]], merges=[(0, 0, 0, 1), (0, 2, 0, 3)], unit="单位：万元")
p("注：基本支出合计%s万元，为人员经费与公用经费之和。" % m(basic))

p("政府性基金预算财政拨款收入支出决算表（公开07表）", center=True)
r.table([["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"], ["", "合计", "", "", "", ""]], unit="单位：万元")
p("注：本单位2023年度没有政府性基金预算财政拨款收入和支出，故本表无数据。")

p("财政拨款“三公”经费支出决算表（公开09表）", center=True)
r.table([["项目", "预算数", "决算数"], ["合计", m(sangong_budget), m(sangong)], ["因公出国（境）费", "", ""],
         ["公务用车购置及运行维护费", "11.00", m(car_run)], ["其中：公务用车购置费", "", ""], ["公务用车运行维护费", "11.00", m(car_run)],
         ["公务接待费", "3.00", m(reception)]], unit="单位：万元")
r.page_break()

h1("第三部分  2023年度部门决算情况说明")
h2("一、收入支出决算总体情况说明")
p("2023年度收、支总计均为%s万元。与上年度相比，收入合计%s，主要是新增旅游推介和非遗展演经费；支出合计%s。" % (
    m(income + opening), than(income, income_last), than(spent, spent_last)))
h2("二、收入决算情况说明")
p("2023年度本年收入合计%s万元，其中：财政拨款收入%s万元，占%s；其他收入%s万元，占%s。其他收入主要是场馆存款利息和培训教室租金。" % (
    m(income), m(fiscal), pct(fiscal, income), m(other), pct(other, income)))
h2("三、支出决算情况说明")
p("2023年度本年支出合计%s万元，其中：基本支出%s万元，占%s；项目支出%s万元，占%s。项目支出主要用于送戏下乡98.00万元、非遗展演72.40万元、旅游宣传136.25万元等。" % (
    m(spent), m(basic), pct(basic, spent), m(project), pct(project, spent)))
h2("四、一般公共预算财政拨款支出决算具体情况")
for n, i in enumerate(ITEMS, 1):
    total = i[2] + i[3]
    diff = "与年初预算持平" if total == i[5] else "决算数%s年初预算数的主要原因是%s" % (
        ("大于", "年中追加了活动或人员经费") if total > i[5] else ("小于", "部分场次改为线上举办，节约了开支"))
    p("%d.%s支出（款）%s（项）。年初预算为%s万元，支出决算为%s万元，完成年初预算的%s，比上年%s。%s。" % (
        n, CLASSES[i[0][:3]].replace("支出", ""), i[1], m(i[5]), m(total), pct(total, i[5]), than(total, i[4]), diff))
h2("五、一般公共预算财政拨款基本支出决算情况说明")
p("2023年度基本支出%s万元。人员经费%s万元，占基本支出的%s，主要包括基本工资、津贴补贴、绩效工资、社会保障缴费、住房公积金等；公用经费%s万元，占基本支出的%s，主要包括办公费、水电费、差旅费、工会经费等。" % (
    m(basic), m(wages + family), pct(wages + family, basic), m(goods), pct(goods, basic)))
p("人员经费（含离退休人员经费%s万元）按照财政部门核定的标准发放，人均支出水平与同类馆相当。" % m(family))
h2("六、“三公”经费支出决算情况说明")
p("2023年度“三公”经费财政拨款支出预算为%s万元，支出决算为%s万元，完成预算的%s；决算数比上年%s。其中："
  % (m(sangong_budget), m(sangong), pct(sangong, sangong_budget), than(sangong, sangong_last)))
p("（一）因公出国（境）费支出0万元，与上年持平，全年没有安排因公出国（境）团组。")
p("（二）公务用车购置及运行维护费支出%s万元，完成预算的%s，比上年%s。其中：公务用车购置费0万元；公务用车运行维护费%s万元，用于流动文化车和业务用车的燃油、维修、保险。年末公务用车保有量3辆。" % (
    m(car_run), pct(car_run, 11), than(car_run, car_run_last), m(car_run)))
p("（三）公务接待费支出%s万元，完成预算的%s，比上年%s。全年国内公务接待31批次、246人次，接待对象主要为交流演出单位和上级检查组；没有外事接待。" % (
    m(reception), pct(reception, 3), than(reception, reception_last)))
h2("七、政府性基金预算和国有资本经营预算支出情况")
p("2023年度本单位没有政府性基金预算支出，也没有国有资本经营预算支出。")
h2("八、机关运行经费支出情况")
p("本单位为公益一类事业单位，不属于机关运行经费统计范围，机关运行经费支出为0万元。")
h2("九、政府采购支出情况")
p("2023年度政府采购支出总额%s万元，其中：货物支出%s万元、工程支出0万元、服务支出%s万元。授予中小企业合同金额%s万元，占政府采购支出总额的%s，其中授予小微企业合同金额%s万元，占授予中小企业合同金额的%s。" % (
    m(buy), m(goods_buy), m(service_buy), m(sme), pct(sme, buy), m(micro), pct(micro, sme)))
h2("十、国有资产占用情况")
p("截至2023年12月31日，本单位共有车辆5辆，其中：业务用车3辆、特种专业技术用车2辆（流动舞台车）。单价100万元以上的设备0台（套）。")
h2("十一、预算绩效情况")
p("按照《关于开展2023年度县级预算绩效自评工作的通知》（云财绩〔2024〕11号），我馆对全部4个项目开展自评，涉及资金%s万元，自评覆盖率100%%。2个项目评为“优”，2个项目评为“良”。"
  "自评反映，一是送戏下乡场次超额完成，计划演出120场，实际完成132场，完成率110%%；二是非遗展演到场观众约1.8万人次；三是群众满意度达到96.4%%，比上年提高1.7个百分点。" % m(project))
p("存在的不足主要有两点：一是少数项目下半年支出偏集中，二是绩效指标细化不够。下一步将提早排定演出计划，完善指标库。")
h1("第四部分  名词解释")
terms(r)
r.save(os.path.join(HERE, "report.docx"))
TEXT = r.text()
kit.write_labels(os.path.join(HERE, "labels.yaml"), r, [], [
    "收、支总计均为" + m(income + opening) + "万元", "公务用车保有量3辆", "共有车辆5辆", "送戏下乡98.00万元、非遗展演72.40万元",
    "在职人员中有中级以上职称27人、女职工22人", "云财绩〔2024〕11号", "提高1.7个百分点", "占授予中小企业合同金额的" + pct(micro, sme),
    "项目支出" + m(project) + "万元，占" + pct(project, spent)], note="A clean report: no error and no warning anywhere.")
print(HERE, len(TEXT))

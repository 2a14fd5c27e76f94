"""Writes the corpus' Word files: real styles, numbering, fields, tables and split runs.

Inline marks in a text: «**» toggles bold, «¦» starts a new run in mid-sentence, «⏎» is a soft line break,
«⇥» is a tab. They leave no character behind (but the break and the tab).
"""
import datetime
import re
import zipfile
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

FIXED_DATE = datetime.datetime(2024, 1, 2, 3, 4, 5)

ABSTRACT = {
    "chinese": ("chineseCountingThousand", "%1、"),
    "bracket": ("chineseCountingThousand", "（%1）"),
    "decimal": ("decimal", "%1."),
    "circle": ("decimalEnclosedCircleChinese", "%1"),
}


class Report:
    def __init__(self, header=None, page_number=True):
        self.doc = Document()
        self.lines = []
        self._lists = {}
        self._next_id = 900
        for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Title"):
            style = self.doc.styles[name]
            style.font.name = "仿宋"
            style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋")
        self.doc.styles["Normal"].font.size = Pt(14)
        section = self.doc.sections[0]
        if header:
            section.header.paragraphs[0].text = header
            self.lines.append(header)
        if page_number:
            self._page_number(section.footer.paragraphs[0])

    @staticmethod
    def _page_number(paragraph):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run("— ")
        for kind, text in (("begin", None), (None, " PAGE "), ("separate", None), ("t", "1"), ("end", None)):
            run = paragraph.add_run()
            if kind in ("begin", "separate", "end"):
                run._r.append(parse_xml('<w:fldChar %s w:fldCharType="%s"/>' % (nsdecls("w"), kind)))
            elif kind == "t":
                run.text = text
            else:
                run._r.append(parse_xml('<w:instrText %s xml:space="preserve">%s</w:instrText>' % (nsdecls("w"), text)))
        paragraph.add_run(" —")

    def _num(self, kind, key):
        """The numId of the list `key`, made on first use; every key is a list of its own."""
        if (kind, key) in self._lists:
            return self._lists[kind, key]
        numbering = self.doc.part.numbering_part.element
        number = self._next_id
        self._next_id += 1
        fmt, text = ABSTRACT[kind]
        abstract = parse_xml(
            '<w:abstractNum %s w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:suff w:val="nothing"/>'
            '<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>' % (nsdecls("w"), number, fmt, text))
        first = numbering.find(qn("w:num"))
        if first is not None:
            first.addprevious(abstract)
        else:
            numbering.append(abstract)
        numbering.append(parse_xml('<w:num %s w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>'
                                   % (nsdecls("w"), number, number)))
        self._lists[kind, key] = number
        return number

    def _fill(self, paragraph, text):
        bold = False
        for piece in re.split(r"(\*\*|¦|⏎|⇥)", text):
            if piece == "**":
                bold = not bold
            elif piece == "⏎":
                paragraph.add_run().add_break()
            elif piece == "⇥":
                paragraph.add_run().add_tab()
            elif piece and piece != "¦":
                paragraph.add_run(piece).bold = bold or None
        plain = re.sub(r"\*\*|¦", "", text).replace("⏎", "\n").replace("⇥", "\t")
        return plain

    def p(self, text, style=None, auto=None, key=0, center=False, right=False):
        paragraph = self.doc.add_paragraph(style=style)
        self.lines.append(self._fill(paragraph, text))
        if auto:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(parse_xml('<w:numPr %s><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>'
                                        % (nsdecls("w"), self._num(auto, key))))
        if center:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if not style:
            paragraph.paragraph_format.first_line_indent = None if center or right else Pt(28)
        return paragraph

    def title(self, text):
        return self.p(text, style="Title", center=True)

    def h1(self, text, auto=None, key=0):
        return self.p(text, style="Heading 1", auto=auto, key=key)

    def h2(self, text, auto=None, key=0):
        return self.p(text, style="Heading 2", auto=auto, key=key)

    def h3(self, text, auto=None, key=0):
        return self.p(text, style="Heading 3", auto=auto, key=key)

    def page_break(self):
        self.doc.add_page_break()

    def table(self, rows, merges=(), unit=None):
        """rows: lists of cell texts, None = covered by a merge; merges: (row, column, row, column), inclusive."""
        if unit:
            self.p(unit, right=True)
        width = max(len(r) for r in rows)
        table = self.doc.add_table(rows=len(rows), cols=width)
        table.style = "Table Grid"
        cells = [list(row.cells) for row in table.rows]
        for r1, c1, r2, c2 in merges:
            cells[r1][c1].merge(cells[r2][c2])
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text is not None and text != "":
                    self.lines.append(self._fill(cells[r][c].paragraphs[0], str(text)))
        return table

    def text(self):
        return "\n".join(self.lines)

    def save(self, path):
        properties = self.doc.core_properties
        properties.author = "gouji corpus"
        properties.created = properties.modified = FIXED_DATE
        raw = BytesIO()
        self.doc.save(raw)
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                info = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 4))
                info.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(info, source.read(name))


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_labels(path, report, findings, silent, note=None):
    """findings: (rule, severity, quote, why, must[, later]); refuses a quote that the report does not hold."""
    text = report.text()
    out = []
    if note:
        out.append("# " + note)
    out.append("expect:" if findings else "expect: []")
    for rule, severity, quote, why, must in findings:
        if quote not in text:
            raise SystemExit("%s: no such stretch: %s" % (path, quote))
        out += ["- rule: " + rule, "  severity: " + severity, "  quote: " + quoted(quote), "  why: " + quoted(why),
                "  must: " + ("true" if must else "false")]
        if not must:
            out.append("  later: true")
    out.append("silent:" if silent else "silent: []")
    for quote in silent:
        if quote not in text:
            raise SystemExit("%s: no such stretch: %s" % (path, quote))
        out.append("- " + quoted(quote))
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("\n".join(out) + "\n")

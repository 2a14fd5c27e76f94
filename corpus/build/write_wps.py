"""A .docx as WPS Writer leaves it: written part by part, runs cut small, properties on every run."""
import zipfile
from xml.sax.saxutils import escape

from plain import pieces

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="wpsCustomData"')
RPR = ('<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>'
       '<w:sz w:val="%d"/><w:szCs w:val="%d"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = HEAD + ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>%s</Types>')
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def run(text, size=28):
    props = RPR % (size, size)
    parts = text.split("\n")
    inner = "<w:br/>".join('<w:t xml:space="preserve">%s</w:t>' % escape(part) for part in parts)
    return "<w:r>%s%s</w:r>" % (props, inner)


def paragraph(text, props="", tail="", size=28):
    runs = "".join(run(piece, size) for piece in pieces(text, 7))
    return "<w:p><w:pPr>%s<w:spacing w:line=\"560\" w:lineRule=\"exact\"/></w:pPr>%s%s</w:p>" % (props, runs, tail)


def table(grid):
    width = len(grid[0])
    xml = ['<w:tbl><w:tblPr><w:tblStyle w:val="a4"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>',
           '<w:gridCol w:w="1200"/>' * width, "</w:tblGrid>"]
    covered = {}
    for r, row in enumerate(grid):
        xml.append("<w:tr>")
        c = 0
        while c < width:
            cell = row[c]
            if cell is None and (r, c) not in covered:
                c += 1
                continue
            span = cell.column_span if cell else covered[r, c]
            props = '<w:tcW w:w="%d" w:type="dxa"/>' % (1200 * span)
            if span > 1:
                props += '<w:gridSpan w:val="%d"/>' % span
            if cell is None:
                props += '<w:vMerge w:val="continue"/>'
            elif cell.row_span > 1:
                props += '<w:vMerge w:val="restart"/>'
                for below in range(r + 1, r + cell.row_span):
                    covered[below, c] = span
            xml.append("<w:tc><w:tcPr>%s<w:vAlign w:val=\"center\"/></w:tcPr>%s</w:tc>" %
                       (props, paragraph(cell.text if cell else "", size=21)))
            c += span
        xml.append("</w:tr>")
    return "".join(xml) + "</w:tbl>"


def write(report, path):
    body, notes = [], []
    for index, block in enumerate(report.blocks):
        kind = block[0]
        nexts = report.blocks[index + 1] if index + 1 < len(report.blocks) else ("",)
        tail = ""
        if nexts[0] == "note" and kind in "ph":
            notes.append(nexts[1])
            tail = '<w:r><w:footnoteReference w:id="%d"/></w:r>' % (len(notes) + 1)
        if kind == "p":
            body.append(paragraph(block[1], '<w:ind w:firstLine="560" w:firstLineChars="200"/>', tail))
        elif kind == "h":
            body.append(paragraph(block[2], '<w:pStyle w:val="%d"/><w:outlineLvl w:val="%d"/>' %
                                  (block[1] + 1, block[1] - 1), tail, 32))
        elif kind == "toc":
            body.append(paragraph(block[1], '<w:pStyle w:val="7"/>'))
        elif kind == "table":
            body.append(table(block[1]))
    sections = ""
    parts = {"word/styles.xml": HEAD + "<w:styles %s>%s</w:styles>" % (W, "".join(
        '<w:style w:type="paragraph" w:styleId="%d"><w:name w:val="%s"/><w:basedOn w:val="1"/></w:style>' % (n, name)
        for n, name in ((2, "heading 1"), (3, "heading 2"), (4, "heading 3"), (7, "toc 1"))))}
    types = [("/word/document.xml", "document.main"), ("/word/styles.xml", "styles")]
    rels = [("styles", "styles.xml")]
    for kind, lines in (("header", report.headers), ("footer", report.footers)):
        if lines:
            name = "%s1.xml" % kind
            tag = "hdr" if kind == "header" else "ftr"
            parts["word/" + name] = HEAD + "<w:%s %s>%s</w:%s>" % (tag, W, "".join(map(paragraph, lines)), tag)
            types.append(("/word/" + name, kind))
            rels.append((kind, name))
            sections += '<w:%sReference w:type="default" r:id="rId%d"/>' % (kind, len(rels))
    if notes:
        parts["word/footnotes.xml"] = HEAD + "<w:footnotes %s>%s</w:footnotes>" % (W, "".join(
            '<w:footnote w:id="%d">%s</w:footnote>' % (n + 2, paragraph(text)) for n, text in enumerate(notes)))
        types.append(("/word/footnotes.xml", "footnotes"))
        rels.append(("footnotes", "footnotes.xml"))
    parts["word/document.xml"] = HEAD + '<w:document %s><w:body>%s<w:sectPr>%s<w:pgSz w:w="11906" w:h="16838"/>' \
        "</w:sectPr></w:body></w:document>" % (W, "".join(body), sections)
    parts["[Content_Types].xml"] = TYPES % "".join(
        '<Override PartName="%s" ContentType="%s%s+xml"/>' % (name, MAIN, kind) for name, kind in types)
    package = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    parts["_rels/.rels"] = HEAD + package % ('<Relationship Id="rId1" Type="%sofficeDocument" '
                                             'Target="word/document.xml"/>' % REL)
    parts["word/_rels/document.xml.rels"] = HEAD + package % "".join(
        '<Relationship Id="rId%d" Type="%s%s" Target="%s"/>' % (n + 1, REL, kind, target)
        for n, (kind, target) in enumerate(rels))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ["[Content_Types].xml"] + sorted(name for name in parts if name[0] != "["):
            entry = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])

"""A .docx by LibreOffice Writer, converted from a flat ODF text with real headings, notes, header and footer."""
import pathlib
import subprocess
import tempfile
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.3"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">%s</style:master-page>
</office:master-styles><office:body><office:text>%s</office:text></office:body></office:document>"""


def inline(text):
    return "<text:line-break/>".join(escape(part) for part in text.split("\n"))


def table(grid, number):
    out = ['<table:table table:name="T%d"><table:table-column table:number-columns-repeated="%d"/>' %
           (number, len(grid[0]))]
    for row in grid:
        out.append("<table:table-row>")
        for cell in row:
            if cell is None:
                out.append("<table:covered-table-cell/>")
            else:
                out.append('<table:table-cell table:number-rows-spanned="%d" table:number-columns-spanned="%d">'
                           "<text:p>%s</text:p></table:table-cell>" %
                           (cell.row_span, cell.column_span, inline(cell.text)))
        out.append("</table:table-row>")
    return "".join(out) + "</table:table>"


def write(report, path):
    body = []
    for index, block in enumerate(report.blocks):
        following = report.blocks[index + 1] if index + 1 < len(report.blocks) else ("",)
        note = ""
        if following[0] == "note" and block[0] in "ph":
            note = ('<text:note text:note-class="footnote"><text:note-citation>%d</text:note-citation><text:note-body>'
                    "<text:p>%s</text:p></text:note-body></text:note>" % (index, inline(following[1])))
        if block[0] == "h":
            body.append('<text:h text:outline-level="%d">%s%s</text:h>' % (block[1], inline(block[2]), note))
        elif block[0] == "table":
            body.append(table(block[1], index) + "<text:p/>")
        elif block[0] != "note":
            body.append("<text:p>%s%s</text:p>" % (inline(block[1]), note))
    master = ""
    for tag, lines in (("header", report.headers), ("footer", report.footers)):
        if lines:
            master += "<style:%s>%s</style:%s>" % (tag, "".join("<text:p>%s</text:p>" % inline(x) for x in lines), tag)
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "report.fodt")
        source.write_text(HEAD % (master, "".join(body)), encoding="utf-8")
        subprocess.run(["soffice", "-env:UserInstallation=file://%s/profile" % folder, "--headless", "--convert-to",
                        "docx:MS Word 2007 XML", "--outdir", folder, str(source)], check=True, capture_output=True)
        pathlib.Path(path).write_bytes(pathlib.Path(folder, "report.docx").read_bytes())

"""A .docx by python-docx: heading styles, merged cells, header and footer; a footnote becomes a small paragraph."""
import datetime

from docx import Document

from plain import pieces


def fill(paragraph, text):
    for piece in pieces(text, 3):
        paragraph.add_run(piece)


def write(report, path):
    doc = Document()
    fixed = datetime.datetime(2024, 1, 2, 3, 4, 5)
    doc.core_properties.created = doc.core_properties.modified = fixed
    section = doc.sections[0]
    for target, lines in ((section.header, report.headers), (section.footer, report.footers)):
        for n, line in enumerate(lines):
            (target.paragraphs[0] if n == 0 else target.add_paragraph()).text = line
    for block in report.blocks:
        if block[0] == "h":
            fill(doc.add_paragraph(style="Heading %d" % min(block[1], 4)), block[2])
        elif block[0] == "table":
            grid = block[1]
            table = doc.add_table(rows=len(grid), cols=len(grid[0]), style="Table Grid")
            cells = [list(row.cells) for row in table.rows]
            for r, row in enumerate(grid):
                for c, cell in enumerate(row):
                    if cell is None:
                        continue
                    place = cells[r][c]
                    if cell.row_span > 1 or cell.column_span > 1:
                        place = place.merge(cells[r + cell.row_span - 1][c + cell.column_span - 1])
                    place.paragraphs[0].text = cell.text
        else:
            fill(doc.add_paragraph(), block[1])
    doc.save(path)

"""A .docx by pandoc from HTML. Pandoc has no headers and footers of its own; they are left out."""
import html
import subprocess


def table(grid):
    out = ["<table>"]
    for row in grid:
        out.append("<tr>")
        for cell in row:
            if cell is not None:
                out.append('<td rowspan="%d" colspan="%d">%s</td>' %
                           (cell.row_span, cell.column_span, html.escape(cell.text)))
        out.append("</tr>")
    return "".join(out) + "</table>"


def write(report, path):
    out = []
    for block in report.blocks:
        if block[0] == "h":
            out.append("<h%d>%s</h%d>" % (block[1], html.escape(block[2]), block[1]))
        elif block[0] == "table":
            out.append(table(block[1]))
        else:
            out.append("<p>%s</p>" % html.escape(block[1]).replace("\n", "<br/>"))
    page = "<html><body>%s</body></html>" % "\n".join(out)
    subprocess.run(["pandoc", "-f", "html", "-t", "docx", "-o", path], input=page.encode(), check=True)

// A .docx by the npm package docx: node write_npm_docx.js BLOCKS.json OUT.docx. The package must be resolvable
// (npm install docx; NODE_PATH). SPDX-License-Identifier: Apache-2.0
const fs = require("fs");
const d = require("docx");

const report = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const levels = ["Heading1", "Heading2", "Heading3", "Heading4"];
const footnotes = {};
let notes = 0;

function runs(pieces) {
  return pieces.map((piece) => {
    const lines = piece.split("\n");
    return new d.TextRun({ children: lines.flatMap((line, n) => (n === 0 ? [line] : [new d.CarriageReturn(), line])) });
  });
}

function cell(one) {
  return new d.TableCell({
    rowSpan: one.row_span,
    columnSpan: one.column_span,
    children: [new d.Paragraph(one.text)],
  });
}

const children = [];
report.blocks.forEach((block, index) => {
  const next = report.blocks[index + 1];
  const tail = [];
  if (next && next.kind === "note" && block.pieces) {
    notes += 1;
    footnotes[notes] = { children: [new d.Paragraph(next.text)] };
    tail.push(new d.FootnoteReferenceRun(notes));
  }
  if (block.kind === "table") {
    const rows = block.rows.map((row) => new d.TableRow({ children: row.filter((one) => one).map(cell) }));
    children.push(new d.Table({ rows }));
  } else if (block.kind !== "note") {
    const heading = block.kind === "h" ? levels[block.level - 1] : undefined;
    children.push(new d.Paragraph({ heading, children: runs(block.pieces).concat(tail) }));
  }
});

const paragraphs = (lines) => ({ options: { children: lines.map((line) => new d.Paragraph(line)) } });
const section = { children };
if (report.headers.length) section.headers = { default: new d.Header(paragraphs(report.headers).options) };
if (report.footers.length) section.footers = { default: new d.Footer(paragraphs(report.footers).options) };
const doc = new d.Document({ creator: "gouji corpus", footnotes, sections: [section] });
d.Packer.toBuffer(doc).then((bytes) => fs.writeFileSync(process.argv[3], bytes));

// What stands in parts of its own: text boxes, notes, headers, charts, SmartArt, inserted documents; kinds of packages.
// SPDX-License-Identifier: Apache-2.0
#include "judge/documents.hpp"
#include "support/docx_builder.hpp"

namespace gouji::test {
namespace {

const std::string kDrawing = "http://schemas.openxmlformats.org/drawingml/2006/";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/";
const std::string kTypes = "application/vnd.openxmlformats-officedocument.";

std::string graphic(const std::string& kind, const std::string& inner) {
  return "<w:r><w:drawing><wp:inline xmlns:wp=\"" + kDrawing +
         "wordprocessingDrawing\"><wp:extent cx=\"3000000\" cy=\"2000000\"/><wp:docPr id=\"1\" name=\"g\"/><a:graphic>"
         "<a:graphicData uri=\"" +
         kDrawing + kind + "\">" + inner + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
}
std::string cache(const std::string& kind, const std::string& format, const std::vector<std::string>& values) {
  std::string out = "<c:" + kind + "Ref><c:f>Sheet1!A1</c:f><c:" + kind + "Cache>";
  if (!format.empty()) out += "<c:formatCode>" + format + "</c:formatCode>";
  out += "<c:ptCount val=\"" + std::to_string(values.size()) + "\"/>";
  for (std::size_t i = 0; i < values.size(); ++i) {
    out += "<c:pt idx=\"" + std::to_string(i) + "\"><c:v>" + values[i] + "</c:v></c:pt>";
  }
  return out + "</c:" + kind + "Cache></c:" + kind + "Ref>";
}
std::string title(const std::string& words) {
  return "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>" + words + "</a:t></a:r></a:p></c:rich></c:tx></c:title>";
}

FidelityDocument chart() {
  const std::string series = "<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx>" + cache("str", "", {"支出"}) +
                             "</c:tx><c:cat>" + cache("str", "", {"基本支出", "项目支出"}) + "</c:cat><c:val>" +
                             cache("num", "#,##0.00", {"1234.5", "80"}) + "</c:val></c:ser>";
  DocxBuilder builder;
  builder.body(para(run("图前")) +
               para(graphic("chart", "<c:chart xmlns:c=\"" + kDrawing + "chart\" r:id=\"rIdC\"/>")) +
               para(run("图后")));
  builder.relation("rIdC", "chart", "charts/chart1.xml");
  builder.entry("word/charts/chart1.xml",
                "<c:chartSpace xmlns:c=\"" + kDrawing + "chart\" xmlns:a=\"" + kDrawing + "main\"><c:chart>" +
                    title("支出结构") + "<c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/>" + series +
                    "<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart><c:catAx><c:axId val=\"1\"/>" + title("类别") +
                    "<c:crossAx val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:crossAx val=\"1\"/>"
                    "</c:valAx></c:plotArea></c:chart></c:chartSpace>",
                kTypes + "drawingml.chart+xml");
  return {
      "chart",
      builder.bytes(),
      {"图前", "", "图后", "[chart1] 支出结构", "[chart1] 类别", "[chart1] 支出：基本支出 1,234.50；项目支出 80.00"},
      {}};
}

FidelityDocument smart_art() {
  const auto point = [](const std::string& id, const std::string& words) {
    return "<dgm:pt modelId=\"" + id + "\"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:t>" + words +
           "</a:t></a:r></a:p></dgm:t></dgm:pt>";
  };
  const auto link = [](const std::string& from, const std::string& to, int order) {
    return "<dgm:cxn modelId=\"9" + to + "\" srcId=\"" + from + "\" destId=\"" + to + "\" srcOrd=\"" +
           std::to_string(order) + "\" destOrd=\"0\"/>";
  };
  DocxBuilder builder;
  builder.body(para(graphic("diagram", "<dgm:relIds xmlns:dgm=\"" + kDrawing +
                                           "diagram\" r:dm=\"rIdD\" r:lo=\"x\" r:qs=\"x\" r:cs=\"x\"/>") +
                    run("正文")));
  builder.relation("rIdD", "diagramData", "diagrams/data1.xml");
  builder.entry("word/diagrams/data1.xml",
                "<dgm:dataModel xmlns:dgm=\"" + kDrawing + "diagram\" xmlns:a=\"" + kDrawing +
                    "main\"><dgm:ptLst><dgm:pt modelId=\"0\" type=\"doc\"/>" + point("2", "验收") + point("1", "立项") +
                    point("3", "评审") + "</dgm:ptLst><dgm:cxnLst>" + link("0", "1", 0) + link("0", "2", 1) +
                    link("1", "3", 0) + "</dgm:cxnLst></dgm:dataModel>",
                kTypes + "drawingml.diagramData+xml");
  return {"smart-art", builder.bytes(), {"正文", "[diagram1] 立项", "[diagram1] 评审", "[diagram1] 验收"}, {}};
}

std::string small(const std::string& body) {
  DocxBuilder builder;
  return builder.body(body).bytes();
}

FidelityDocument inserted() {
  DocxBuilder builder;
  builder.body(para(run("前")) + "<w:altChunk r:id=\"rIdA\"/><w:altChunk r:id=\"rIdH\"/>" + para(run("后")));
  builder.relation("rIdA", "aFChunk", "chunk.docx").relation("rIdH", "aFChunk", "page.html");
  builder.entry("word/chunk.docx", small(para(run("插入")) + table(1, row(cell("格")))),
                kTypes + "wordprocessingml.document.main+xml");
  builder.entry("word/page.html", "<html><body>网页</body></html>", "text/html");
  return {"inserted-files", builder.bytes(), {"前", "后", "[embedded1] 插入", "[embedded1] 1,1 格"}, {"unread-file"}};
}

FidelityDocument embedded() {
  const std::string object =
      "<w:r><w:object><o:OLEObject xmlns:o=\"urn:schemas-microsoft-com:office:office\" Type=\"Embed\" "
      "ProgID=\"Word.Document.12\" ShapeID=\"s\" DrawAspect=\"Icon\" ObjectID=\"_1\" r:id=\"rIdE\"/></w:object></w:r>";
  DocxBuilder builder;
  builder.body(para(run("附：") + object) + "<w:p><w:subDoc r:id=\"rIdS\"/></w:p>");
  builder.relation("rIdE", "package", "embeddings/a.docx").relation("rIdS", "subDocument", "other.docx");
  builder.entry("word/embeddings/a.docx", small(para(run("内件"))), kTypes + "wordprocessingml.document");
  return {"embedded", builder.bytes(), {"附：", "", "[embedded1] 内件"}, {"sub-document"}};
}

FidelityDocument stories() {
  DocxBuilder builder;
  builder.footnotes("<w:footnote w:id=\"2\">" + para(run("脚注")) + "</w:footnote>");
  builder.endnotes("<w:endnote w:id=\"2\">" + para(run("尾注")) + "</w:endnote>");
  builder.header("rIdHeader", para(run("页眉"))).footer("rIdFooter", para(run("页脚")));
  builder.body(
      para(run("正文") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r>") +
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/><w:footerReference "
      "w:type=\"default\" r:id=\"rIdFooter\"/></w:sectPr>");
  return {"stories",
          builder.bytes(),
          {"正文", "[footnotes] 脚注", "[endnotes] 尾注", "[header1] 页眉", "[footer1] 页脚"},
          {}};
}

FidelityDocument boxes() {
  const auto box = [](const std::string& words) {
    return "<w:txbxContent>" + para(run(words)) + table(1, row(cell(words + "表"))) + "</w:txbxContent>";
  };
  DocxBuilder builder;
  builder.body(para(run("前") + "<w:r><w:pict><v:shape style=\"width:100pt;height:50pt\"><v:textbox>" + box("旧框") +
                    "</v:textbox></v:shape></w:pict></w:r>" + run("后")));
  return {"text-boxes", builder.bytes(), {"前后", "[textbox] 旧框", "[textbox] 1,1 旧框表"}, {}};
}

FidelityDocument flat() {
  const std::string word = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const std::string bytes =
      "<?xml version=\"1.0\" standalone=\"yes\"?><?mso-application progid=\"Word.Document\"?><pkg:package "
      "xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part pkg:name=\"/_rels/.rels\" "
      "pkg:contentType=\"application/vnd.openxmlformats-package.relationships+xml\"><pkg:xmlData><Relationships "
      "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" +
      kOffice +
      "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships></pkg:xmlData></pkg:part><pkg:part "
      "pkg:name=\"/word/document.xml\" pkg:contentType=\"" +
      kTypes + "wordprocessingml.document.main+xml\"><pkg:xmlData><w:document" + word + "><w:body>" +
      para(run("单一") + run(" ") + run("文件")) + "</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>";
  return {"flat.xml", bytes, {"单一 文件"}, {}};
}

FidelityDocument of_type(const std::string& name, const std::string& type) {
  DocxBuilder builder;
  return {name, builder.main_type(type).body(para(run("模板"))).bytes(), {"模板"}, {}};
}

}  // namespace

std::vector<FidelityDocument> part_documents() {
  std::vector<FidelityDocument> all{chart(), smart_art(), inserted(), embedded(), stories(), boxes(), flat()};
  DocxBuilder strict;
  all.push_back(
      {"strict", strict.strict().body(para(run("严格")) + table(1, row(cell("格")))).bytes(), {"严格", "1,1 格"}, {}});
  all.push_back(of_type("macro.docm", "application/vnd.ms-word.document.macroEnabled.main+xml"));
  all.push_back(of_type("template.dotx", kTypes + "wordprocessingml.template.main+xml"));
  all.push_back(of_type("template-macro.dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"));
  return all;
}

}  // namespace gouji::test

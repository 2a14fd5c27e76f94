// What an HTML report must do in a browser. Run by ci/test_html in a folder with sample, folder and many (.html, .json).
// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from "node:assert";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const url = (name) => pathToFileURL(name).href;
const read = (name) => JSON.parse(readFileSync(name, "utf8"));

async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, bypassCSP: false, ...options });
  const page = await context.newPage();
  const noise = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url(name));
  return { page, context, noise, requests };
}

async function marksAreRight(name) {
  const { page, context, noise, requests } = await open(`${name}.html`);
  const documents = read(`${name}.json`).documents;
  const shown = await page.evaluate(() => {
    const texts = {};
    for (const mark of document.querySelectorAll("mark[data-f]")) {
      const text = mark.innerHTML.replaceAll("<br>", "\n");
      const area = document.createElement("textarea");
      area.innerHTML = text;
      for (const id of mark.dataset.f.split(" ")) texts[id] = (texts[id] ?? "") + area.value;
    }
    return texts;
  });
  let marks = 0;
  documents.forEach((document, d) => document.findings.forEach((finding, f) => {
    const text = shown[`d${d + 1}f${f + 1}`] ?? "";
    const blanks = /\s/g;
    for (const evidence of finding.evidence) {
      // the marks of a finding, one after the other, hold each of its quotes unless two of them overlap
      const quote = evidence.quote.replace(blanks, "");
      const found = text.replace(blanks, "").includes(quote) || quote.includes(text.replace(blanks, "")) ||
        [...quote].every((c) => text.includes(c));
      assert.ok(found, `${document.path} ${finding.rule}: «${evidence.quote}» is not marked: «${text}»`);
      ++marks;
    }
  }));
  assert.deepEqual(noise, [], "nothing on the console");
  assert.deepEqual(requests, [url(`${name}.html`)], "no request but the file");
  await context.close();
  return marks;
}

async function behaves() {
  const { page, context, noise } = await open("sample.html");
  const count = read("sample.json").documents[0].findings.length;
  assert.equal(await page.locator(".finding").count(), count);
  await page.keyboard.press("j");
  assert.equal(await page.locator(".finding.chosen").getAttribute("id"), "d1f1");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal(await page.locator(".finding.chosen").count(), 1);
  const evidence = read("sample.json").documents[0].findings[0].evidence.length;
  assert.equal(await page.locator("a.n.chosen").count(), evidence, "every place of the chosen finding is shown");
  assert.ok((await page.locator("mark.chosen").count()) >= 1);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".chosen").count(), 0);
  // a mark leads to its finding
  await page.locator("mark.hit").first().click();
  const mark = await page.locator("mark.hit").first().getAttribute("data-f");
  assert.ok(mark.split(" ").includes(await page.locator(".finding.chosen").getAttribute("id")));
  // filters
  await page.locator('input[name="info"]').uncheck();
  assert.equal(await page.locator(".finding.info:visible").count(), 0);
  await page.keyboard.press("/");
  await page.keyboard.type("total/headcount");
  assert.ok((await page.locator(".finding:visible").count()) >= 1);
  assert.ok((await page.locator(".finding:visible").count()) < count);
  await page.keyboard.press("Escape");
  assert.deepEqual(noise, []);
  await context.close();
}

async function isAccessible(name, colorScheme) {
  const { page, context } = await open(name, { colorScheme, bypassCSP: true });
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const grave = found.violations.filter((each) => ["serious", "critical"].includes(each.impact));
  assert.deepEqual(grave.map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 150)} ${each.nodes[0].failureSummary}`), [],
    `${name} ${colorScheme}`);
  await context.close();
}

async function worksWithoutScript() {
  const { page, context } = await open("sample.html", { javaScriptEnabled: false });
  const first = page.locator(".finding .places a").first();
  await first.click();
  const target = (await first.getAttribute("href")).slice(1);
  assert.ok(page.url().endsWith(`#${target}`));
  assert.ok(await page.locator(`#${target}`).isVisible());
  assert.equal(await page.locator(".controls").isVisible(), false);
  await context.close();
}

async function msToChoose(name) {
  const { page, context } = await open(name);
  const times = [];
  for (let i = 0; i < 8; ++i) {
    times.push(await page.evaluate(async () => {
      const start = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return performance.now() - start;
    }));
  }
  await context.close();
  return times.sort((a, b) => a - b)[4];
}

const marks = (await marksAreRight("sample")) + (await marksAreRight("folder")) + (await marksAreRight("many"));
await behaves();
for (const scheme of ["light", "dark"]) await isAccessible("sample.html", scheme);
await worksWithoutScript();
const many = read("many.json").documents[0].findings.length;
assert.ok(many >= 2000, `${many} findings`);
const [small, large] = [await msToChoose("sample.html"), await msToChoose("many.html")];
assert.ok(large < 1000 && large < small * 30, `choosing takes ${large} ms with ${many} findings, ${small} ms in the sample`);
console.log(`html: ${marks} quotes marked; choosing to painted ${small.toFixed(0)} ms, with ${many} findings ${large.toFixed(0)} ms`);
await browser.close();

// What an HTML report must be in a browser. Run by ci/test_html in a folder with the
// files that it makes.
// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from "node:assert";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import * as behaviour from "./behaviour.mjs";
import { browser, open, read } from "./browser.mjs";
import { marksAreRight } from "./marks.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function isAccessible(name, options, prepare = async () => {}) {
  const { page, context } = await open(name, { ...options, bypassCSP: true });
  await prepare(page);
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const grave = found.violations.filter((each) => ["serious", "critical"].includes(each.impact));
  assert.deepEqual(grave.map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 200)} ${each.nodes[0].failureSummary}`),
    [], `${name} ${JSON.stringify(options)}`);
  await context.close();
}

/// Median of keys pressed until the frame that shows it.
async function msToChoose(name) {
  const { page, context } = await open(name);
  const times = [];
  for (let i = 0; i < 9; ++i) {
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

try {
  let marks = 0;
  for (const name of ["sample", "folder", "many", "known", "hostile"]) marks += await marksAreRight(name);
  assert.ok(marks > 8000, `${marks} quotes`);
  for (const [name, test] of Object.entries(behaviour)) {
    await test();
    console.log(`html: ${name}`);
  }
  const chooses = async (page) => page.keyboard.press("j");
  const dark = { colorScheme: "dark" };
  const phone = { viewport: { width: 390, height: 800 } };
  for (const options of [{}, dark]) {
    await isAccessible("sample", options);
    await isAccessible("sample", options, chooses);
    await isAccessible("folder", options);
  }
  await isAccessible("sample", phone, chooses);
  await isAccessible("english", {}, chooses);
  await isAccessible("known", dark, (page) => page.locator("details.g > summary").click());
  await isAccessible("sample", { javaScriptEnabled: true }, (page) => page.keyboard.press("?"));
  const many = read("many").documents[0].findings.length;
  assert.ok(many >= 2000, `${many} findings`);
  const [small, large] = [await msToChoose("sample"), await msToChoose("many")];
  assert.ok(large < 2000, `choosing takes ${large} ms with ${many} findings, ${small} ms in the sample`);
  console.log(`html: ${marks} quotes marked character for character; choosing to painted ${small.toFixed(0)} ms, with ` +
    `${many} findings ${large.toFixed(0)} ms (${(large / small).toFixed(1)} times)`);
} finally {
  await browser.close();
}

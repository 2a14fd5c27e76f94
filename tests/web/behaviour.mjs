// Choosing, stepping, keys, filters, several documents, no script, paper, narrow screens.
// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from "node:assert";
import { open, read } from "./browser.mjs";

const isInSight = (locator) => locator.evaluate((element) => {
  const box = (element.closest("mark") ?? element).getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
});
const settled = (page) => page.evaluate(() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))));

export async function choosing() {
  const { page, context, noise } = await open("sample");
  const findings = read("sample").documents[0].findings;
  assert.equal(await page.locator(".f").count(), findings.length);
  for (const [index, finding] of findings.entries()) {
    const id = `d1f${index + 1}`;
    await page.locator(`#${id} .fh`).click();
    await settled(page);
    assert.equal(await page.locator(".f.on").getAttribute("id"), id);
    const places = await page.locator(".n.on").evaluateAll((links) => links.map((link) => link.id).sort());
    assert.deepEqual(places, finding.evidence.map((_, e) => `${id}e${e + 1}`).sort(), "all places are shown");
    const tokens = await page.locator("mark.on").evaluateAll((marks) => marks.map((mark) => mark.dataset.f));
    assert.ok(tokens.length > 0);
    assert.ok(tokens.every((each) => each.split(" ").some((token) => token.startsWith(`${index + 1}.`))));
    assert.ok(await isInSight(page.locator(`#${id}e1`)), `${id}: the main place is in sight`);
    assert.ok(await page.locator(`#${id} .fx`).isVisible(), "what the rule holds and how to mend it");
    assert.ok(page.url().endsWith(`#${id}`));
  }
  // step through the places of one with several, there and round
  const many = findings.findIndex((finding) => finding.evidence.length > 2);
  await page.locator(`#d1f${many + 1} .fh`).click();
  for (let step = 1; step <= findings[many].evidence.length; ++step) {
    await page.keyboard.press("n");
    await settled(page);
    const at = step % findings[many].evidence.length + 1;
    assert.ok(await isInSight(page.locator(`#d1f${many + 1}e${at}`)));
    assert.equal(await page.locator(".fq li.at .k").textContent(), String.fromCodePoint(0x245f + at));
  }
  assert.deepEqual(noise, []);
  await context.close();
}

export async function textLeadsToList() {
  const { page, context } = await open("sample");
  const mark = page.locator("mark.s").first();
  const own = [...new Set((await mark.getAttribute("data-f")).split(" ").map((token) => `d1f${token.split(".")[0]}`))];
  const met = [];
  for (const _ of own) {
    await mark.click();
    met.push(await page.locator(".f.on").getAttribute("id"));
  }
  assert.deepEqual(met.sort(), own.sort(), "each click on a shared mark takes its next finding");
  assert.ok(await isInSight(page.locator(".f.on .fh")));
  await context.close();
}

export async function keys() {
  const { page, context, noise } = await open("sample");
  const order = await page.locator(".f").evaluateAll((items) => items.map((item) => item.id));
  const chosen = () => page.locator(".f.on").getAttribute("id");
  await page.keyboard.press("j");
  assert.equal(await chosen(), order[0]);
  await page.keyboard.press("ArrowDown");
  assert.equal(await chosen(), order[1]);
  await page.keyboard.press("k");
  assert.equal(await chosen(), order[0]);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), `${order[0]}e1`, "Enter goes to the place");
  await page.keyboard.press("Escape");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".f.on .fh")), "Esc comes back");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".on").count(), 0);
  await page.keyboard.press("?");
  assert.ok(await page.locator("dialog#help").isVisible());
  await page.locator("#keys").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  assert.equal(await page.locator(".f.on").count(), 0, "single keys can be turned off");
  assert.deepEqual(noise, []);
  await context.close();
}

export async function filters() {
  const { page, context } = await open("sample");
  const findings = read("sample").documents[0].findings;
  const count = (test) => findings.filter(test).length;
  const visible = () => page.locator(".f:visible").count();
  await page.locator('[data-sev="info"]').click();
  assert.equal(await visible(), count((each) => each.severity !== "info"));
  const onlyInfo = await page.locator("mark").evaluateAll((marks, infos) => marks.filter((mark) =>
    mark.dataset.f.split(" ").every((token) => infos.includes(Number(token.split(".")[0])))).map((mark) =>
    mark.classList.contains("off")), findings.flatMap((each, index) => (each.severity === "info" ? [index + 1] : [])));
  assert.ok(onlyInfo.length > 0 && onlyInfo.every(Boolean), "marks of what is filtered out are out");
  await page.locator('[data-sev="info"]').click();
  await page.locator("#rule").selectOption("total/headcount");
  assert.equal(await visible(), count((each) => each.rule === "total/headcount"));
  await page.locator("#rule").selectOption("");
  await page.keyboard.press("/");
  await page.keyboard.type("１０７ 编制");  // full width, two words
  await page.waitForFunction(() => document.getElementById("hits").textContent !== "");
  assert.ok(await page.locator("#d1f2").isVisible());
  assert.ok((await visible()) < findings.length);
  await page.keyboard.press("Escape");
  assert.equal(await visible(), findings.length);
  await page.locator("#sort").selectOption("text");
  const numbers = await page.locator(".f").evaluateAll((items) => items.map((item) => Number(item.dataset.n)));
  assert.deepEqual(numbers, findings.map((_, index) => index + 1));
  await page.locator("#sort").selectOption("severity");
  const words = await page.locator(".f").evaluateAll((items) => items.map((item) => item.dataset.s));
  assert.deepEqual(words, [..."error warning info".split(" ")].flatMap((word) => words.filter((each) => each === word)));
  await context.close();
}

export async function severalDocuments() {
  const { page, context, noise } = await open("folder");
  const documents = read("folder").documents;
  assert.equal(await page.locator(".overview tbody tr").count(), documents.length);
  assert.equal(await page.locator(".doc:visible").count(), 0, "the overview comes first");
  const failed = documents.findIndex((each) => each.status === "failed");
  assert.ok(failed >= 0);
  assert.match(await page.locator(".overview tr.failed").textContent(), new RegExp(documents[failed].error.code));
  await page.locator(".overview thead button").nth(2).click();
  const errors = await page.locator(".overview tbody tr:not(.failed) td:nth-child(3)").allTextContents();
  assert.deepEqual(errors.map(Number), errors.map(Number).sort((a, b) => b - a), "sorted by errors");
  const id = `d${documents.findIndex((each) => each.findings.length > 3) + 1}`;
  await page.locator(`.overview a[href="#${id}"]`).click();
  await page.waitForFunction((wanted) => !document.getElementById(wanted).hidden, id);
  assert.equal(await page.locator(".doc:visible").count(), 1);
  assert.equal(await page.locator("#file").inputValue(), id);
  await page.keyboard.press("j");
  assert.ok((await page.locator(".f.on").getAttribute("id")).startsWith(`${id}f`));
  await page.keyboard.press("]");
  assert.equal(await page.locator(".doc:visible").getAttribute("id"), `d${Number(id.slice(1)) + 1}`);
  await page.keyboard.press("o");
  await page.waitForFunction(() => !document.getElementById("overview").hidden);
  assert.deepEqual(noise, []);
  await context.close();
  const direct = await open("folder", { fragment: `#${id}f2e1` });
  assert.equal(await direct.page.locator(".f.on").getAttribute("id"), `${id}f2`, "an address leads to its place");
  await direct.context.close();
}

export async function knownApart() {
  const { page, context } = await open("known");
  const findings = read("known").documents[0].findings;
  assert.ok(findings.length > 0 && findings.every((each) => each.standing === "known"));
  assert.match(await page.locator(".list .clean").textContent(), /\d/, "nothing open is said with the coverage");
  await page.keyboard.press("j");
  assert.equal(await page.locator(".f.on").count(), 0, "what is folded away is not walked through");
  await page.locator("details.g > summary").click();
  await settled(page);  // the browser tells of the toggle in a task of its own
  await page.keyboard.press("j");
  assert.equal(await page.locator(".f.on").count(), 1);
  assert.equal(await page.locator("mark.e, mark.w, mark.i").count(), 0, "no mark as of an open finding");
  await context.close();
}

export async function markupIsText() {
  const { page, context, noise } = await open("hostile");
  const count = (name) => page.locator(name).count();
  assert.equal(await count("main script, main img, a[href^='javascript']"), 0);
  assert.equal(await count("article"), 1);
  assert.match(await page.locator(".paper p").first().textContent(), /^<script>alert\(1\)<\/script>现有编制/);
  assert.match(await page.locator(".doc h2").textContent(), /<img src=x onerror=alert\(1\)> &quot;'\.txt$/);
  assert.deepEqual(noise, []);
  await context.close();
}

export async function withoutScript() {
  const { page, context } = await open("sample", { javaScriptEnabled: false });
  const findings = read("sample").documents[0].findings;
  assert.equal(await page.locator(".f .fb:visible").count(), findings.length, "everything is open");
  assert.equal(await page.locator(".tools:visible, .js-only:visible").count(), 0, "no control that would do nothing");
  const first = page.locator(".fq a").first();
  await first.click();
  const target = (await first.getAttribute("href")).slice(1);
  assert.ok(page.url().endsWith(`#${target}`));
  assert.ok(await isInSight(page.locator(`#${target}`)));
  await context.close();
  const folder = await open("folder", { javaScriptEnabled: false });
  const top = (name) => folder.page.locator(name).first().evaluate((element) => element.getBoundingClientRect().top);
  assert.ok((await top("#overview")) < (await top(".doc")), "the overview comes first");
  assert.equal(await folder.page.locator(".doc:visible").count(), read("folder").documents.length);
  await folder.context.close();
}

export async function onPaper() {
  const { page, context } = await open("sample");
  await page.emulateMedia({ media: "print" });
  const top = (name) => page.locator(name).evaluate((element) => element.getBoundingClientRect().top);
  assert.ok((await top(".text")) < (await top(".list")), "the text first");
  assert.equal(await page.locator(".bar:visible, .tools:visible, .now:visible").count(), 0);
  const findings = read("sample").documents[0].findings;
  assert.equal(await page.locator(".f .fb:visible").count(), findings.length);
  assert.equal(await page.locator(".n:visible").count(), findings.reduce((sum, each) => sum + each.evidence.length, 0));
  await context.close();
}

export async function narrow() {
  const { page, context } = await open("sample", { viewport: { width: 390, height: 800 } });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing beside the screen");
  await page.locator("#d1f2 .fh").click();
  await settled(page);
  assert.ok(await page.locator("#now").isVisible());
  assert.ok(await isInSight(page.locator("#d1f2e1")));
  await page.locator('#now [data-do="list"]').click();
  await settled(page);
  assert.ok(await isInSight(page.locator("#d1f2 .fh")));
  await context.close();
}

// Every quote of the JSON stands marked in the page, character for character, its decisive characters strongly.
// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from "node:assert";
import { open, read, url } from "./browser.mjs";

/// "d1f3e2" and "d1f3e2!" (decisive) to the text of its marks, in the page's own order.
function markedTexts() {
  const texts = {};
  for (const root of document.querySelectorAll(".doc")) {
    for (const mark of root.querySelectorAll("mark")) {
      for (const token of mark.dataset.f.split(" ")) {
        const [, finding, evidence, decisive] = /^(\d+)\.(\d+)(!?)$/.exec(token);
        const id = `${root.id}f${finding}e${evidence}`;
        texts[id] = (texts[id] ?? "") + mark.textContent;
        if (decisive) texts[`${id}!`] = (texts[`${id}!`] ?? "") + mark.textContent;
      }
    }
  }
  return texts;
}

export async function marksAreRight(name) {
  const { page, context, noise, requests } = await open(name);
  const shown = await page.evaluate(markedTexts);
  let count = 0;
  read(name).documents.forEach((document, d) => document.findings.forEach((finding, f) => {
    finding.evidence.forEach((evidence, e) => {
      const id = `d${d + 1}f${f + 1}e${e + 1}`;
      const decisive = [...evidence.quote].slice(evidence.mark.start, evidence.mark.end).join("") || evidence.quote;
      assert.equal(shown[id], evidence.quote, `${document.path} ${id}`);
      assert.equal(shown[`${id}!`], decisive, `${document.path} ${id}, decisive`);
      ++count;
    });
  }));
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
  assert.equal(new Set(ids).size, ids.length, "ids are unique");
  const dead = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(id)));
  assert.deepEqual(dead, [], "links lead somewhere");
  assert.deepEqual(noise, [], "nothing on the console");
  assert.deepEqual(requests, [url(name)], "no request but the file");
  await context.close();
  return count;
}

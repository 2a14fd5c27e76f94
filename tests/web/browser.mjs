// Opens reports in headless Chromium; whatever the page says on the console or asks of the network is kept.
// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
export const url = (name, fragment = "") => pathToFileURL(`${name}.html`).href + fragment;
export const read = (name) => JSON.parse(readFileSync(`${name}.json`, "utf8"));

export async function open(name, { fragment = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const noise = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url(name, fragment));
  return { page, context, noise, requests };
}

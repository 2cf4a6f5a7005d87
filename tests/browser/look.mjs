// Opens pages in the machine's Chromium and tells what a reader would suffer from: one JSON object a page and scheme.
// usage: node look.mjs CHROMIUM '[{"name": "index", "url": "http://127.0.0.1:…/"}, …]'
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [320, 768, 1280];
const SCHEMES = ["light", "dark"];
// Without these, Chromium asks its maker's servers for news at every start.
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

async function look(browser, { name, url }, scheme) {
  const found = { name, scheme, console: [], foreign: [], failed: [], overflow: [], violations: [], scripts: 0 };
  // The page's own policy forbids every script, and so the checker's: it is let in from outside, after the page has shown
  // once with its policy in force.
  for (const checking of [false, true]) {
    const context = await browser.newContext({ colorScheme: scheme, bypassCSP: checking });
    const page = await context.newPage();
    const origin = new URL(url).origin;
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && found.console.push(message.text()));
    page.on("pageerror", (error) => found.console.push(String(error)));
    page.on("request", (request) => {
      const asked = request.url();
      if (!asked.startsWith("data:") && new URL(asked).origin !== origin) found.foreign.push(asked);
    });
    page.on("response", (answer) => answer.status() >= 400 && answer.url() !== url && found.failed.push(answer.url()));
    await page.setViewportSize({ width: WIDTHS[0], height: 900 });
    await page.goto(url, { waitUntil: "load" });
    if (checking) await page.evaluate(axe);
    else found.scripts = await page.evaluate(() => document.scripts.length);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      if (checking) {
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        for (const one of violations) found.violations.push(`${width}px ${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
      } else {
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (excess > 0) found.overflow.push(`${width}px: ${excess} too wide`);
      }
    }
    await context.close();
  }
  return found;
}

const [executablePath, wanted] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: FLAGS });
const results = [];
for (const page of JSON.parse(wanted)) results.push(...(await Promise.all(SCHEMES.map((scheme) => look(browser, page, scheme)))));
await browser.close();
console.log(JSON.stringify(results));

// Drives the page in Chromium, opened from disk with the network off: check.mjs PAGE.html FOLDER. FOLDER holds what `made_up`
// wrote; downloads and screenshots are left there. Ends with 1 if anything is wrong.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.env.BROWSER_MODULES + "/"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [file, folder] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const FORBIDDEN = "https://example.org/";

const wrong = [];
const expect = (what, holds) => holds || (wrong.push(what), console.error(`WRONG ${what}`));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: false,
  args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(locale, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, offline: true, acceptDownloads: true, locale });
  const page = await context.newPage();
  const say = (what) => expect(`${locale} at ${width}: ${what}`, false);
  page.on("pageerror", (error) => say(`error: ${error.message}`));
  // The connection that is tried on purpose is told there, too.
  page.on("console", (message) => message.type() === "error" && !message.text().includes(FORBIDDEN) && say(`console: ${message.text()}`));
  page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || say(`asks for ${request.url()}`));
  await page.goto(address);
  await until(page, /^(准备好了|Ready)/);
  return page;
}

/** Waits for the line that says what is going on. */
async function until(page, text, timeout = 60000) {
  await page.locator("#status").filter({ hasText: text }).waitFor({ timeout });
  await page.locator("#working").waitFor({ state: "hidden" });
}

async function save(page, selector) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(selector).click()]);
  const path = join(folder, "saved-" + download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function look(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { iframes: false, resultTypes: ["violations"] }));
  for (const { id, impact, nodes } of violations) {
    const what = `${name}: axe: ${impact} ${id}: ${nodes[0].target.join(" ")} (${nodes.length})`;
    if (["serious", "critical"].includes(impact)) expect(what, false);
    else console.log(`a lesser remark, ${what}`);
  }
  const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(`${name}: ${wide[0]} px wide in a window of ${wide[1]}`, wide[0] <= wide[1]);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, .button, select")]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 40)
      .map((one) => one.textContent.trim()));
  expect(`${name}: too small to touch: ${small}`, small.length === 0);
  // A frame out of sight is not painted.
  if (await page.locator("#frame").isVisible()) await page.locator("#frame").scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Answers the three questions by the keyboard alone. */
async function answer(page) {
  const fields = page.locator("#asked fieldset");
  for (let place = 0; place < (await fields.count()); place += 1) {
    const field = fields.nth(place);
    const text = await field.locator("legend").textContent();
    await field.locator("input:checked").focus();
    if (/符号|mark/.test(text)) {
      await field.locator("input").first().focus();
      await page.keyboard.press("Space");
    } else if (/目录|catalogue/.test(text)) {
      await field.locator("input[list]").focus();
      await page.keyboard.type("高中阶段教育毛入学率");
    } else {
      await field.locator("input").first().focus();
      await page.keyboard.press("Space");
    }
    expect(`question ${place + 1} has an answer`, (await field.locator("input:checked").getAttribute("value")) !== "later");
  }
  await page.locator("#asked [type=submit]").focus();
  await page.keyboard.press("Enter");
}

const book = join(folder, "某旗.xlsx");
for (const [locale, tongue] of [["zh-CN", "zh"], ["en-GB", "en"]]) {
  const page = await open(locale, 1280);
  expect(`${tongue}: the language of the browser`, (await page.evaluate(() => document.documentElement.lang)).startsWith(tongue));
  expect(`${tongue}: what leaves the computer`, /不上传|Nothing is uploaded/.test(await page.locator(".private").textContent()));
  await look(page, `start-${tongue}-1280`);

  // The policy forbids every connection.
  const refused = await page.evaluate(async (forbidden) => {
    const violated = new Promise((resolve) => document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective), { once: true }));
    const failed = await fetch(forbidden).then(() => "fetched", () => "failed");
    return `${failed} ${await violated}`;
  }, FORBIDDEN);
  expect(`${tongue}: the policy: ${refused}`, refused === "failed connect-src");

  // A workbook dropped on the page.
  const content = readFileSync(book).toString("base64");
  const drop = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], "某旗.xlsx"));
    return transfer;
  }, content);
  await page.dispatchEvent("#drop", "drop", { dataTransfer: drop });
  await until(page, /3个问题|questions: 3/);
  await look(page, `questions-${tongue}-1280`);

  // A file that cannot be read changes nothing, and the message says what would be right.
  const before = await page.locator("#asked").innerHTML();
  const broken = join(folder, "坏的.xlsx");
  writeFileSync(broken, "PK\x03\x04 cut short");
  await page.setInputFiles("#chosen", [broken]);
  await page.locator("#errors .wrong").waitFor();
  const said = await page.locator("#errors").innerText();
  expect(`${tongue}: the error names the file: ${said}`, said.includes("坏的.xlsx"));
  expect(`${tongue}: nothing changed`, before === (await page.locator("#asked").innerHTML()) && (await page.locator("#list li").count()) === 1);
  await look(page, `error-${tongue}-1280`);
  await page.locator("#errors button").click();

  await answer(page);
  await until(page, /没有待答|nothing is left/);
  expect(`${tongue}: the focus goes to the report`, (await page.evaluate(() => document.activeElement.id)) === "step-report");
  expect(`${tongue}: three answers are listed`, (await page.locator("#answered li").count()) === 3);
  const frame = page.frameLocator("#frame");
  expect(`${tongue}: the report in the frame`, (await frame.locator("h1").textContent()).includes("2024"));
  await frame.locator("nav a").last().click();
  expect(`${tongue}: its links lead somewhere`, await frame.locator("#receipt").isVisible());
  await look(page, `report-${tongue}-1280`);
  for (const key of ["page", "annex", "table", "audit"]) await save(page, `#get-${key}`);
  await save(page, "#save");
  await save(page, "#get-word");

  // The same in the other width, with the answers that were saved.
  const narrow = await open(locale, 390);
  await look(narrow, `start-${tongue}-390`);
  await narrow.setInputFiles("#chosen", [book, join(folder, `saved-${tongue === "zh" ? "答案" : "answers"}.toml`)]);
  await until(narrow, /没有待答|nothing is left/);
  await look(narrow, `report-${tongue}-390`);
  const [name, again] = [tongue === "zh" ? "saved-报告.html" : "saved-report.html", join(folder, `again-${tongue}.html`)];
  const first = readFileSync(join(folder, name));
  writeFileSync(again, readFileSync(await save(narrow, "#get-page")));
  expect(`${tongue}: saved answers give the same report`, Buffer.compare(first, readFileSync(again)) === 0);
  await narrow.locator("#list button").last().click();
  await until(narrow, /3个问题|questions: 3/);
  await look(narrow, `questions-${tongue}-390`);
  // The switch of language tells everything anew.
  await narrow.locator(`[data-tongue=${tongue === "zh" ? "en" : "zh"}]`).click();
  await until(narrow, tongue === "zh" ? /questions: 3/ : /3个问题/);
  await page.context().close();
  await narrow.context().close();
}

// A large workbook: how long it takes, and how long the page does not answer meanwhile.
const page = await open("zh-CN", 1280);
const long = join(folder, "大表.xlsx");
await page.evaluate(() => {
  window.gaps = { last: performance.now(), longest: 0 };
  setInterval(() => {
    const now = performance.now();
    gaps.longest = Math.max(gaps.longest, now - gaps.last);
    gaps.last = now;
  }, 10);
});
const start = performance.now();
await page.setInputFiles("#chosen", [long]);
await page.locator("#working").waitFor({ state: "visible" });
await until(page, /报告已生成/, 120000);
const seconds = (performance.now() - start) / 1000;
const { longest } = await page.evaluate(() => gaps);
const size = readFileSync(long).length / 2 ** 20;
console.log(`a workbook of ${size.toFixed(1)} MB: the report after ${seconds.toFixed(1)} s; the page was busy for ${longest.toFixed(0)} ms at most`);
expect("the page stays responsive", longest < 1000);

// What is being done can be stopped, and what was read is still there.
await page.setInputFiles("#chosen", [long]);
await page.locator("#stop").click();
await until(page, /已停止/, 120000);
expect("the file is still there", (await page.locator("#list li").count()) === 1);
await browser.close();
console.log(wrong.length === 0 ? "the page is right" : `${wrong.length} things are wrong`);
process.exit(wrong.length === 0 ? 0 : 1);

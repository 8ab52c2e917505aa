// Checks pages in a real browser: node check.mjs FOLDER PAGE... reads FOLDER/PAGE.html, writes screenshots and a PDF beside
// it, and ends with 1 if anything is wrong.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [360, 390, 768, 1280];
// How high the page of the national figures may be, with what is closed left closed.
const HIGHEST = { 390: 25000, 1280: 12000 };
const CJK_FONT = /CJK|Source Han|YaHei|PingFang|WenQuanYi/;
const [folder, ...names] = process.argv.slice(2);
if (!folder || names.length === 0) {
  console.error("usage: check.mjs FOLDER PAGE...");
  process.exit(2);
}

const wrong = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: false,
  args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
for (const name of names) {
  for (const width of WIDTHS) await check(name, width);
  await print(name);
}
await browser.close();
for (const line of wrong) console.error(`WRONG ${line}`);
console.log(wrong.length === 0 ? "all pages are right" : `${wrong.length} things are wrong`);
process.exit(wrong.length === 0 ? 0 : 1);

async function open(name, width, say) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, offline: true });
  const page = await context.newPage();
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  page.on("console", (message) => message.type() === "error" && say(`console: ${message.text()}`));
  page.on("pageerror", (error) => say(`error: ${error.message}`));
  page.on("dialog", (dialog) => { say(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => request.url() !== address && say(`asks for ${request.url()}`));
  await page.goto(address);
  return page;
}

async function check(name, width) {
  const before = wrong.length;
  const say = (what) => wrong.push(`${name} at ${width}: ${what}`);
  const page = await open(name, width, say);
  const found = await page.evaluate(layout);
  found.problems.forEach(say);
  const most = name.startsWith("national") ? HIGHEST[width] : undefined;
  if (most !== undefined && found.height > most) say(`${found.height} px high, more than ${most}`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const lesser = [];
  for (const { id, impact, nodes } of violations) {
    const where = nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ");
    const what = `${impact} ${id}: ${where} (${nodes.length})`;
    if (["serious", "critical"].includes(impact)) say(what);
    else lesser.push(what);
  }
  const fonts = width === 1280 ? await glyphs(page, say) : "";
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  await page.context().close();
  const { cards, charts, bare, height } = found;
  const verdict = wrong.length === before ? "ok" : `${wrong.length - before} wrong`;
  console.log(`${name} at ${width}: ${height} px high, ${cards} cards, ${charts} drawings, ${bare} lines, ${lesser.length} lesser remarks of axe${lesser.map((what) => ` [${what}]`).join("")}; ${verdict}${fonts}`);
}

// Runs in the page: what can be seen of its layout.
function layout() {
  const problems = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) problems.push(`the page is ${root.scrollWidth} wide, the window ${root.clientWidth}`);
  const short = (element) => `<${element.tagName.toLowerCase()} ${element.className?.baseVal ?? element.className}> ${element.textContent.trim().slice(0, 30)}`;

  // Words inside a box stay inside it, and nothing that cannot scroll is wider than its room.
  for (const box of document.querySelectorAll(".card, .tiles li, .notice, .badge, .rows li, .brief li, .bare li, .contents a")) {
    const room = box.getBoundingClientRect();
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || node.parentElement.closest("title, desc")) continue;
      // Words for screen readers alone: the eye has the letter beside them, and the visible legend says what it stands for.
      if (getComputedStyle(node.parentElement).clipPath === "inset(50%)") {
        const legend = document.querySelector(".letters");
        const told = legend && legend.getBoundingClientRect().height > 0 && legend.textContent.includes(node.data.trim());
        if (!told) problems.push(`hidden, and not in the legend: ${node.data.trim()} in ${short(box)}`);
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const out = rect.left < room.left - 1 || rect.right > room.right + 1 || rect.top < room.top - 2 || rect.bottom > room.bottom + 2;
        if (rect.width > 0 && out) { problems.push(`clipped: ${node.data.trim().slice(0, 30)} in ${short(box)}`); break; }
      }
    }
  }

  // Labels stay inside their drawing, and the two that are placed by value do not lie on each other.
  for (const svg of document.querySelectorAll("svg[role=img]")) {
    const view = svg.viewBox.baseVal;
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBBox();
      const out = box.x < 0 || box.y < -1 || box.x + box.width > view.width || box.y + box.height > view.height;
      if (out) problems.push(`outside its drawing: ${text.textContent} in ${svg.querySelector("title").textContent}`);
    }
    const [mark, latest] = [".mark", ".latest"].map((name) => svg.querySelector(name)?.getBBox());
    if (mark && latest) {
      const apart = mark.x + mark.width <= latest.x || latest.x + latest.width <= mark.x || mark.y + mark.height <= latest.y + 3 || latest.y + latest.height <= mark.y + 3;
      if (!apart) problems.push(`labels overlap in ${svg.querySelector("title").textContent}`);
    }
    const size = parseFloat(getComputedStyle(svg.querySelector("text")).fontSize) * svg.getBoundingClientRect().width / view.width;
    if (size < 9.5) problems.push(`letters of ${size.toFixed(1)} px in ${svg.querySelector("title").textContent}`);
  }

  // Headings in order, one first; ids once; links that lead somewhere.
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) problems.push(`a heading of level ${next} after ${level}: ${heading.textContent}`);
    level = next;
  }
  if (document.querySelectorAll("h1").length !== 1) problems.push("not one h1");
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) problems.push(`the id ${id} is there twice`);
  for (const link of document.querySelectorAll("a")) {
    const href = link.getAttribute("href");
    if (!href.startsWith("#") || !document.getElementById(href.slice(1))) problems.push(`a link to ${href}`);
  }
  const count = (selector) => document.querySelectorAll(selector).length;
  return { problems, height: root.scrollHeight, cards: count("article.card"), charts: count("svg[role=img]"), bare: count(".bare li") };
}

// Every letter has a glyph, and Chinese is set in a Chinese font.
async function glyphs(page, say) {
  const tofu = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [40, 40];
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.font = `24px ${getComputedStyle(document.body).fontFamily}`;
    const drawn = (letter) => {
      pen.clearRect(0, 0, 40, 40);
      pen.fillText(letter, 4, 30);
      return pen.getImageData(0, 0, 40, 40).data.join();
    };
    // Never assigned, so never in a font.
    const none = new Set(["\u0378", "\u{e0080}", "\uffff"].map(drawn));
    const letters = new Set([...document.body.innerText].filter((letter) => letter.trim()));
    return [...letters].filter((letter) => none.has(drawn(letter)));
  });
  if (tofu.length > 0) say(`no glyph for ${tofu.join(" ")}`);

  const client = await page.context().newCDPSession(page);
  await client.send("DOM.enable");
  await client.send("CSS.enable");
  const { root } = await client.send("DOM.getDocument", { depth: 0 });
  await page.evaluate(() => {
    const words = document.querySelectorAll("h1, h2, h3, p, dt, dd, li, th, td, span, b, a, summary, text");
    const own = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("");
    [...words].filter((element) => element.checkVisibility() && /\p{Script=Han}/u.test(own(element))).forEach((element) => element.setAttribute("data-han", ""));
  });
  const { nodeIds } = await client.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "[data-han]" });
  const used = new Map();
  let without = 0;
  for (const nodeId of nodeIds) {
    const { fonts } = await client.send("CSS.getPlatformFontsForNode", { nodeId });
    for (const { familyName, glyphCount } of fonts) used.set(familyName, (used.get(familyName) ?? 0) + glyphCount);
    if (!fonts.some(({ familyName }) => CJK_FONT.test(familyName))) without += 1;
  }
  if (nodeIds.length === 0) say("no Chinese was found to look at");
  if (without > 0) say(`${without} pieces of Chinese without a Chinese font`);
  const list = [...used].map(([family, count]) => `${family} ${count}`).join(", ");
  return `; ${nodeIds.length} pieces of Chinese in ${list}`;
}

async function print(name) {
  const page = await open(name, 1280, (what) => wrong.push(`${name} in print: ${what}`));
  await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: false });
  // At the width of A4 without its margins nothing may stick out.
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 695, height: 1000 });
  const cut = await page.evaluate(() => [...document.querySelectorAll("body *:not(.annex *)")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".skip, .annex"))
    .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 30)}`));
  for (const what of cut.slice(0, 5)) wrong.push(`${name} in print: wider than A4: ${what}`);
  await page.context().close();
}

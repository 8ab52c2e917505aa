// node browser.mjs PACKAGE FOLDER: the same in Chromium, which gets the files of the installed package and nothing else.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";

const { chromium } = await import(process.env.PLAYWRIGHT);
const [root, folder] = process.argv.slice(2);
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };
const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entry = exports["."].default.replace(/^\./, "");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  chromiumSandbox: false,
  args: ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage();
await page.route("**/*", (route) => {
  const { host, pathname } = new URL(route.request().url());
  if (host === "dabiao.test" && pathname === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>dabiao</title>" });
  const file = join(root, pathname);
  if (host !== "dabiao.test" || !existsSync(file)) return route.abort();
  return route.fulfill({ contentType: TYPES[extname(file)] ?? "text/plain", body: readFileSync(file) });
});
await page.goto("https://dabiao.test/");
const names = readdirSync(folder).filter((name) => name.endsWith(".request"));
const read = (name) => readFileSync(join(folder, name)).toString("base64");
const cases = names.map((name) => [name, read(name), read(name.replace(".request", ".answer"))]);
const wrong = await page.evaluate(
  async ([entry, cases]) => {
    const { load } = await import(entry);
    const dabiao = await load();
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return cases
      .filter(([, request, answer]) => {
        const [got, wanted] = [dabiao.evaluateBytes(bytes(request)).answer, bytes(answer)];
        return got.length !== wanted.length || got.some((byte, place) => byte !== wanted[place]);
      })
      .map(([name]) => name);
  },
  [entry, cases],
);
console.log(
  wrong.length === 0 && cases.length > 0
    ? `Chromium ${browser.version()}: ${cases.length} requests, the same bytes`
    : `another answer in Chromium to ${wrong.join(" ")}`,
);
await browser.close();
process.exit(wrong.length === 0 && cases.length > 0 ? 0 : 1);

// node build.mjs MODULE.wasm OUT.html: puts the module, packed, and everything else into one file.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [module, out] = process.argv.slice(2);
const read = (name) => readFileSync(new URL(`page/${name}`, import.meta.url), "utf8");
const script = `"use strict";\n${read("words.js")}${read("page.js")}`;
const parts = {
  SCRIPT_HASH: `sha256-${createHash("sha256").update(script).digest("base64")}`,
  STYLE: read("style.css"),
  MODULE: gzipSync(readFileSync(module), { level: 9 }).toString("base64"),
  WORKER: read("worker.js"),
  SCRIPT: script,
};
for (const part of [script, parts.WORKER]) {
  if (/<\/script|<!--/i.test(part)) throw new Error("a script would end early");
}
writeFileSync(out, read("page.html").replace(/@([A-Z_]+)@/g, (_, name) => parts[name]));

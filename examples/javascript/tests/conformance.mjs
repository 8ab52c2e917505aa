// node conformance.mjs FOLDER: sends every FOLDER/NAME.request and compares with FOLDER/NAME.answer, byte for byte.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { load } from "dabiao";

const folder = process.argv[2];
const dabiao = await load();
const names = readdirSync(folder).filter((name) => name.endsWith(".request"));
if (names.length === 0) throw new Error("there are no requests");
for (const name of names) {
  const { answer } = dabiao.evaluateBytes(readFileSync(join(folder, name)));
  const wanted = readFileSync(join(folder, name.replace(".request", ".answer")));
  if (Buffer.compare(wanted, answer) !== 0) throw new Error(`another answer to ${name}`);
}
console.log(`Node ${process.versions.node}: ${names.length} requests, the same bytes`);

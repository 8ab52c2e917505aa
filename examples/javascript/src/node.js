import { readFile } from "node:fs/promises";
import { Dabiao } from "./dabiao.js";

export * from "./dabiao.js";

/** Reads the module that lies beside this file, or takes another one, compiled or as bytes. */
export async function load(source) {
  const bytes = source ?? (await readFile(new URL("./dabiao.wasm", import.meta.url)));
  return new Dabiao(bytes instanceof WebAssembly.Module ? bytes : await WebAssembly.compile(bytes));
}

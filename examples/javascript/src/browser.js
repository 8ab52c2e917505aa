import { Dabiao } from "./dabiao.js";

export * from "./dabiao.js";

/** Fetches the module that lies beside this file, or takes another one: compiled, as bytes, or as a response. */
export async function load(source = fetch(new URL("./dabiao.wasm", import.meta.url))) {
  const given = await source;
  if (given instanceof WebAssembly.Module) return new Dabiao(given);
  return new Dabiao(await (given instanceof Response ? WebAssembly.compileStreaming(given) : WebAssembly.compile(given)));
}

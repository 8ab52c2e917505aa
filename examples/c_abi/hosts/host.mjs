// A host in JavaScript over the WebAssembly module: Node here; in a browser only the reading of the two files differs.
//
//   node host.mjs request.json      prints the answer as it is; the exit code is the status
//   node host.mjs --columns [rows]  judges two generated columns; verdicts to standard output, times to standard error
//   node host.mjs --times RUNS request.json  the best time of so many runs, in milliseconds of the processor
//
// The module is found by the variable DABIAO_WASM.

import { readFileSync, writeSync } from "node:fs";

const OK = 0;
const ABI_VERSION = 1;
const BYTES = -1;

/** The module. One instance serves one call at a time; for more at once, make more instances of the compiled module. */
export class Dabiao {
  constructor(module) {
    this.wasm = new WebAssembly.Instance(module, {}).exports;
    if (this.wasm.dabiao_abi_version() !== ABI_VERSION) throw new Error("the module has another API version");
  }

  // Memory may grow, and is then another buffer: a view is taken anew after each call.
  bytes(pointer, length) {
    return new Uint8Array(this.wasm.memory.buffer, pointer, length);
  }

  /** Memory of the module's, given back after the work. */
  lent(size, work) {
    const block = this.wasm.dabiao_alloc(size) >>> 0;
    if (block === 0 && size > 0) throw new RangeError(`no memory for ${size} bytes`);
    try {
      return work(block);
    } finally {
      this.wasm.dabiao_free(block, size);
    }
  }

  /** Runs a call with a place for its answer, eight bytes, and takes the answer over. */
  answered(call) {
    return this.lent(8, (place) => {
      const status = call(place, place + 4);
      const [pointer, length] = new Uint32Array(this.wasm.memory.buffer, place, 2);
      const answer = this.bytes(pointer, length).slice();
      this.wasm.dabiao_free(pointer, length);
      return { status, answer };
    });
  }

  /** The status and the answer, as bytes. */
  evaluate(request) {
    return this.lent(request.length, (text) => {
      this.bytes(text, request.length).set(request);
      return this.answered((...place) => this.wasm.dabiao_evaluate(text, request.length, ...place));
    });
  }

  /** A prepared bound: its handle, and what columns have to hold. */
  threshold(request) {
    const text = new TextEncoder().encode(JSON.stringify(request));
    return this.lent(text.length, (block) => {
      this.bytes(block, text.length).set(text);
      return this.lent(4, (handle) => {
        const told = done(
          this.answered((...place) => this.wasm.dabiao_threshold_new(block, text.length, handle, ...place)),
        );
        return { handle: new Uint32Array(this.wasm.memory.buffer, handle, 1)[0], told };
      });
    });
  }
}

/** The answer as text; throws with the reasons unless it is done. */
function done({ status, answer }) {
  const text = new TextDecoder().decode(answer);
  if (status !== OK) throw new Error(`status ${status}: ${text}`);
  return text;
}

function out(bytes) {
  for (let from = 0; from < bytes.length; ) from += writeSync(1, bytes, from);
}

function tell(what, outcomes, margins) {
  const counts = [0, 0, 0, 0];
  for (const outcome of outcomes) counts[outcome + 1] += 1;
  const [undetermined, notMet, met, notApplicable] = counts;
  let sum = 0n;
  for (const margin of margins) sum += margin;
  console.log(
    `${what}: ${met} met, ${notMet} not met, ${undetermined} undetermined, ${notApplicable} not applicable; margins ${sum}`,
  );
}

function best(what, rows, call) {
  let least = Infinity;
  for (let round = 0; round < 7; round += 1) {
    const start = performance.now();
    if (call() !== OK) throw new Error("refused");
    least = Math.min(least, performance.now() - start);
  }
  console.error(`WebAssembly in Node, ${what}: ${((least * 1e6) / rows).toFixed(2)} ns a check`);
}

function columns(library, rows) {
  const { wasm } = library;
  const { handle, told } = library.threshold({ year: 2024, judge: ["women.health.g2.maternal-mortality-ratio"] });
  console.log(told);
  library.lent(4, (place) => {
    wasm.dabiao_margin_scale(handle, 1, place);
    console.log(`margins have ${new Int32Array(wasm.memory.buffer, place, 1)[0]} digits after the point`);
  });
  // One block: two columns of values, the margins, then what has a byte a row.
  library.lent(26 * rows, (block) => {
    const [first, second, margins, outcomes, validity] = [0, 8, 16, 24, 25].map((part) => block + part * rows);
    const numbers = (pointer) => new BigInt64Array(wasm.memory.buffer, pointer, rows);
    const verdicts = () => new Int8Array(wasm.memory.buffer, outcomes, rows);
    for (let row = 0; row < rows; row += 1) {
      numbers(first)[row] = BigInt((row * 7919) % 400);
      library.bytes(validity, rows)[row] = Number(row % 17 !== 0);
    }
    best("values", rows, () =>
      wasm.dabiao_check_column(handle, first, rows, 1, validity, BYTES, outcomes, margins, 0, 0),
    );
    tell("values", verdicts(), numbers(margins));
    for (let row = 0; row < rows; row += 1) {
      numbers(first)[row] = BigInt(row % 5);
      numbers(second)[row] = BigInt((row * 104729) % 30000);
    }
    best("counts", rows, () =>
      wasm.dabiao_check_counts(handle, first, second, rows, 0, 0, outcomes, margins, 0, 0),
    );
    tell("counts", verdicts(), numbers(margins));
  });
  wasm.dabiao_threshold_free(handle);
}

const module = new WebAssembly.Module(readFileSync(process.env.DABIAO_WASM));
const imports = WebAssembly.Module.imports(module);
if (imports.length > 0) throw new Error(`the module imports ${JSON.stringify(imports)}`);
const [first, rows, path] = process.argv.slice(2);
if (first === undefined) {
  console.error("usage: host.mjs request.json | host.mjs --columns [rows] | host.mjs --times RUNS request.json");
  process.exitCode = 64;
} else if (first === "--exports") {
  const names = WebAssembly.Module.exports(module).filter(({ kind }) => kind === "function");
  console.log(names.map(({ name }) => name).join("\n"));
} else if (first === "--columns") {
  columns(new Dabiao(module), Number(rows ?? 1_000_000));
} else if (first === "--times") {
  const library = new Dabiao(module);
  const request = readFileSync(path);
  const took = Array.from({ length: Number(rows) }, () => {
    const before = process.cpuUsage();
    library.evaluate(request);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e3;
  });
  console.log(Math.min(...took).toFixed(2));
} else {
  const { status, answer } = new Dabiao(module).evaluate(readFileSync(first));
  out(answer);
  process.exitCode = status;
}

// Calls of the module that cannot be right, each with the status that it has to have; none may trap.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const [OK, REFUSED, MISUSE] = [0, 2, 3];
const module = new WebAssembly.Module(readFileSync(process.env.DABIAO_WASM));
const { exports: wasm } = new WebAssembly.Instance(module, {});
const end = () => wasm.memory.buffer.byteLength;
const view = () => new DataView(wasm.memory.buffer);

const place = wasm.dabiao_alloc(16);
assert.equal(place % 16, 0);
const text = new TextEncoder().encode('{"year":2024,"judge":["women.health.g2.maternal-mortality-ratio"]}');
const request = wasm.dabiao_alloc(text.length);
new Uint8Array(wasm.memory.buffer, request, text.length).set(text);

// Null, misaligned, and beyond the end of memory.
assert.equal(wasm.dabiao_evaluate(0, 5, place, place + 4), MISUSE);
assert.equal(wasm.dabiao_evaluate(request, text.length, 0, place + 4), MISUSE);
assert.equal(wasm.dabiao_evaluate(request, text.length, place + 1, place + 8), MISUSE);
assert.equal(wasm.dabiao_evaluate(request, text.length, place, end()), MISUSE);
assert.equal(wasm.dabiao_evaluate(end() - 4, 5, place, place + 4), MISUSE);
assert.equal(wasm.dabiao_evaluate(request, -1, place, place + 4), MISUSE);
assert.equal(wasm.dabiao_evaluate(-8, 16, place, place + 4), MISUSE);
assert.equal(wasm.dabiao_alloc(-1), 0);
assert.equal(wasm.dabiao_alloc(0), 0);

// The empty text is refused, and answers are given back once.
assert.equal(wasm.dabiao_evaluate(0, 0, place, place + 4), REFUSED);
const [answer, length] = [view().getUint32(place, true), view().getUint32(place + 4, true)];
assert.equal(wasm.dabiao_free(answer, length - 1), MISUSE);
assert.equal(wasm.dabiao_free(answer, length), OK);
assert.equal(wasm.dabiao_free(answer, length), MISUSE);
assert.equal(wasm.dabiao_free(end() + 8, 1), MISUSE);
assert.equal(wasm.dabiao_free(0, 0), OK);

// Columns.
assert.equal(wasm.dabiao_threshold_new(request, text.length, place + 8, place, place + 4), OK);
assert.equal(wasm.dabiao_free(view().getUint32(place, true), view().getUint32(place + 4, true)), OK);
const bound = view().getUint32(place + 8, true);
const values = wasm.dabiao_alloc(24);
const outcomes = wasm.dabiao_alloc(3);
for (const [row, value] of [120n, 121n, -1n].entries()) view().setBigInt64(values + 8 * row, value, true);
assert.equal(wasm.dabiao_check_column(bound, values, 3, 1, 0, 0, outcomes, 0, 0, 0), OK);
assert.deepEqual([...new Int8Array(wasm.memory.buffer, outcomes, 3)], [1, 0, -1]);
assert.equal(wasm.dabiao_check_column(bound, values, end(), 1, 0, 0, outcomes, 0, 0, 0), MISUSE);
assert.equal(wasm.dabiao_check_column(bound, values + 4, 2, 1, 0, 0, outcomes, 0, 0, 0), MISUSE);
assert.equal(wasm.dabiao_check_column(bound, values, 3, 1, 0, 0, outcomes, values, 0, 0), MISUSE);
assert.equal(wasm.dabiao_check_column(bound, values, 3, 39, 0, 0, outcomes, 0, 0, 0), REFUSED);
assert.deepEqual([...new Int8Array(wasm.memory.buffer, outcomes, 3)], [-1, -1, -1]);
assert.equal(wasm.dabiao_threshold_free(bound), OK);
assert.equal(wasm.dabiao_threshold_free(bound), MISUSE);
assert.equal(wasm.dabiao_check_column(bound, values, 3, 1, 0, 0, outcomes, 0, 0, 0), MISUSE);

// A large request: memory grows, and shrinks never.
const large = new TextEncoder().encode(" ".repeat(50 << 20) + '{"year":2024}');
const room = wasm.dabiao_alloc(large.length);
new Uint8Array(wasm.memory.buffer, room, large.length).set(large);
assert.equal(wasm.dabiao_evaluate(room, large.length, place, place + 4), OK);
assert.equal(wasm.dabiao_free(view().getUint32(place, true), view().getUint32(place + 4, true)), OK);
assert.equal(wasm.dabiao_free(room, large.length), OK);

// Nesting that would use the stack up is refused before.
for (const depth of [100, 127, 128, 100_000]) {
  for (const [open, close] of [["[", "]"], ['{"a":', "}"]]) {
    const nested = `{"year":2024,"plans":[${open.repeat(depth)}1${close.repeat(depth)}]}`;
    const deep = new TextEncoder().encode(nested);
    const there = wasm.dabiao_alloc(deep.length);
    new Uint8Array(wasm.memory.buffer, there, deep.length).set(deep);
    assert.equal(wasm.dabiao_evaluate(there, deep.length, place, place + 4), REFUSED);
    assert.equal(wasm.dabiao_free(view().getUint32(place, true), view().getUint32(place + 4, true)), OK);
    assert.equal(wasm.dabiao_free(there, deep.length), OK);
  }
}
console.log("misuse is told, and nothing traps");

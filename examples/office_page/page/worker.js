"use strict";
// Holds the module. One call at a time: the text of a request and what files hold go in, the same comes out.

let wasm;

async function start(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const module = await WebAssembly.compile(await new Response(stream).arrayBuffer());
  // The clock is all that the module asks for; the other names describe it to a tool that is not used here.
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = name.startsWith("__wbg_now_")
      ? Date.now
      : () => {
          throw new Error(`the module asks for ${name}`);
        };
  }
  wasm = (await WebAssembly.instantiate(module, imports)).exports;
}

const view = (start, length) => new Uint8Array(wasm.memory.buffer, start >>> 0, length);

function call(request, contents) {
  const text = new TextEncoder().encode(JSON.stringify(request));
  const length = contents.reduce((sum, content) => sum + content.byteLength, 4 + text.length);
  const room = view(wasm.office_room(length), length);
  new DataView(room.buffer, room.byteOffset).setUint32(0, text.length, true);
  room.set(text, 4);
  let place = 4 + text.length;
  for (const content of contents) {
    room.set(new Uint8Array(content), place);
    place += content.byteLength;
  }
  const answered = wasm.office_call();
  const answer = view(wasm.office_answer(), answered).slice();
  let from = 4 + new DataView(answer.buffer).getUint32(0, true);
  const told = JSON.parse(new TextDecoder().decode(answer.subarray(4, from)));
  for (const file of told.files) {
    file.bytes = answer.slice(from, from + file.length);
    from += file.length;
  }
  return told;
}

onmessage = async ({ data: { number, packed, request, contents } }) => {
  try {
    const answer = packed === undefined ? call(request, contents) : await start(packed);
    postMessage({ number, answer }, answer ? answer.files.map(({ bytes }) => bytes.buffer) : []);
  } catch (error) {
    let defect = String(error);
    if (error instanceof WebAssembly.RuntimeError && wasm) {
      defect = new TextDecoder().decode(view(wasm.office_answer(), wasm.office_answer_length())) || defect;
    }
    postMessage({ number, defect });
  }
};

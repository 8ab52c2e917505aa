// What Node and browsers share: the WebAssembly module behind a class. The C header `dabiao.h` says what each function does.

const OK = 0;
const REFUSED = 2;
const API_VERSION = 1;
const BYTE_FOR_EACH_ROW = -1;

/** Thrown where a request as a whole is refused; `errors` names everything that is wrong with it, and where. */
export class RefusedError extends Error {
  constructor(errors) {
    super(errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("\n"));
    this.name = "RefusedError";
    this.errors = errors;
  }
}

/** One instance of the module. It serves one call at a time; for more at once make more of the same `WebAssembly.Module`. */
export class Dabiao {
  #wasm;

  constructor(module) {
    this.#wasm = new WebAssembly.Instance(module, {}).exports;
    const version = this.#wasm.dabiao_abi_version();
    if (version !== API_VERSION) throw new Error(`the module has API version ${version}; this package needs ${API_VERSION}`);
  }

  /** The version of the crate in the module. */
  get version() {
    const start = this.#wasm.dabiao_version();
    const memory = new Uint8Array(this.#wasm.memory.buffer);
    return new TextDecoder().decode(memory.subarray(start, memory.indexOf(0, start)));
  }

  /** Judges one request. */
  evaluate(request) {
    if (Array.isArray(request)) throw new TypeError("an array is a batch: call evaluateBatch");
    return read(this.evaluateBytes(encode(request)));
  }

  /** Judges one request in short: the same verdicts, in columns. */
  brief(request) {
    if (Array.isArray(request)) throw new TypeError("an array is a batch: call evaluateBatch");
    return read(this.evaluateBytes(encode({ ...request, brief: true })));
  }

  /** Judges several requests, each by itself: a report or the errors for each. */
  evaluateBatch(requests) {
    if (!Array.isArray(requests)) throw new TypeError("a batch is an array of requests");
    return read(this.evaluateBytes(encode(requests)));
  }

  /** Judges a request as it was sent, in UTF-8, and gives the answer byte for byte. */
  evaluateBytes(request) {
    return this.#lent(request.length, (text) => {
      this.#bytes(text, request.length).set(request);
      return this.#answered((...place) => this.#wasm.dabiao_evaluate(text, request.length, ...place));
    });
  }

  /** Prepares the bound of the one target that `judge` of the request names, for columns of values. */
  threshold(request) {
    const text = encode(request);
    return this.#lent(text.length, (block) => {
      this.#bytes(block, text.length).set(text);
      return this.#lent(4, (handle) => {
        const told = read(
          this.#answered((...place) => this.#wasm.dabiao_threshold_new(block, text.length, handle, ...place)),
        );
        const [number] = new Uint32Array(this.#wasm.memory.buffer, handle, 1);
        return new Threshold(told, (numerators, rest) => this.#check(number, numerators, rest), () => {
          this.#wasm.dabiao_threshold_free(number);
        });
      });
    });
  }

  #check(threshold, first, { second, scale, valid }) {
    const rows = first.length;
    for (const [name, column] of [["denominators", second], ["valid", valid]]) {
      if (column && column.length !== rows) throw new RangeError(`${name}: ${column.length} rows, not ${rows}`);
    }
    // One block: the columns of numbers, the margins, then what has a byte a row.
    return this.#lent(26 * rows, (block) => {
      const place = (part) => block + part * rows;
      const numbers = (start) => new BigInt64Array(this.#wasm.memory.buffer, start, rows);
      numbers(place(0)).set(first);
      if (second) numbers(place(8)).set(second);
      this.#bytes(place(25), rows).set(valid ?? new Uint8Array(rows).fill(1));
      const ends = [place(25), BYTE_FOR_EACH_ROW, place(24), place(16)];
      const status = this.#answered((...answer) =>
        second
          ? this.#wasm.dabiao_check_counts(threshold, place(0), place(8), rows, ...ends, ...answer)
          : this.#wasm.dabiao_check_column(threshold, place(0), rows, scale, ...ends, ...answer),
      );
      if (status.status !== OK) read(status);
      return {
        outcomes: new Int8Array(this.#wasm.memory.buffer, place(24), rows).slice(),
        margins: numbers(place(16)).slice(),
        marginScale: second ? null : this.#marginScale(threshold, scale),
      };
    });
  }

  #marginScale(threshold, scale) {
    return this.#lent(4, (place) => {
      const status = this.#wasm.dabiao_margin_scale(threshold, scale, place);
      return status === OK ? new Int32Array(this.#wasm.memory.buffer, place, 1)[0] : null;
    });
  }

  // Memory may grow, and is then another buffer: a view is taken anew after each call.
  #bytes(start, length) {
    return new Uint8Array(this.#wasm.memory.buffer, start, length);
  }

  #lent(size, work) {
    const block = this.#wasm.dabiao_alloc(size) >>> 0;
    if (block === 0 && size > 0) throw new RangeError(`no memory for ${size} bytes`);
    try {
      return work(block);
    } finally {
      this.#wasm.dabiao_free(block, size);
    }
  }

  #answered(call) {
    return this.#lent(8, (place) => {
      const status = call(place, place + 4);
      const [start, length] = new Uint32Array(this.#wasm.memory.buffer, place, 2);
      const answer = this.#bytes(start, length).slice();
      this.#wasm.dabiao_free(start, length);
      return { status, answer };
    });
  }
}

/** The bound of one target, prepared once. Let it go with `free`, or by `using`. */
export class Threshold {
  #check;
  #free;

  constructor(told, check, free) {
    this.target = told.target;
    this.label = told.label;
    this.unit = told.unit;
    this.counts = told.counts;
    this.divisor = told.divisor;
    this.#check = check;
    this.#free = free;
  }

  /** Judges values kept as whole numbers with a scale: 143 with 1 is 14.3. */
  checkValues(values, scale, valid) {
    return this.#check(values, { scale, valid });
  }

  /** Judges numerators over denominators, without dividing. */
  checkCounts(numerators, denominators, valid) {
    return this.#check(numerators, { second: denominators, valid });
  }

  free() {
    this.#free();
    this.#free = () => {};
    this.#check = () => {
      throw new Error("the threshold was let go");
    };
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }
}

function encode(value) {
  return new TextEncoder().encode(JSON.stringify(value));
}

function read({ status, answer }) {
  const text = new TextDecoder().decode(answer);
  if (status === OK) return JSON.parse(text);
  if (status === REFUSED && text !== "") throw new RefusedError(JSON.parse(text).errors);
  throw new Error(`status ${status}: the call cannot be right`);
}

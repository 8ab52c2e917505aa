import type { Request } from "./request.js";
import type { Answer, BriefReport, Report } from "./answers.js";
import type { Problem } from "./errors.js";

export type { Request } from "./request.js";
export type { Answer, Assessment, BriefReport, Finding, Note, Outcome, Reason, Report, Rollup, Row, Severity, Standing, Warning } from "./answers.js";
export type { Problem } from "./errors.js";
/** Every type of a request. */
export type * as request from "./request.js";
/** Every type of an answer. */
export type * as answer from "./answers.js";

/** Thrown where a request as a whole is refused. */
export class RefusedError extends Error {
  /** Everything that is wrong with it, and where. */
  readonly errors: Problem[];
}

/** The answer in bytes: 0 answered, 2 refused (the answer then names the errors). */
export interface Bytes {
  status: number;
  answer: Uint8Array;
}

/** Verdicts on a column. */
export interface Verdicts {
  /** 1 met, 0 not met, -1 undetermined, 2 not applicable. */
  outcomes: Int8Array;
  /** By how much each value lies on the good side: with `marginScale` digits after the point, or in cases times the divisor. */
  margins: BigInt64Array;
  /** Null for counts, and where the bound is no decimal. */
  marginScale: number | null;
}

/** The bound of one target, prepared once for columns of values. */
export class Threshold {
  private constructor();
  readonly target: string;
  readonly label: string;
  /** The unit that values have to be in. */
  readonly unit: string;
  /** Whether `checkCounts` can be used. */
  readonly counts: boolean;
  /** By what margins of counts are divided to be cases. */
  readonly divisor: number | null;
  /** Judges values kept as whole numbers with a scale: 143 with 1 is 14.3. `valid` has 0 where there is no value. */
  checkValues(values: BigInt64Array, scale: number, valid?: Uint8Array): Verdicts;
  /** Judges numerators over denominators, without dividing. */
  checkCounts(numerators: BigInt64Array, denominators: BigInt64Array, valid?: Uint8Array): Verdicts;
  /** Lets the bound go. */
  free(): void;
}

/** One instance of the module. It serves one call at a time; make more of one `WebAssembly.Module` for workers. */
export class Dabiao {
  constructor(module: WebAssembly.Module);
  /** The version of the crate in the module. */
  readonly version: string;
  /** Judges one request; throws a `RefusedError`. */
  evaluate(request: Request): Report;
  /** Judges one request in short: the same verdicts, in columns, for a fraction of the time; throws a `RefusedError`. */
  brief(request: Request): BriefReport;
  /** Judges several requests, each by itself. One with `brief: true` is answered in short. */
  evaluateBatch(requests: Request[]): Answer[];
  /** Judges a request as it was sent, in UTF-8, and gives the answer byte for byte. */
  evaluateBytes(request: Uint8Array): Bytes;
  /** Prepares the bound of the one target that `judge` of the request names; throws a `RefusedError`. */
  threshold(request: Request): Threshold;
}

/** Loads the module of this package, or another one. */
export function load(source?: WebAssembly.Module | BufferSource | Response | Promise<Response>): Promise<Dabiao>;

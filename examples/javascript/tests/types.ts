// What the types promise, tried: columns, refusals, batches.
import { RefusedError, load, type Outcome, type Request } from "dabiao";

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(what);
}

const dabiao = await load();
expect("the version", /^\d+\.\d+\.\d+$/.test(dabiao.version));
const request: Request = { year: 2024, judge: ["women.health.g2.maternal-mortality-ratio"] };
const bound = dabiao.threshold(request);
expect("the unit", bound.unit === "/10万" && bound.counts);
const values = bound.checkValues(BigInt64Array.of(119n, 120n, 121n, 0n), 1, Uint8Array.of(1, 1, 1, 0));
expect("values at, just below and just above the bound", values.outcomes.join() === "1,1,0,-1");
expect("margins", values.margins.join() === "1,0,-1,0" && values.marginScale === 1);
const counts = bound.checkCounts(BigInt64Array.of(3n, 4n, 0n), BigInt64Array.of(25000n, 25000n, 0n));
expect("counts", counts.outcomes.join() === "1,0,2");
bound.free();

const wrong = { year: 2024, observations: [], unheard: true } as unknown as Request;
try {
  dabiao.evaluate(wrong);
  expect("a refusal", false);
} catch (error) {
  expect("the reason", error instanceof RefusedError && error.errors.some(({ path }) => path === "unheard"));
}
const answers = dabiao.evaluateBatch([
  { ...request, observations: [{ indicator: "孕产妇死亡率", period: 2024, value: "12.0", unit: "/10万" }] },
  wrong,
]);
const inShort = dabiao.brief({ ...request, observations: [{ indicator: "孕产妇死亡率", period: 2024, value: "12.1", unit: "/10万" }] });
expect("in short", inShort.outcomes.join() === "not_met" && inShort.margins[0] === "-0.1" && inShort.targets.length === 1);
const outcomes: (Outcome | undefined)[] = answers.map((answer) => ("report" in answer ? answer.report.rows[0]?.assessment.outcome : undefined));
expect("a batch", outcomes.join() === "met,");
console.log("types: columns, refusals and batches as promised");

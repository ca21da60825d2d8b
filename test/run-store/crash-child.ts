import { openRunStore } from "../../src/store/runs/open-run-store.ts";
import { answeredOf } from "../builders/run-of.ts";

/** Measures into a store until it is killed, and says of each step when it was acknowledged. */
const [where = "", runId = "", worker = ""] = process.argv.slice(2);
const outcome = await openRunStore(where, "measure");
if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
const store = outcome.value;
const inFlight = 40;

/** A write into a pipe is done when the call returns. */
const say = (what: string, cell: string) => process.stdout.write(`${what} ${cell}\n`);

async function measured(cell: string): Promise<void> {
  await store.beginAttempts(runId, worker, [{ cell, number: 1 }]);
  say("begun", cell);
  await store.putPayload(runId, Buffer.from(`what went over the wire for ${cell} `.repeat(20)));
  await store.finish(runId, worker, answeredOf(cell, `of ${worker} `.repeat(50)));
  say("finished", cell);
}

while (true) {
  const cells = await store.lease(runId, worker, { atMost: inFlight, forMs: 60_000 });
  if (cells.length === 0) break;
  await Promise.all(cells.map(({ key }) => measured(key)));
}
await store.close();

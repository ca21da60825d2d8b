import { openRunStore } from "../src/store/runs/open-run-store.ts";
import { answeredOf } from "../test/builders/run-of.ts";

/** Leases, begins and finishes until nothing is left: what a worker asks of its store, and no request. */
const [where = "", worker = ""] = process.argv.slice(2);
const opened = await openRunStore(where, "measure");
if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
const store = opened.value;
const text = "An answer of about a kilobyte and a half. ".repeat(30);
process.stdout.write("ready\n");
for await (const _ of process.stdin) break;

let next = store.lease("r", worker, { atMost: 100, forMs: 60_000 });
while (true) {
  const cells = await next;
  if (cells.length === 0) break;
  next = store.lease("r", worker, { atMost: 100, forMs: 60_000 });
  await Promise.all(
    cells.map(async ({ key }) => {
      await store.beginAttempts("r", worker, [{ cell: key, number: 1 }]);
      await store.finish("r", worker, answeredOf(key, text));
    }),
  );
}
await store.close();

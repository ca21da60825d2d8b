import { join } from "node:path";
import { expect, test } from "vitest";
import { followedRun } from "../../src/measure/runner/followed-run.ts";
import { cellsOf } from "../../src/measure/suite/cells-of.ts";
import { readSuite } from "../../src/measure/suite/read-suite.ts";
import { answeredOf, runOf } from "../builders/run-of.ts";
import { suiteFolders } from "../builders/suite-folder-of.ts";
import { newFile, opened } from "./opened.ts";

const folderOf = suiteFolders();
const prompts = Array.from({ length: 700 }, (_, i) => `  - { id: p${i}, text: Brick ${i} }`);
const yaml = `name: followed
endpoints:
${["a", "b"].map((id) => `  - { id: ${id}, baseUrl: "https://api.example.com/v1", model: m }`).join("\n")}
prompts:
${prompts.join("\n")}
graders: [{ id: exact, kind: regex, pattern: "." }]
decision: { baseline: a, notWorseByPoints: 20 }
earlyStop: true
`;

test("a run that others measure is followed whatever is finished first, and each cell counts once", async () => {
  const suite = await readSuite(join(folderOf({ "suite.yaml": yaml }), "suite.yaml"));
  if (!suite.ok) throw new Error(JSON.stringify(suite.problem));
  const store = { ...(await opened(newFile())), isShared: true };
  await store.createRun(runOf("r"));
  const cells = [...cellsOf(suite.value)];
  await store.addCells("r", cells);
  const finish = (some: typeof cells) =>
    Promise.all(some.map(({ key }) => store.finish("r", "w", answeredOf(key))));
  await finish(cells.slice(0, 20));

  const followed = await followedRun({ suite: suite.value, store, runId: "r" });
  expect(followed.before.done).toBe(20);
  const compared = () => followed.difference()?.prompts ?? 0;
  const before = compared();
  await followed.catchUp(0);
  expect(compared()).toBe(before);

  /** Forty are leased and stay open, among them the first ones. */
  const stuck = new Set(cells.slice(20, 60));
  await finish(cells.slice(60));
  await followed.catchUp(stuck.size);
  const promptsOf = (open: ReadonlySet<unknown>) =>
    700 - new Set(cells.filter((cell) => open.has(cell)).map(({ prompt }) => prompt)).size;
  expect(compared()).toBe(promptsOf(stuck));
  for (const cell of stuck) followed.learn(cell, answeredOf(cell.key).result.grades);
  await finish([...stuck]);
  await followed.catchUp(0);
  expect(compared()).toBe(700);
  expect(followed.decided()).toBeDefined();
  await store.close();
});

import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { answerOf } from "../../../test/builders/answer-of.ts";
import { suiteFolders } from "../../../test/builders/suite-folder-of.ts";
import { GraderInput, graderSpecOf } from "../suite/grader-schema.ts";
import { openGraders } from "./open-graders.ts";

const folderOf = suiteFolders();

async function graded(
  written: unknown,
  { text, expected = undefined, module = "" }: Readonly<Record<string, string | undefined>>,
) {
  const folder = folderOf({ "grade.mjs": module ?? "" });
  const open = await openGraders([graderSpecOf(GraderInput.parse(written))], {
    suiteFile: join(folder, "suite.yaml"),
    isCodeAllowed: true,
  });
  if (!open.ok) throw new Error(JSON.stringify(open.problem));
  const [grading] = await open.value.grade(
    { id: "a", messages: [], expected },
    answerOf(text ?? ""),
  );
  await open.value.close();
  return grading?.isGraded === true ? grading.grade : grading;
}

describe("a module of the user's own", () => {
  const written = { kind: "module", path: "grade.mjs", timeoutMs: 100 };
  test.each`
    module                                                                         | grade                                        | because
    ${"export const grade = ({ answer }) => answer.text === 'x';"}                 | ${{ score: 1, isPass: true }}                | ${"true"}
    ${"export const grade = async () => 0.25;"}                                    | ${{ score: 0.25, isPass: false }}            | ${"a score"}
    ${"export const grade = ({ expected }) => ({ score: 1, because: expected });"} | ${{ because: "y" }}                          | ${"a score with its reason"}
    ${"export const grade = () => 7;"}                                             | ${{ why: "grader-failed" }}                  | ${"no score"}
    ${"export const grade = () => { throw new Error('no'); };"}                    | ${{ why: "grader-failed", because: '"no"' }} | ${"an error"}
    ${"export const grade = () => new Promise(() => {});"}                         | ${{ why: "grader-failed" }}                  | ${"an answer that never comes"}
  `("may give $because", async ({ module, grade }) => {
    expect(await graded(written, { module, text: "x", expected: "y" })).toMatchObject(grade);
  });

  test("has another version when its text is another", async () => {
    const one = await graded(written, { module: "export const grade = () => true;", text: "x" });
    const two = await graded(written, { module: "export const grade = () => 1;", text: "x" });
    expect(one?.version).toMatch(/^1\+[0-9a-f]{12}$/);
    expect(two?.version).not.toBe(one?.version);
  });

  test.each([
    ["grade.mjs", "export const other = 1;"],
    ["grade.mjs", "this is no code"],
    ["none.mjs", ""],
    ["../grade.mjs", ""],
  ])("is refused by its name when it cannot be opened: %s", async (path, module) => {
    await expect(graded({ ...written, path }, { module, text: "x" })).rejects.toThrow(
      "graders.module",
    );
  });
});

describe("code of an answer", () => {
  const python = { kind: "code", language: "python", timeoutMs: 5000 };
  const javascript = { kind: "code", language: "javascript", timeoutMs: 5000 };
  const add = "```python\ndef add(a, b):\n    return a + b\n```";
  test.each`
    grader                            | text                                                                    | expected                      | score | because
    ${python}                         | ${add}                                                                  | ${"assert add(1, 2) == 3"}    | ${1}  | ${"the tests pass"}
    ${python}                         | ${add}                                                                  | ${"assert add(1, 2) == 4"}    | ${0}  | ${"a test fails"}
    ${python}                         | ${"import sys; sys.exit(0)"}                                            | ${"assert False"}             | ${0}  | ${"it ends before the tests"}
    ${python}                         | ${"import os\nos.write(1, b'passed\\n')\nos._exit(0)"}                  | ${"assert False"}             | ${0}  | ${"it says that it passed"}
    ${{ ...python, check: "output" }} | ${"print(6 * 7)"}                                                       | ${"42"}                       | ${1}  | ${"it prints what is expected"}
    ${javascript}                     | ${"const f = (x) => x + 1;"}                                            | ${"if (f(1) !== 2) throw 1;"} | ${1}  | ${"the tests pass"}
    ${javascript}                     | ${"import { spawn } from 'node:child_process'; spawn('true');"}         | ${""}                         | ${0}  | ${"it may start nothing"}
    ${{ ...python, timeoutMs: 300 }}  | ${"while True: pass"}                                                   | ${""}                         | ${0}  | ${"it does not end"}
    ${{ ...python, timeoutMs: 300 }}  | ${"import os, time\nif os.fork() == 0:\n  os.setsid()\ntime.sleep(60)"} | ${""}                         | ${0}  | ${"it leaves a child behind"}
    ${python}                         | ${"while True: print('x' * 1000)"}                                      | ${""}                         | ${0}  | ${"it prints without end"}
    ${{ ...python, memoryMb: 128 }}   | ${"x = bytearray(10 ** 9)"}                                             | ${""}                         | ${0}  | ${"it wants a gigabyte"}
    ${python}                         | ${"open('big', 'wb').write(b'x' * 10 ** 8)"}                            | ${""}                         | ${0}  | ${"it writes a large file"}
  `("$grader.language gets $score where $because", async ({ grader, text, expected, score }) => {
    expect(await graded(grader, { text, expected })).toMatchObject({ score });
  });

  test("sees nothing of the environment, and nothing of the network where that can be cut off", async () => {
    vi.stubEnv("STEELYARD_TEST_KEY", "hunter2");
    const text = `import os, socket
print(sorted(os.environ))
try:
    socket.create_connection(("127.0.0.1", 9), 1)
except OSError as error:
    print(error.errno)`;
    const expected = "['HOME', 'LANG', 'PATH', 'TMPDIR']\n101";
    const grade = await graded({ ...python, check: "output" }, { text, expected });
    vi.unstubAllEnvs();
    expect(JSON.stringify(grade)).toContain("['HOME', 'LANG',");
    expect(JSON.stringify(grade)).not.toContain("STEELYARD");
  });
});

test("code is not run unless somebody allows it", async () => {
  const spec = graderSpecOf(GraderInput.parse({ kind: "code", language: "python" }));
  const open = await openGraders([spec], { suiteFile: "suite.yaml", isCodeAllowed: false });
  expect(open).toMatchObject({
    ok: false,
    problem: {
      field: "graders.code",
      expected: expect.stringContaining("off until it is allowed"),
    },
  });
});

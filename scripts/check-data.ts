import { describeProblem } from "../src/core/problems/describe-problem.ts";
import { checkAuthored } from "../src/sources/authored/read-authored.ts";
import { checkSizing } from "../src/sources/authored/sizing/read-sizing.ts";

const root = process.argv[2] ?? "data";
const problems = [...(await checkAuthored(root)), ...(await checkSizing(root))];
for (const problem of problems) {
  const { title, remedy } = describeProblem(problem);
  console.error(`${root}/${title}\n  ${remedy}`);
}
if (problems.length > 0) {
  console.error(`\n${problems.length} to mend.`);
  process.exitCode = 2;
} else {
  console.log(`Everything in ${root}/ can be read.`);
}

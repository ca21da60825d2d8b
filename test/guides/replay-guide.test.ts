import { describe, expect, test } from "vitest";
import { parseGuide, shellWords } from "./guide.ts";
import { replayGuide } from "./replay-guide.ts";

describe("a guide", { timeout: 60_000 }, () => {
  test("writes the files it shows and runs its commands among them", async () => {
    const guide = [
      '# A page\n\n```yaml title="notes/a.yaml"\nmodel: gpt-4.1\n```\n',
      "```console\n$ cat notes/a.yaml\nstale\n$ steelyard explain nothing-like-this\n```\nThe end.\n",
    ].join("\n");
    const now = await replayGuide(guide);
    expect(now).toContain("$ cat notes/a.yaml\nmodel: gpt-4.1\n\n$ steelyard explain");
    expect(now).toContain('! steelyard: No model is called "nothing-like-this".');
    expect(now).toMatch(/\(exit code 2\)\n```\nThe end\.\n$/);
    expect(await replayGuide(now)).toBe(now);
  });

  test("keeps other blocks as they are", async () => {
    const guide = "```ts\n$ steelyard models\n```\n";
    expect(await replayGuide(guide)).toBe(guide);
  });

  test.each(["curl https://example.org", "cat ../../etc/passwd", "cat /etc/passwd"])(
    "does not run %s",
    async (command) => {
      await expect(replayGuide(`\`\`\`console\n$ ${command}\n\`\`\`\n`)).rejects.toThrow(/guide/);
    },
  );

  test("comes back whole from its parts", () => {
    const kinds = parseGuide("a\n```sh\nls\n```\nb\n").map(({ kind }) => kind);
    expect(kinds).toEqual(["text", "text", "text"]);
  });

  test("splits words as a shell does", () => {
    expect(shellWords("steelyard cost --traffic 'in=1, out=2' \"a b\" c='d e'")).toEqual([
      "steelyard",
      "cost",
      "--traffic",
      "in=1, out=2",
      "a b",
      "c=d e",
    ]);
  });
});

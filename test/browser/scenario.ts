import { expect, test } from "vitest";
import { leave, takeWindow, type Window } from "./window.ts";

/** Somebody at the pages of the site. */
export type Visit = Window;

export const manners = [
  { manner: "with script", hasScript: true },
  { manner: "without script", hasScript: false },
] as const;

/** A window that remembers nothing, for as long as it takes. */
export async function visit<T>(hasScript: boolean, body: (visit: Visit) => Promise<T>): Promise<T> {
  const window = await takeWindow(hasScript);
  try {
    return await body(window);
  } finally {
    await leave(window);
  }
}

/** The same told twice: everything that matters works without a script. */
export function scenario(name: string, body: (visit: Visit) => Promise<void>): void {
  test.each(manners)(`${name}, $manner`, ({ hasScript }) =>
    visit(hasScript, async (here) => {
      await body(here);
      expect(here.noise).toEqual([]);
    }),
  );
}

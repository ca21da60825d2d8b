/**
 * Lets so much work go on at once: who adds more waits until the oldest is done. A failure is thrown
 * to who adds next, or at the end.
 */
export function sideBySide(atOnce: number) {
  const underWay: Promise<void>[] = [];
  return {
    add: async (work: Promise<void>): Promise<void> => {
      work.catch(() => {});
      underWay.push(work);
      if (underWay.length > atOnce) await underWay.shift();
    },
    end: async (): Promise<void> => {
      await Promise.all(underWay);
    },
    /** Whether it fails or not, nothing goes on afterwards. */
    settled: async (): Promise<void> => {
      await Promise.allSettled(underWay);
    },
  };
}

import type { FinishOutcome } from "../../src/core/runs/run-store.ts";

interface ModelCell {
  readonly key: string;
  holder: string | undefined;
  /** Whether its lease is still on; one for no time is over at once. */
  isHeld: boolean;
  text: string | undefined;
  readonly attempts: Map<string, boolean>;
}

/** What a store of runs does, in a few lines: the measure for the engines. */
export class RunModel {
  private readonly cells: ModelCell[] = [];

  addCells(keys: readonly string[]): number {
    const before = this.cells.length;
    for (const key of keys) {
      if (this.find(key) !== undefined) continue;
      this.cells.push({
        key,
        holder: undefined,
        isHeld: false,
        text: undefined,
        attempts: new Map(),
      });
    }
    return this.cells.length - before;
  }

  lease(
    worker: string,
    atMost: number,
    isForLong: boolean,
  ): readonly (readonly [string, number])[] {
    const free = this.cells.filter(({ text, isHeld }) => text === undefined && !isHeld);
    const picked = free.slice(0, atMost);
    for (const cell of picked) Object.assign(cell, { holder: worker, isHeld: isForLong });
    return picked.map(({ key, attempts }) => [key, attempts.size]);
  }

  heartbeat(worker: string, keys: readonly string[], isForLong: boolean): readonly string[] {
    const held = this.openOf(worker, keys);
    for (const cell of held) cell.isHeld = isForLong;
    return held.map(({ key }) => key).sort();
  }

  release(worker: string, keys: readonly string[]): void {
    for (const cell of this.openOf(worker, keys)) {
      Object.assign(cell, { holder: undefined, isHeld: false });
    }
  }

  begin(worker: string, key: string, number: number): void {
    const attempts = this.find(key)?.attempts;
    const attempt = nameOf(worker, number);
    if (attempts?.has(attempt) === false) attempts.set(attempt, false);
  }

  finish(worker: string, key: string, text: string): FinishOutcome {
    const cell = this.find(key);
    if (cell === undefined) return "no-such-cell";
    cell.attempts.set(nameOf(worker, 1), true);
    if (cell.text !== undefined) return "already-finished";
    Object.assign(cell, { text, isHeld: false, holder: undefined });
    return "finished";
  }

  results(): readonly (readonly [string, string])[] {
    return this.cells.flatMap(({ key, text }) =>
      text === undefined ? [] : [[key, text] as const],
    );
  }

  attempts(): readonly (readonly [string, string, boolean])[] {
    return this.cells.flatMap(({ key, attempts }) =>
      [...attempts].sort().map(([attempt, isHeard]) => [key, attempt, isHeard] as const),
    );
  }

  counts(): { readonly open: number; readonly leased: number; readonly answered: number } {
    const answered = this.results().length;
    const leased = this.cells.filter(({ isHeld }) => isHeld).length;
    return { open: this.cells.length - leased - answered, leased, answered };
  }

  private find(key: string): ModelCell | undefined {
    return this.cells.find((cell) => cell.key === key);
  }

  private openOf(worker: string, keys: readonly string[]): readonly ModelCell[] {
    return this.cells.filter(
      ({ key, holder, text }) => keys.includes(key) && holder === worker && text === undefined,
    );
  }
}

/** Sorts as the store does: by number, then by worker. */
export function nameOf(worker: string, number: number): string {
  return `${number} ${worker}`;
}

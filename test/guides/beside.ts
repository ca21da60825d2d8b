import { spawn } from "node:child_process";
import { once } from "node:events";

/** Programs of a guide that go on beside its commands: `node server.mjs &`. */
export interface Servers {
  /** @returns the first thing it prints, which says that it is ready */
  start(file: string): Promise<string>;
  end(): void;
}

export function beside(): Servers {
  const running: (() => void)[] = [];
  return {
    start: async (file) => {
      const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"] });
      running.push(() => child.kill());
      const ended = once(child, "exit").then(() => {
        throw new Error(`${file} ended before it was ready.`);
      });
      const [said] = await Promise.race([once(child.stdout, "data"), ended]);
      return String(said);
    },
    end: () => {
      for (const stop of running) stop();
    },
  };
}

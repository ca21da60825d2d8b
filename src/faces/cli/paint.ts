import { styleText } from "node:util";
import type { Tone } from "../../core/report/document.ts";
import type { Environment, Output } from "./cli-io.ts";

export type ColorChoice = "auto" | "always" | "never";

const styles = {
  unknown: "yellow",
  disputed: "magenta",
  retired: "red",
  strong: "bold",
  dim: "dim",
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

/** Whether to colour was decided before: Node is not to look at a stream once more. */
export function paint(tone: Tone, text: string): string {
  return styleText(styles[tone], text, { validateStream: false });
}

/** The option decides, then FORCE_COLOR, then NO_COLOR, then whether a terminal is listening. */
export function usesColor(choice: ColorChoice, env: Environment, output: Output): boolean {
  if (choice !== "auto") return choice === "always";
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if ((env.NO_COLOR ?? "") !== "" || env.TERM === "dumb") return false;
  return output.isTTY === true;
}

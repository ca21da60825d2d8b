import { readFileSync } from "node:fs";

export interface LabelledName {
  readonly label: string;
  readonly name: string;
}

/** Lines that are indented are names; the line above them is their label; `#` begins a remark. */
export function labelledNames(file: "same-model.txt" | "another-model.txt"): LabelledName[] {
  const names: LabelledName[] = [];
  let label = "";
  for (const line of readFileSync(new URL(file, import.meta.url), "utf8").split("\n")) {
    if (line.startsWith("  ")) names.push({ label, name: line.slice(2) });
    else if (!line.startsWith("#")) label = line;
  }
  return names;
}

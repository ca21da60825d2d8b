/** What a field offers to a slider: `log 100 100000000`, `percent 0 100`. */
interface Scale {
  readonly kind: "log" | "percent";
  readonly min: number;
  readonly max: number;
}

const steps = 1000;

/** Puts a slider under a field. Either moves the other, and both tell of it as an input would. */
export function addSlider(field: HTMLInputElement): void {
  const scale = scaleOf(field.dataset["scale"] ?? "");
  if (scale === undefined) return;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(steps);
  slider.setAttribute("aria-label", field.labels?.[0]?.firstChild?.textContent ?? field.name);
  const follow = () => {
    const value = numberOf(field.value);
    if (value !== undefined) slider.value = String(positionOf(value, scale));
    slider.setAttribute("aria-valuetext", field.value);
  };
  follow();
  field.addEventListener("input", follow);
  slider.addEventListener("input", () => {
    field.value = textAt(Number(slider.value), scale);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.closest("label")?.after(slider);
}

function scaleOf(text: string): Scale | undefined {
  const [kind, min, max] = text.split(" ");
  if (kind !== "log" && kind !== "percent") return undefined;
  return { kind, min: Number(min), max: Number(max) };
}

function positionOf(value: number, { kind, min, max }: Scale): number {
  const share =
    kind === "percent"
      ? (value - min) / (max - min)
      : Math.log(Math.max(value, min) / min) / Math.log(max / min);
  return Math.round(steps * Math.min(1, Math.max(0, share)));
}

/** Two digits say enough of a count that is slid to. */
function textAt(position: number, { kind, min, max }: Scale): string {
  const share = position / steps;
  if (kind === "percent") return `${Math.round(min + share * (max - min))}%`;
  const value = min * (max / min) ** share;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return countText(Math.max(1, Math.round(Math.round(value / unit) * unit)));
}

const letters = [
  ["B", 1e9],
  ["M", 1e6],
  ["k", 1e3],
] as const;

function countText(count: number): string {
  for (const [letter, size] of letters) {
    if (count >= size) return `${Number((count / size).toPrecision(3))}${letter}`;
  }
  return String(count);
}

function numberOf(text: string): number | undefined {
  const [, figure, suffix = ""] =
    /^\s*([\d.]+)\s*([kmb%]?)\s*$/i.exec(text.replace(/[,_]/g, "")) ?? [];
  if (figure === undefined) return undefined;
  const size = letters.find(([letter]) => letter.toLowerCase() === suffix.toLowerCase())?.[1] ?? 1;
  return Number(figure) * size;
}

import { describe, expect, test } from "vitest";
import type {
  Chart,
  DotChart,
  LineChart,
  ScatterChart,
  StepChart,
} from "../../../core/report/chart.ts";
import { chartOf } from "./chart-of.ts";

const head = { title: "Brick is the cheaper", words: "Lines of cost over traffic." };
const percent = { label: "percent", scale: "linear", format: "percent" } as const;
const money = { label: "cost a month", scale: "log", format: "usd" } as const;

const dots: DotChart = {
  kind: "dots",
  ...head,
  x: percent,
  series: ["Brick", "Stone"],
  groups: [
    {
      label: "coding",
      rows: [
        {
          label: "SciCode",
          remark: "clear",
          dots: [
            { value: 20, low: 10, high: 30, text: "20" },
            { value: 80, text: "80" },
          ],
        },
        { label: "HumanEval", remark: "one score", dots: [null, { value: 100, text: "100" }] },
      ],
    },
  ],
};

const lines: LineChart = {
  kind: "lines",
  ...head,
  x: { label: "tokens a month", scale: "log", format: "tokens" },
  y: money,
  lines: [
    {
      label: "Brick",
      points: [
        { x: 1e6, y: 1, low: 1, high: 10 },
        { x: 1e8, y: 100, low: 100, high: 1000, text: "$100" },
      ],
    },
    {
      label: "Stone",
      points: [
        { x: 1e6, y: 10 },
        { x: 1e8, y: 1000 },
      ],
    },
  ],
  marks: [{ x: 1e7, label: "this traffic: 10M" }],
};

const scatter: ScatterChart = {
  kind: "scatter",
  ...head,
  x: money,
  y: percent,
  points: [
    { label: "Brick", letter: "A", isFront: true, x: 1, xHigh: 3, y: { value: 50, text: "50" } },
    {
      label: "Stone",
      letter: "B",
      isFront: true,
      x: 10,
      y: { value: 90, low: 80, high: 95, text: "90" },
    },
    { label: "Straw", letter: "", isFront: false, x: 5, y: { value: 20, text: "20" } },
  ],
};

const steps: StepChart = {
  kind: "steps",
  ...head,
  y: { label: "USD a million tokens", scale: "linear", format: "usdPerMtok" },
  from: "2026-01-01",
  to: "2026-12-31",
  lines: [
    {
      label: "input",
      steps: [
        { day: "2026-01-01", value: 2, text: "$2.00" },
        { day: "2026-07-01", value: 1, text: "$1.00" },
      ],
    },
  ],
};

const all: readonly Chart[] = [dots, lines, scatter, steps];
const drawn = (chart: Chart): string => String(chartOf(chart));
const count = (text: string, part: string): number => text.split(part).length - 1;

describe.each(all)("a chart of $kind", (chart) => {
  const svg = drawn(chart);

  test("is a figure under its finding, with its words for who cannot see it", () => {
    expect(svg).toMatch(/^<figure class="chart chart-\w+"><figcaption>Brick is the cheaper</);
    expect(svg).toContain('<svg role="img" aria-label="Lines of cost over traffic."');
  });

  test("carries no style, script or id, so that the strictest policy lets it pass", () => {
    expect(svg).not.toMatch(/style|script|\sid=|\son\w+=|href/);
  });

  test("is small", () => {
    expect(svg.length).toBeLessThan(3000);
  });

  test("is drawn alike each time", () => {
    expect(drawn(chart)).toBe(svg);
  });
});

describe("dots", () => {
  const svg = drawn(dots);

  test("stand in one row a test, with its name and how it came out", () => {
    for (const text of ["coding", "SciCode", "clear", "HumanEval", "one score"]) {
      expect(svg).toContain(`>${text}</text>`);
    }
  });

  test("are as many as there are scores, and bars as many as there are ranges", () => {
    expect(/class="dot s0" d="([^"]*)"/.exec(svg.replace(/<p.*?<\/p>/, ""))?.[1]).toBe(
      "M20 37.5h.01",
    );
    expect(
      count(/class="dot s1" d="([^"]*)"/.exec(svg.replace(/<p.*?<\/p>/, ""))?.[1] ?? "", "M"),
    ).toBe(2);
    expect(/class="band-line s0" d="([^"]*)"/.exec(svg)?.[1]).toBe("M10 37.5H30");
    expect(svg).not.toContain('class="band-line s1"');
  });

  test("of a fifth series are letters, as the shapes are used up", () => {
    const series = ["A", "B", "C", "D", "Fifth"];
    const row = { label: "t", remark: "", dots: series.map(() => ({ value: 5, text: "5" })) };
    const five = drawn({ ...dots, series, groups: [{ label: "", rows: [row] }] });
    expect(five).toContain('<b class="s0">E</b> Fifth');
    expect(five).toMatch(/<text class="letter mid s0"[^>]*>E<\/text>/);
  });
});

describe("lines", () => {
  const svg = drawn(lines);

  test("are named at their ends and differ in more than colour", () => {
    expect(svg).toContain(">Brick</text>");
    expect(svg).toContain(">Stone</text>");
    expect(svg).toContain('class="line s0"');
    expect(svg).toContain('class="line s1"');
  });

  test("have a band only where a range is known", () => {
    expect(svg).toContain('class="band s0"');
    expect(svg).not.toContain('class="band s1"');
  });

  test("have round and spelled ticks, named places and values", () => {
    for (const text of ["1M", "10M", "100M", "$1", "$10", "$100", "$1,000", "this traffic: 10M"]) {
      expect(svg).toContain(`>${text}</text>`);
    }
  });
});

describe("points", () => {
  const svg = drawn(scatter);

  test("of the front are joined and lettered, the rest are rings", () => {
    expect(svg).toContain('class="front"');
    expect(svg).toMatch(/>A<tspan class="wide"> Brick<\/tspan>/);
    expect(svg).toContain('class="hole s2"');
    expect(svg).not.toContain("Straw");
  });
});

describe("steps", () => {
  test("hold until the next, and the last to the end, where it is named with its value", () => {
    const svg = drawn(steps);
    expect(/class="line s0" d="([^"]*)"/.exec(svg)?.[1]).toMatch(
      /^M0,\d+L49\.7,\d+L49\.7,\d+L100,/,
    );
    expect(svg).toContain(">input</text>");
    expect(svg).toContain(">$1.00</text>");
  });
});

const hostile = [
  { what: "markup", text: `</text><script>alert("1")</script>`, never: "<script" },
  { what: "an attribute", text: `" onload="alert(1)`, never: `" onload="` },
  { what: "marks that reverse the reading order", text: "Brick\u202Egnp.exe", never: "\u202E" },
  { what: "terminal escapes", text: "Brick\u001b[31mred", never: "\u001b" },
  { what: "a megabyte", text: "x".repeat(1_000_000), never: "x".repeat(1100) },
] as const;

describe.each(hostile)("a text with $what", ({ text, never }) => {
  test.each(all.map((chart) => [chart.kind, withTexts(chart, text)] as const))(
    "cannot leave its place in %s",
    (_, chart) => {
      const svg = drawn(chart);
      expect(svg).not.toContain(never);
      expect(svg.length).toBeLessThan(12_000);
    },
  );
});

/** The same chart with one text wherever a text can stand. */
function withTexts(chart: Chart, text: string): Chart {
  const own = { title: text, words: text };
  switch (chart.kind) {
    case "dots": {
      const rows = [{ label: text, remark: text, dots: [{ value: 1, text }] }];
      return { ...chart, ...own, series: [text], groups: [{ label: text, rows }] };
    }
    case "lines":
      return {
        ...chart,
        ...own,
        y: { ...chart.y, label: text },
        lines: chart.lines.map(({ points }) => ({
          label: text,
          points: points.map((point) => ({ ...point, text })),
        })),
        marks: [{ x: 1e7, label: text }],
      };
    case "scatter":
      return {
        ...chart,
        ...own,
        points: chart.points.map((point) => ({ ...point, label: text, letter: text })),
      };
    case "steps":
      return {
        ...chart,
        ...own,
        mark: { day: chart.from, label: text },
        lines: chart.lines.map(({ steps: of }) => ({
          label: text,
          steps: of.map((step) => ({ ...step, text })),
        })),
      };
  }
}

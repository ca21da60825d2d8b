import type { Problem } from "../../../core/problems/problem.ts";
import { parametersOf } from "../../../core/sizing/parameters.ts";
import { fileProblem } from "../../../files/shape-problems.ts";
import type { Page } from "../authored-files.ts";
import type { SizingPages } from "./sizing-pages.ts";
import type { ArchitectureFile, MeasuredSpeedFile } from "./sizing-schemas.ts";

/** What no single field can say: names of what is not there, layers and counts that do not add up. */
export function checkSizingPages(pages: SizingPages): readonly Problem[] {
  const { architectures, gpus, precisions, engines, measured } = pages;
  const known: Known = {
    architectures: new Set(architectures.map(({ id }) => id)),
    gpus: new Set(gpus.map(({ id }) => id)),
    precisions: new Set(
      precisions.flatMap(({ content }) => content.precisions.map(({ id }) => id)),
    ),
  };
  return [
    ...architectures.flatMap((page) => problemsOf(page, architectureMistakes(page, known))),
    ...gpus.flatMap((page) =>
      problemsOf(page, [
        ...unknownNames(page.content.native.precisions, known.precisions, {
          at: (index) => ["native", "precisions", index],
          file: "data/precisions.yaml",
        }),
      ]),
    ),
    ...[...precisions, ...engines].flatMap((page) => problemsOf(page, [])),
    ...measured.flatMap((page) => problemsOf(page, measuredMistakes(page, known))),
  ];
}

interface Known {
  readonly architectures: ReadonlySet<string>;
  readonly gpus: ReadonlySet<string>;
  readonly precisions: ReadonlySet<string>;
}

interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
}

function architectureMistakes(
  { content }: Page<ArchitectureFile>,
  { precisions }: Known,
): readonly Mistake[] {
  const { shape, attention, feedForward, published, native, files } = content;
  const layers = attention.reduce((sum, each) => sum + each.layers, 0);
  const deepest = Math.max(...feedForward.map((each) => each.layers));
  const { total } = parametersOf(content);
  const named = [...(native === undefined ? [] : [native]), ...files].map(
    ({ precision }) => precision,
  );
  return [
    layers !== shape.layers && {
      path: ["attention"],
      expected: `kinds of attention for ${shape.layers} layers in all, not ${layers}`,
    },
    deepest > shape.layers && {
      path: ["feedForward"],
      expected: `at most ${shape.layers} layers, not ${deepest}`,
    },
    published !== undefined &&
      published.parameters !== total && {
        path: ["published", "parameters"],
        expected: `the ${total} parameters that its dimensions make`,
      },
    ...unknownNames(named, precisions, {
      at: () => ["native"],
      file: "data/precisions.yaml",
    }),
  ].filter((mistake) => mistake !== false);
}

function measuredMistakes(
  { content }: Page<MeasuredSpeedFile>,
  { architectures, gpus, precisions }: Known,
): readonly Mistake[] {
  const { serving, alone } = content;
  const at = (list: string, field: string) => (index: number) => [list, index, field];
  const names = <T>(lines: readonly T[], nameOf: (line: T) => string) => lines.map(nameOf);
  return [
    ...unknownNames(
      names(serving, (line) => line.architecture),
      architectures,
      { at: at("serving", "architecture"), file: "data/architectures" },
    ),
    ...unknownNames(
      names(serving, ({ gpu }) => gpu),
      gpus,
      { at: at("serving", "gpu"), file: "data/gpus" },
    ),
    ...unknownNames(
      names(serving, ({ precision }) => precision),
      precisions,
      { at: at("serving", "precision"), file: "data/precisions.yaml" },
    ),
    ...unknownNames(
      names(alone, ({ gpu }) => gpu),
      gpus,
      { at: at("alone", "gpu"), file: "data/gpus" },
    ),
  ];
}

function unknownNames(
  names: readonly string[],
  known: ReadonlySet<string>,
  { at, file }: { readonly at: (index: number) => readonly PropertyKey[]; readonly file: string },
): readonly Mistake[] {
  return names.flatMap((name, index) =>
    known.has(name) ? [] : [{ path: at(index), expected: `a name in ${file}, not ${name}` }],
  );
}

function problemsOf(
  page: Page<{ readonly sources: Readonly<Record<string, unknown>> }>,
  mistakes: readonly Mistake[],
): readonly Problem[] {
  const { file, yaml, content } = page;
  return [...mistakes, ...sourceMistakes(content, Object.keys(content.sources), [])].map(
    (mistake) => fileProblem({ file, yaml, ...mistake }),
  );
}

/** Every block names the source it has its values from; it must be one of its file. */
function sourceMistakes(
  value: unknown,
  keys: readonly string[],
  path: readonly PropertyKey[],
): readonly Mistake[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, each]): readonly Mistake[] => {
    const here = [...path, Array.isArray(value) ? Number(field) : field];
    if (field !== "source") return sourceMistakes(each, keys, here);
    if (typeof each !== "string" || keys.includes(each)) return [];
    const expected = `a key of this file's \`sources\`: ${keys.join(", ")}`;
    return [{ path: here, expected }];
  });
}

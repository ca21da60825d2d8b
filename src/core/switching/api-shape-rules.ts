import type { ProviderEntry } from "../catalog/entries.ts";
import { listed } from "../compare/wording.ts";
import type { Source } from "../evidence/source.ts";
import type { Friction, FrictionRule, Move } from "./friction-rule.ts";
import { settings, type WireFormat, wireFormat } from "./wire-formats.ts";

/** In which wire format the requests are written, and what of them the new one does not take. */
export const apiShapeRules: readonly FrictionRule[] = [apiShape];

function apiShape({ from, to }: Move): readonly Friction[] {
  const before = from.route?.provider ?? formerMaker(from);
  const after = to.route?.provider;
  if (before === undefined || after === undefined || before.id === after.id) return [];
  const [old, next] = [before.apiShapes, after.apiShapes];
  if (old.length === 0 || next.length === 0) {
    const silent = [old.length === 0 ? before : undefined, next.length === 0 ? after : undefined];
    return [unknownFormat(listed(silent.flatMap((provider) => provider?.name ?? [])))];
  }
  const shared = old.find((shape) => next.includes(shape) && shape !== "native");
  if (shared !== undefined) return habits(before, after, shared);
  const [olds, [nextFormat]] = [
    formatsOf(before, from.dossier.entry.maker),
    formatsOf(after, to.dossier.entry.maker),
  ];
  const change: Friction = {
    code: "api-shape",
    severity: "work",
    text: `${before.name} speaks ${listed(old)}, ${after.name} ${listed(next)}: requests, tool calls and streamed answers are shaped otherwise.`,
    remedy: `Change the client to ${listed(next)}, or put a gateway between that translates.`,
    sources: [...olds, ...(nextFormat === undefined ? [] : [nextFormat])].map(
      (format) => format.source,
    ),
  };
  if (olds.length === 0 || nextFormat === undefined) {
    const own = [olds.length === 0 ? before : undefined, nextFormat ? undefined : after];
    return [change, unknownFormat(listed(own.flatMap((provider) => provider?.name ?? [])))];
  }
  return [change, ...aspects(olds, nextFormat)];
}

/** Where a model was called that is no longer sold. */
function formerMaker({ dossier }: Move["from"]): ProviderEntry | undefined {
  return dossier.routes.find(({ provider }) => provider.kind === "first-party")?.provider;
}

/** Those that are known here, the one the provider recommends first. */
function formatsOf({ apiShapes, id }: ProviderEntry, maker: string): readonly WireFormat[] {
  return apiShapes.flatMap((shape) => wireFormat(shape, id, maker) ?? []);
}

function unknownFormat(names: string): Friction {
  return {
    code: "api-shape",
    severity: "check",
    text: `The wire format of ${names} is not known here.`,
    remedy: `Read the API reference of ${names} before the client is changed.`,
    sources: [],
  };
}

/** One item for each part of a request that is written otherwise, whichever of the old formats is in use. */
function aspects(olds: readonly WireFormat[], next: WireFormat): readonly Friction[] {
  const sources = [...olds.map(({ source }) => source), next.source];
  const item = (text: string, remedy: string): Friction => ({
    code: "api-shape",
    severity: "work",
    text,
    remedy,
    sources,
  });
  const became = (what: string, part: "prompt" | "tools" | "jsonSchema" | "streaming") =>
    `${what}: ${[next, ...olds].map((format) => `in ${format.name} ${format[part]}`).join("; ")}.`;
  return [
    item(
      became("The prompt", "prompt"),
      "Move the system prompt and rewrite how messages are built.",
    ),
    item(
      became("Tool calls", "tools"),
      "Rewrite how tools are declared, how calls are read and how results go back.",
    ),
    item(
      became("JSON Schema", "jsonSchema"),
      "Send each of your schemas once; what is outside the subset is refused or passed over.",
    ),
    item(became("Streaming", "streaming"), "Rewrite the reader of the stream."),
    ...olds.flatMap((old) => parameters(old, next, item)),
  ];
}

function parameters(
  old: WireFormat,
  next: WireFormat,
  item: (text: string, remedy: string) => Friction,
): readonly Friction[] {
  const renamed: string[] = [];
  const lost: string[] = [];
  for (const setting of settings) {
    const was = old.parameters[setting];
    const is = next.parameters[setting];
    if (was === undefined || was === is) continue;
    if (is === undefined) lost.push(`\`${was}\``);
    else renamed.push(`\`${was}\` becomes \`${is}\``);
  }
  return [
    ...(renamed.length === 0
      ? []
      : [
          item(
            `Parameters of ${old.name} have other names in ${next.name}.`,
            `Rename in the requests: ${renamed.join("; ")}.`,
          ),
        ]),
    ...(lost.length === 0
      ? []
      : [
          item(
            `Some parameters of ${old.name} cannot be set in ${next.name}.`,
            `Take ${listed(lost)} out of the requests, or do their work in your code.`,
          ),
        ]),
  ];
}

/** Both speak one format; an endpoint may still depart from it. */
function habits(before: ProviderEntry, after: ProviderEntry, shape: string): readonly Friction[] {
  const endpoint = after.endpoints?.find(({ speaks }) => speaks === shape);
  if (endpoint === undefined) return [];
  const was = before.endpoints?.find(({ speaks }) => speaks === shape);
  const sources: Source[] = [...(was === undefined ? [] : [was.source]), endpoint.source];
  const refused = endpoint.refuses.filter((each) => !was?.refuses.includes(each));
  const ignored = endpoint.ignores.filter((each) => !was?.ignores.includes(each));
  const limit = limitChange(was?.outputLimit, endpoint.outputLimit);
  const parts = [
    refused.length > 0 && `it refuses ${listed(refused.map(code))}`,
    ignored.length > 0 && `it passes over ${listed(ignored.map(code))} in silence`,
    limit !== undefined && `the answer is bounded by ${limit}`,
    endpoint.note !== undefined && `it is ${endpoint.note}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return [];
  return [
    {
      code: "api-shape",
      severity: refused.length > 0 || limit !== undefined ? "work" : "check",
      text: `${after.name} speaks ${shape} as well, but ${parts.join("; ")}.`,
      remedy: `Look in your requests for what ${after.name} does not take, and rename what bounds the answer.`,
      sources,
    },
  ];
}

const code = (parameter: string) => `\`${parameter}\``;

function limitChange(was: string | undefined, is: string | undefined): string | undefined {
  if (was === is || (was === undefined && is === undefined)) return undefined;
  return is === undefined
    ? `\`max_tokens\`, where it was \`${was}\``
    : `\`${is}\`, where it was \`${was ?? "max_tokens"}\``;
}

import type { Candidate } from "../compare/candidate.ts";
import type { ComparedMove } from "../compare/comparison.ts";
import { isRetired } from "../compare/standing.ts";
import { listed, nameOf } from "../compare/wording.ts";
import { type Connection, endpointNote } from "../configuration/connection.ts";
import { soonestEnd } from "./lifecycle-rules.ts";
import type { ChecklistStep } from "./switch-answer.ts";

interface Asked {
  readonly from: Candidate;
  readonly to: Candidate;
  readonly move: ComparedMove;
  readonly connections: {
    readonly from: Connection | undefined;
    readonly to: Connection | undefined;
  };
}

/** What to do, in the order in which it is done. */
export function checklistOf(asked: Asked): readonly ChecklistStep[] {
  const { items } = asked.move;
  const of = (severity: string) => items.filter((item) => item.severity === severity);
  const steps = [
    ...of("blocker").map(({ code, text, remedy }) => step(code, `Settle first: ${text} ${remedy}`)),
    ...connecting(asked),
    ...keptFormat(asked),
    ...of("work")
      .filter(
        ({ code }) => !saidElsewhere.has(code) && !(code === "api-shape" && isFormatKept(asked)),
      )
      .map(stepOf),
    ...of("check")
      .filter(({ code }) => !(code === "api-shape" && isFormatKept(asked)))
      .map(stepOf),
    ...items.filter(({ code }) => code === "retest").map(({ code, remedy }) => step(code, remedy)),
    ...rollingBack(asked),
  ];
  return steps.filter(
    ({ text }, index) => steps.findIndex((other) => other.text === text) === index,
  );
}

const step = (code: string, text: string): ChecklistStep => ({ code, text });

/** A remedy of a capability says "it": the step names what it is about. */
function stepOf({ code, text, remedy }: ComparedMove["items"][number]): ChecklistStep {
  const subject = code.startsWith("capability-") ? `${text.split(":")[0]}: ` : "";
  return step(code, subject + remedy);
}

/** Told by the steps around them. */
const saidElsewhere: ReadonlySet<string> = new Set(["retest", "lifecycle", "no-common-provider"]);

/**
 * The file calls the new provider in the format in use, though it is not the provider's own: then
 * the steps of the other format are not done as well.
 */
function isFormatKept({ from: old, to: next, connections: { from, to } }: Asked): boolean {
  if (to === undefined || next.route?.provider.apiShapes.includes(to.speaks) !== false)
    return false;
  const before =
    from === undefined
      ? old.dossier.routes.flatMap(({ provider }) => provider.apiShapes)
      : [from.speaks];
  return before.includes(to.speaks);
}

/** What the format that is kept does not take, and what its maker means it for. */
function keptFormat(asked: Asked): readonly ChecklistStep[] {
  const { to, connections } = asked;
  const speaks = connections.to?.speaks;
  const endpoint = to.route?.provider.endpoints?.find((each) => each.speaks === speaks);
  if (!isFormatKept(asked) || to.route === undefined || endpoint === undefined) return [];
  const { name, apiShapes } = to.route.provider;
  const untaken = [...endpoint.refuses, ...endpoint.ignores].map((each) => `\`${each}\``);
  const note =
    endpoint.note === undefined
      ? ""
      : `${endpointNote({ provider: name, speaks: endpoint.speaks, note: endpoint.note })} `;
  return [
    ...(untaken.length === 0
      ? []
      : [
          step(
            "api-shape",
            `Take ${listed(untaken)} out of the requests: ${name} does not take them.`,
          ),
        ]),
    step("api-shape", `${note}Change the client to ${listed(apiShapes)} before you rely on it.`),
  ];
}

function connecting({ from: old, connections: { from, to } }: Asked): readonly ChecklistStep[] {
  if (to === undefined) return [];
  const isCustomer =
    from === undefined
      ? old.dossier.routes.some(({ provider }) => provider.id === to.providerId)
      : from.providerId === to.providerId;
  const account = isCustomer
    ? []
    : [
        step(
          "configuration",
          `Open an account at ${to.provider} and put its key into ${to.apiKeyEnv}.`,
        ),
      ];
  const address =
    isCustomer && (from === undefined || from.baseUrl === to.baseUrl)
      ? ""
      : `the address to ${to.baseUrl ?? "that of the provider (unknown here)"} and `;
  return [
    ...account,
    step(
      "configuration",
      `Change ${address}the model name to ${to.modelName}: steelyard switch … --config openai prints the file.`,
    ),
  ];
}

function rollingBack({ from, to }: Asked): readonly ChecklistStep[] {
  const end = soonestEnd(from).lifecycle.retiresOn;
  const back = isRetired(from)
    ? `There is no way back: ${nameOf(from)} is retired.`
    : end === undefined
      ? `Move a small share of the requests first and keep ${nameOf(from)} behind it until the answers hold.`
      : `Move a small share of the requests first; until ${end}, when ${nameOf(from)} retires, you can roll back.`;
  const next = soonestEnd(to).lifecycle.retiresOn;
  return [
    step("roll-back", back),
    ...(next === undefined || isRetired(to)
      ? []
      : [step("lifecycle", `Note the next move: ${nameOf(to)} retires on ${next}.`)]),
  ];
}

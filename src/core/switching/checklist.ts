import type { Candidate } from "../compare/candidate.ts";
import type { ComparedMove } from "../compare/comparison.ts";
import { isRetired } from "../compare/standing.ts";
import { nameOf } from "../compare/wording.ts";
import type { Connection } from "../configuration/connection.ts";
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
    ...of("work")
      .filter(({ code }) => !saidElsewhere.has(code))
      .map(stepOf),
    ...of("check").map(stepOf),
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

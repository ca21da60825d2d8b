import type { ProbeCell } from "../../core/probes/probe-cell.ts";
import { probeCellKey, probePromptId } from "../../core/probes/probe-cell.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import { interTokenMs } from "../../core/runs/inter-token.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { Usd } from "../../core/units.ts";
import type { Asked } from "../exchange/asked.ts";
import { openClient } from "../exchange/client.ts";
import { askUntilAnswered } from "../exchange/retry.ts";
import { detectedIn, gradesOf } from "./detected-in.ts";
import type { ProbeStep, SeenExchange, TrialSetting } from "./probe-step.ts";
import type { SessionPorts } from "./session-ports.ts";
import { wireExchange } from "./wire-exchange.ts";

/** What came of a step; an end where a limit or somebody forbade it. */
export type Stepped =
  | { readonly ok: true; readonly seen: SeenExchange; readonly result: CellResult }
  | { readonly ok: false; readonly end: RunEnd };

/** Exchanges are read again for what answers leave out: longer ones than this are not. */
const readExchangeBytes = 4 * 1024 * 1024;

/** Asks one step until it is answered, looks at what came, and writes it down. */
export async function askStep(
  step: ProbeStep,
  cell: ProbeCell,
  { setting, ports }: { readonly setting: TrialSetting; readonly ports: SessionPorts },
): Promise<Stepped> {
  const { clock, budget, book, rateLimit, random, giveUp, environment } = ports;
  const key = probeCellKey(cell);
  const endpoint = endpointOf(step, ports.endpoint, setting);
  /** A connection of its own: some servers keep a thread waiting for each that is left open. */
  const client = openClient(endpoint, {
    ...{ environment, clock, connections: 1, rawLimitBytes: readExchangeBytes },
  });
  if (!client.ok) throw new Error(`An endpoint that was opened before is none: ${endpoint.id}`);
  const asked: Asked[] = [];
  const reserved: Usd[] = [];
  let end: RunEnd = { kind: "interrupted" };
  try {
    await book.open({
      key,
      prompt: promptIdOf(cell),
      endpoint: endpoint.id,
      repetition: cell.trial,
    });
    const retry = { cell: key, dueAt: clock.now(), signal: giveUp, rateLimit, random };
    for await (const event of askUntilAnswered(client.value, promptOf(step, cell), retry)) {
      if (event.kind === "ended") {
        asked.push(event.asked);
        continue;
      }
      const allowed = await budget.begin(endpoint.id, 0);
      if (allowed.kind !== "allowed") {
        end = allowed;
        break;
      }
      reserved.push(allowed.reservedUsd);
      await book.begin(key, event.number);
    }
  } finally {
    await client.value.close();
  }
  const last = asked.at(-1);
  const { outcome, timings } = last?.attempt ?? {};
  const answer = outcome?.ok ? outcome.answer : null;
  const usd = answer?.usage ? ports.usdOf(endpoint.id, answer.usage) : null;
  for (const [at, set] of reserved.entries()) {
    const isLast = at === reserved.length - 1;
    await budget.end(endpoint.id, set, isLast && usd !== null ? Number(usd) : null);
  }
  if (last === undefined || timings === undefined || isCancelled(last)) {
    await book.giveBack(key);
    return { ok: false, end };
  }
  const failure = outcome?.ok === false ? outcome.failure : null;
  const wire = last.raw === null ? null : (wireExchange(last.raw) ?? null);
  const shown = { answer, failure, timings, wire };
  const detected = detectedIn(step, shown);
  const result: CellResult = {
    ...{ cell: key, answer, failure, grades: gradesOf(cell.probe, detected), usd },
    latencyMs: answer === null ? null : timings.endMs,
    ttftMs: answer === null ? null : timings.firstContentMs,
    interTokenMs: answer === null ? null : interTokenMs(answer, timings),
    attempts: asked.length,
  };
  await book.finish(asked, result);
  return { ok: true, seen: { ...shown, detected }, result };
}

function promptIdOf({ probe, role, detail }: ProbeCell): string {
  return probePromptId({ probe, role, detail });
}

function isCancelled({ attempt: { outcome } }: Asked): boolean {
  return !outcome.ok && outcome.failure.code === "cancelled";
}

/** The prompt of a step, as the exchange takes it. */
export function promptOf({ messages, tools }: ProbeStep, cell: ProbeCell): Prompt {
  return {
    id: promptIdOf(cell),
    messages,
    ...(tools === undefined ? {} : { tools }),
  };
}

/** The endpoint as a step asks it. */
export function endpointOf(
  step: ProbeStep,
  endpoint: Endpoint,
  { words, learnt }: Pick<TrialSetting, "words" | "learnt">,
): Endpoint {
  const { answerTokens = learnt.answerTokens } = step;
  const limit =
    answerTokens === null || learnt.limitName === null
      ? {}
      : words.answerLimit(Math.ceil(answerTokens), learnt.limitName);
  return {
    ...endpoint,
    model: step.model ?? endpoint.model,
    isStreamed: step.isStreamed ?? false,
    parameters: { ...endpoint.parameters, ...limit, ...step.parameters },
  };
}

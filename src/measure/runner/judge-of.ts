import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Random } from "../../core/stats/random.ts";
import { type Client, openClient } from "../exchange/client.ts";
import type { Clock } from "../exchange/clock.ts";
import type { Environment } from "../exchange/endpoint-access.ts";
import { askUntilAnswered } from "../exchange/retry.ts";
import type { Turns } from "../exchange/turns.ts";
import type { AskJudge } from "../graders/grader-rule.ts";

interface Judge {
  /** The text that a judge answers; throws where it answers none. */
  readonly ask: AskJudge;
  readonly close: () => Promise<void>;
}

interface Opened {
  readonly client: Client;
  readonly rateLimit: Turns;
}

/** Asks models that judge answers. Each is connected to when it is first asked. */
export function judgeOf({
  environment,
  random,
  clock,
  turnsOf,
}: {
  readonly environment: Environment;
  readonly random: Random;
  readonly clock: Clock;
  readonly turnsOf: (endpoint: Endpoint) => Turns;
}): Judge {
  const judges = new Map<string, Opened>();
  const opened = (endpoint: Endpoint): Opened => {
    const known = judges.get(endpoint.id);
    if (known !== undefined) return known;
    const client = openClient(endpoint, { environment, clock, rawLimitBytes: 0 });
    if (!client.ok)
      throw new Error(`the judge ${endpoint.id} cannot be asked: ${client.problem.code}`);
    const judge = { client: client.value, rateLimit: turnsOf(endpoint) };
    judges.set(endpoint.id, judge);
    return judge;
  };
  return {
    ask: async (endpoint, messages) => {
      const { client, rateLimit } = opened(endpoint);
      const prompt = { id: "judge", messages };
      const asking = { cell: "judge", dueAt: clock.now(), random, rateLimit };
      let said: string | undefined;
      let failure = "no answer";
      for await (const event of askUntilAnswered(client, prompt, asking)) {
        if (event.kind === "begins") continue;
        const { outcome } = event.asked.attempt;
        if (outcome.ok) said = outcome.answer.text;
        else failure = outcome.failure.code;
      }
      if (said === undefined) throw new Error(`the judge ${endpoint.id} gave ${failure}`);
      return said;
    },
    close: async () => {
      await Promise.all([...judges.values()].map(({ client }) => client.close()));
    },
  };
}

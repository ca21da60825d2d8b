import type { PlannedRequest } from "../../core/probes/planned-probes.ts";
import { endpointOf, promptOf } from "./ask-step.ts";
import type { ProbeStep, SeenExchange } from "./probe-step.ts";
import { nothingLearnt, type SessionSetting, sessionTrials, settingOf } from "./session-trials.ts";
import { trials } from "./trials.ts";

/** Every request that a session would send, if the endpoint answered as most do. */
export function plannedRequests(
  session: Omit<SessionSetting, "learnt">,
): readonly PlannedRequest[] {
  const learnt = nothingLearnt();
  return sessionTrials(session.settings)
    .flat()
    .flatMap((each) => {
      const setting = settingOf(each, { ...session, learnt });
      const steps = trials[each.probe]?.(setting);
      const requests: PlannedRequest[] = [];
      for (let next = steps?.next(); next?.done === false; ) {
        const step = next.value;
        const { role, detail = "" } = step;
        const prompt = promptOf(step, { ...each, role, detail });
        const { parameters } = endpointOf(step, session.endpoint, setting);
        requests.push({ ...each, prompt, parameters });
        next = steps?.next(supposed(step, setting.contextTokens));
      }
      return requests;
    });
}

const timings = {
  ...{ sentAt: "", queuedMs: 0, firstByteMs: null, firstContentMs: null, endMs: 0 },
  ...{ chunkMs: [], loopLagMs: 0, isBurst: false },
};

/** An answer of which nothing is read; of long prompts, the longest are refused. */
function supposed({ detail = "" }: ProbeStep, contextTokens: number): SeenExchange {
  const isTaken = !(Number(detail) > 0.7 * contextTokens);
  const answer = {
    ...{ text: "", reasoning: "", toolCalls: [], usage: null, servedModel: null },
    ...{ finish: { raw: "stop", normal: "stop" as const }, fingerprint: null, provider: null },
  };
  return { answer, failure: null, timings, wire: null, detected: { isPass: isTaken, because: "" } };
}

import { completable, type McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { agentWords, chooseModelPrompt } from "../../core/report/agent-words.ts";
import { taskIds } from "../../core/verdict/tasks.ts";

const stated = (words: string) => z.string().max(1000).describe(words).optional();

/** What a person can start a conversation with. */
export function addPrompts(server: McpServer): void {
  const { task, requests, inputTokens, outputTokens, constraints } = agentWords;
  const argsSchema = z.object({
    task: completable(z.string().max(1000).describe(task), (typed) =>
      taskIds.filter((id) => id.startsWith(typed)),
    ).optional(),
    requests: stated(requests),
    inputTokens: stated(inputTokens),
    outputTokens: stated(outputTokens),
    constraints: stated(constraints),
  });
  const config = { description: agentWords.chooseModel, argsSchema };
  server.registerPrompt("choose-model", config, (work) => ({
    description: agentWords.chooseModel,
    messages: [{ role: "user", content: { type: "text", text: chooseModelPrompt(work) } }],
  }));
}

import { McpServer } from "@modelcontextprotocol/server";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/server/validators/ajv";
import { agentInstructions } from "../../core/report/agent-words.ts";
import type { Deps } from "../../operations/operation.ts";
import { addPrompts } from "./prompts.ts";
import { addResources } from "./resources.ts";
import { type McpOptions, operationTools } from "./tools.ts";

/**
 * Makes servers that know every operation as a tool: one for a connection over stdio, one for each
 * request over HTTP. What takes long is made once for all of them.
 */
export function mcpServers(deps: Deps, options: McpOptions): () => Promise<McpServer> {
  const made = operationTools(deps, options);
  const jsonSchemaValidator = new AjvJsonSchemaValidator();
  const unchanging = { listChanged: false };
  return async () => {
    const server = new McpServer(
      { name: "steelyard", title: "Steelyard", version: options.version },
      {
        instructions: agentInstructions,
        capabilities: { tools: unchanging, resources: unchanging, prompts: unchanging },
        jsonSchemaValidator,
      },
    );
    for (const { name, call, ...config } of await made) server.registerTool(name, config, call);
    addResources(server, deps, options);
    addPrompts(server);
    return server;
  };
}

import { comment, originOf, quoted, remarksOn } from "./code-text.ts";
import type { CallOrder, Written } from "./configuration.ts";
import { type Connection, connectionTo } from "./connection.ts";
import { chatFormats } from "./openai-sdk.ts";
import { allOrWhy, noteOn } from "./written.ts";

export function openAiPython({ called, purpose }: CallOrder): Written {
  const found = allOrWhy(called, (each) => connectionTo(each, chatFormats), "chat completions");
  if (!found.ok) return { isWritten: false, for: "openai-python", because: found.because };
  const connections = found.value;
  const text = [
    comment("#", purpose),
    comment("#", "pip install openai"),
    "import os",
    "import sys",
    "",
    "from openai import OpenAI",
    "",
    "TARGETS = [",
    ...connections.flatMap(targetLines),
    "]",
    "",
    body,
  ].join("\n");
  return {
    isWritten: true,
    configuration: {
      for: "openai-python",
      title: "OpenAI SDK, Python",
      language: "python",
      file: "model.py",
      text,
      notes: noteOn(connections),
      sources: connections.flatMap(({ sources }) => sources),
    },
  };
}

function targetLines(connection: Connection): readonly string[] {
  const { baseUrl, baseUrlEnv, apiKeyEnv, modelName, outputLimit, reasons } = connection;
  return [
    `    ${comment("#", originOf(connection))}`,
    ...remarksOn(connection).map((remark) => `    ${comment("#", remark)}`),
    ...(reasons
      ? [`    ${comment("#", "it can reason: hidden tokens count against the output limit")}`]
      : []),
    "    {",
    `        "base_url": os.environ.get(${quoted(baseUrlEnv)}) or ${quoted(baseUrl ?? "")},`,
    `        "key_variable": ${quoted(apiKeyEnv)},`,
    `        "model": ${quoted(modelName)},`,
    `        "output_limit": ${quoted(outputLimit)},`,
    "    },",
  ];
}

const body = `
def ask(messages, output_tokens=1024):
    """Asks the first model, and the next one when it fails."""
    failure = None
    for target in TARGETS:
        try:
            # without its own address and key the SDK would fall back on those of OpenAI
            if not target["base_url"]:
                raise ValueError(f"no address is set for {target['model']}")
            client = OpenAI(
                base_url=target["base_url"],
                api_key=os.environ[target["key_variable"]],
                max_retries=0,
            )
            completion = client.chat.completions.create(
                model=target["model"],
                messages=messages,
                **{target["output_limit"]: output_tokens},
            )
            return target["model"], completion.choices[0].message.content or ""
        except Exception as error:
            print(f"{target['model']} failed: {error}", file=sys.stderr)
            failure = error
    raise failure
`;

const system = `{%- if messages[0].role == 'system' %}{{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}{%- endif %}`;

const tools = `{%- if tools %}
{{- '<|im_start|>system\\n' }}{%- if messages[0].role == 'system' %}{{- messages[0].content + '\\n' }}{%- endif %}
{{- 'Tools:\\n<tools>' }}{%- for t in tools %}{{- '\\n' }}{{- t | tojson }}{%- endfor %}
{{- '\\n</tools>\\nTo call one answer <tool_call>\\n{"name": <name>, "arguments": <object>}\\n</tool_call><|im_end|>\\n' }}
{%- elif messages[0].role == 'system' %}{{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}{%- endif %}`;

const asked = `{%- if m.role == 'user' %}{{- '<|im_start|>user\\n' + m.content + '<|im_end|>\\n' }}`;
const toolSaid = `{%- elif m.role == 'tool' %}{{- '<|im_start|>user\\n<tool_response>\\n' + m.content + '\\n</tool_response><|im_end|>\\n' }}`;
const answers = `{%- elif m.role == 'assistant' %}{{- '<|im_start|>assistant' }}`;
const thought = `{%- if m.reasoning_content %}{{- '\\n<think>\\n' + m.reasoning_content + '\\n</think>\\n' }}{%- endif %}`;
const said = `{%- if m.content %}{{- '\\n' + m.content }}{%- endif %}`;
const called = `{%- for c in m.tool_calls %}{%- if c.function %}{%- set c = c.function %}{%- endif %}{{- '\\n<tool_call>\\n{"name": "' }}{{- c.name }}{{- '", "arguments": ' }}{{- c.arguments | tojson }}{{- '}\\n</tool_call>' }}{%- endfor %}`;

const begins = `{{- '<|im_start|>assistant\\n' }}`;
const thinks = `{%- if enable_thinking is defined and enable_thinking is false %}{{- '<think>\\n\\n</think>\\n\\n' }}{%- else %}{{- '<think>\\n' }}{%- endif %}`;

const templateOf = (first: string, turns: readonly string[], last: string) =>
  [
    first,
    "{%- for m in messages %}",
    ...turns,
    "{{- '<|im_end|>\\n' }}{%- endif %}{%- endfor %}",
    `{%- if add_generation_prompt %}${last}{%- endif %}`,
  ].join("\n");

/** How a conversation becomes text: with tools, with tools and reasoning, with neither. */
export const chatTemplates = {
  tools: templateOf(tools, [asked, toolSaid, answers, said, called], begins),
  reasoning: templateOf(
    tools,
    [asked, toolSaid, answers, thought, said, called],
    `${begins}${thinks}`,
  ),
  plain: templateOf(system, [asked, answers, said], begins),
} as const;

/** Money is a decimal string so that no digit is lost; counts are numbers; flags are booleans. */
export type PropertyValue = string | number | boolean;

interface PropertyRule {
  readonly on: readonly ("model" | "route")[];
  readonly type: "money" | "count" | "factor" | "flag" | "text" | "day";
  /** What the value is counted in, as a facts file spells it. */
  readonly unit?: string;
  readonly label: string;
}

const model = ["model"] as const;
const route = ["route"] as const;
const both = ["model", "route"] as const;
const usdPerMtok = { on: route, type: "money", unit: "USD/Mtok" } as const;
const usdPerMonth = { on: route, type: "money", unit: "USD/month" } as const;
const tokens = { on: both, type: "count", unit: "tokens" } as const;
const flag = { on: both, type: "flag" } as const;
const text = { on: model, type: "text" } as const;
const day = { on: model, type: "day" } as const;

/**
 * Everything that can be claimed. Prices belong to routes, licences and dates to models, limits and
 * capabilities to either: the route's own word wins for the route.
 */
export const properties = {
  "price.input": { ...usdPerMtok, label: "Input price" },
  "price.output": { ...usdPerMtok, label: "Output price" },
  "price.cache_read": { ...usdPerMtok, label: "Cached input price" },
  "price.cache_write": { ...usdPerMtok, label: "Cache write price" },
  "price.reasoning": { ...usdPerMtok, label: "Reasoning price" },
  "price.audio_input": { ...usdPerMtok, label: "Audio input price" },
  "price.audio_output": { ...usdPerMtok, label: "Audio output price" },
  "price.image_input": { ...usdPerMtok, label: "Image input price" },
  "price.training": { ...usdPerMtok, label: "Training price" },
  "price.request": { on: route, type: "money", unit: "USD/request", label: "Price a request" },
  "price.web_search": { on: route, type: "money", unit: "USD/search", label: "Price a web search" },
  "price.file_search": {
    on: route,
    type: "money",
    unit: "USD/search",
    label: "Price a file search",
  },
  "price.code_execution": {
    on: route,
    type: "money",
    unit: "USD/session",
    label: "Price a code session",
  },
  "price.cache_storage": {
    on: route,
    type: "money",
    unit: "USD/Mtok/hour",
    label: "Cache storage price",
  },
  "price.free_web_searches": {
    on: route,
    type: "count",
    unit: "searches/month",
    label: "Free web searches",
  },
  "price.standing_fee": { ...usdPerMonth, label: "Standing fee" },
  "price.free_credit": { ...usdPerMonth, label: "Free credit" },
  "price.minimum": { ...usdPerMonth, label: "Minimum commitment" },
  "price.regional_uplift": {
    on: route,
    type: "factor",
    unit: "times the price",
    label: "Regional uplift",
  },
  "limit.context": { ...tokens, label: "Context window" },
  "limit.context_extended": { ...tokens, label: "Context window, extended" },
  "limit.input": { ...tokens, label: "Input limit" },
  "limit.output": { ...tokens, label: "Output limit" },
  "limit.output_recommended": { ...tokens, label: "Output limit, recommended" },
  "limit.requests_per_minute": {
    on: route,
    type: "count",
    unit: "requests/min",
    label: "Rate limit",
  },
  "cap.tools": { ...flag, label: "Tool calls" },
  "cap.parallel_tools": { ...flag, label: "Parallel tool calls" },
  "cap.structured_output": { ...flag, label: "Structured output" },
  "cap.json_mode": { ...flag, label: "JSON mode" },
  "cap.reasoning": { ...flag, label: "Reasoning" },
  "cap.vision": { ...flag, label: "Image input" },
  "cap.audio_in": { ...flag, label: "Audio input" },
  "cap.video": { ...flag, label: "Video input" },
  "cap.pdf": { ...flag, label: "PDF input" },
  "cap.prompt_caching": { ...flag, label: "Prompt caching" },
  "cap.temperature": { ...flag, label: "Temperature setting" },
  "cap.web_search": { ...flag, label: "Web search tool" },
  "cap.code_execution": { ...flag, label: "Code execution tool" },
  "cap.computer_use": { ...flag, label: "Computer use" },
  "cap.fine_tuning": { ...flag, label: "Fine-tuning offered" },
  "modality.input": { on: both, type: "text", label: "Input" },
  "modality.output": { on: both, type: "text", label: "Output" },
  "model.kind": { ...text, label: "Made for" },
  "model.family": { ...text, label: "Family" },
  "model.license": { ...text, label: "Licence" },
  "model.openness": { ...text, label: "Openness" },
  "model.commercial_use": { ...text, label: "Commercial use" },
  "model.architecture": { ...text, label: "Architecture" },
  "model.tokenizer": { ...text, label: "Tokenizer" },
  "model.audio_tokens_per_second": {
    on: model,
    type: "factor",
    unit: "tokens/s",
    label: "Tokens a second of audio",
  },
  "model.image_tokens": { ...text, label: "Tokens an image" },
  "model.weights": { ...text, label: "Weights" },
  "model.params_total": { on: model, type: "count", unit: "parameters", label: "Parameters" },
  "model.params_active": {
    on: model,
    type: "count",
    unit: "parameters",
    label: "Parameters active a token",
  },
  "model.release_date": { ...day, label: "Released" },
  "model.knowledge_cutoff": { ...day, label: "Knowledge cutoff" },
  "model.training_cutoff": { ...day, label: "Training data cutoff" },
  "model.status": { ...text, label: "Status" },
  "model.deprecated_on": { ...day, label: "Deprecated" },
  "model.retires_on": { ...day, label: "Retires" },
  "model.successor": { ...text, label: "Successor" },
  "route.status": { on: route, type: "text", label: "Status of the route" },
  "route.retires_on": { on: route, type: "day", label: "Route retires" },
  "route.service": { on: route, type: "text", label: "Service" },
  "route.base_model": { on: route, type: "text", label: "Model served" },
  "route.region": { on: route, type: "text", label: "Region" },
  "route.quantisation": { on: route, type: "text", label: "Quantisation" },
  "route.data_retention": { on: route, type: "text", label: "Data retention" },
  "route.retention_days": { on: route, type: "count", unit: "days", label: "Data kept" },
  "route.zero_retention_offered": {
    on: route,
    type: "flag",
    label: "Zero retention offered",
  },
  "route.trains_on_data": { on: route, type: "flag", label: "Trains on your data" },
  "speed.ttft": { on: route, type: "count", unit: "ms", label: "Time to the first token" },
  "speed.output": { on: route, type: "count", unit: "tokens/s", label: "Output speed" },
} as const satisfies Record<string, PropertyRule>;

/** `price.input`, `limit.context`, `cap.tools`, `model.retires_on`, …: what a claim can be about. */
export type Property = keyof typeof properties;

/** A capability, named as a property without its prefix: `tools`, `vision`, `structured_output`. */
export type CapabilityProperty = Extract<Property, `cap.${string}`>;
export type PriceProperty = Extract<Property, `price.${string}`>;

/** Whether claims can be about something of this name. */
export function isProperty(name: string): name is Property {
  return Object.hasOwn(properties, name);
}

import { z } from "zod";
import { taskIds } from "../../core/verdict/tasks.ts";
import { EndpointInput, Id } from "./endpoint-schema.ts";
import { GraderInput } from "./grader-schema.ts";
import { PromptInput, RowInput, Value, WrittenTools } from "./prompt-schema.ts";

const whole = (what: string, least: number, most: number) =>
  z.int(what).min(least, what).max(most, what);
const path = z.string("the path of a file").min(1, "the path of a file").max(1000);

const name = "a name of letters, digits and _, such as question";
const VariableName = z.string().regex(/^[A-Za-z]\w{0,99}$/, name);

const usd = "US dollars, such as 2.5";
const SpendLimitsInput = {
  usd: z
    .number(usd)
    .positive("more than 0 US dollars")
    .max(1e6, "at most 1,000,000")
    .exactOptional(),
  requests: whole("a whole number of requests, 1 or more", 1, 1e9).exactOptional(),
  minutes: z.number("minutes").positive("more than 0 minutes").max(100_000).exactOptional(),
};

const concurrency = whole("1 to 10,000 requests at once", 1, 10_000);
const LoadInput = z.strictObject(
  {
    concurrency: concurrency
      .exactOptional()
      .describe("Requests under way at most; 8 when left out."),
    requestsPerSecond: z
      .number("requests a second, such as 2.5")
      .positive("more than 0 requests a second")
      .max(10_000, "at most 10,000 requests a second")
      .exactOptional()
      .describe("Requests come at this rate however long answers take."),
    spacing: z
      .enum(["poisson", "even"])
      .exactOptional()
      .describe("By chance, as users come, or like a clock."),
  },
  "concurrency: 8, or requestsPerSecond: 2",
);

const level = "a share between 0 and 0.5, such as 0.05";
const power = "a share between 0.5 and 1, such as 0.8";
const DecisionInput = z.strictObject(
  {
    baseline: Id.describe("The endpoint that candidates are held against."),
    candidates: z
      .array(Id, "a list of ids of endpoints")
      .min(1, "one endpoint or more")
      .exactOptional()
      .describe("All other endpoints when left out."),
    grader: Id.exactOptional().describe("The grader that decides; the first when left out."),
    notWorseByPoints: z
      .number("points, such as 5")
      .positive("more than 0 points")
      .max(50, "at most 50 points"),
    cheaper: z.boolean("true or false").default(true),
    alpha: z.number(level).gt(0, level).lt(0.5, level).default(0.05),
    power: z.number(power).gt(0.5, power).lt(1, power).default(0.8),
  },
  "baseline: an endpoint, notWorseByPoints: 5",
);

/** A suite file. */
export const SuiteInput = z
  .strictObject(
    {
      name: z
        .string("a name for the suite")
        .trim()
        .min(1, "a name for the suite")
        .max(200, "200 characters at most"),
      task: z
        .enum(taskIds, `one of ${taskIds.join(", ")}`)
        .exactOptional()
        .describe("The kind of work it is for; its runs then count for that work alone."),
      endpoints: z
        .array(EndpointInput, "a list of endpoints")
        .min(1, "one endpoint or more")
        .max(20, "at most 20 endpoints")
        .describe("What is asked."),
      prompts: z
        .array(PromptInput, "a list of prompts")
        .max(10_000, "at most 10,000 prompts here; more go into a file")
        .default([])
        .describe("What is asked of them, written here."),
      files: z
        .array(path, "a list of paths")
        .max(100, "at most 100 files")
        .default([])
        .describe("Files of prompts: a JSON object a line (.jsonl), or a table (.csv)."),
      templates: z
        .array(PromptInput, "a list of templates")
        .max(100, "at most 100 templates")
        .default([])
        .describe("Prompts with {{variables}}; each is filled with every row."),
      rows: z
        .array(RowInput, "a list of rows")
        .max(10_000, "at most 10,000 rows here; more go into a file")
        .exactOptional()
        .describe("Values of the variables. `id`, `expected` and `cluster` count for the prompt."),
      rowsFile: path.exactOptional().describe("The same as a file: .csv or .jsonl."),
      variables: z
        .record(VariableName, z.array(Value, "a list of values").min(1).max(1000))
        .exactOptional()
        .describe("Lists of values; every combination is a row."),
      tools: WrittenTools.exactOptional().describe(
        "Tools of every prompt that has none of its own.",
      ),
      toolsFile: path.exactOptional().describe("The same as a JSON file."),
      graders: z
        .array(GraderInput, "a list of graders, each with its kind")
        .max(20, "at most 20 graders")
        .default([]),
      repetitions: whole("1 to 1,000", 1, 1000)
        .default(1)
        .describe("How often each prompt is asked of each endpoint."),
      seed: whole("a whole number, 0 or more", 0, Number.MAX_SAFE_INTEGER)
        .default(1)
        .describe("Draws the order of the requests."),
      load: LoadInput.prefault({}),
      warmUpRequests: whole("0 to 1,000", 0, 1000)
        .default(0)
        .describe("Requests to each endpoint that are sent before and count for nothing."),
      limits: z
        .strictObject(
          {
            ...SpendLimitsInput,
            perEndpoint: z
              .record(Id, z.strictObject(SpendLimitsInput), "limits by the id of an endpoint")
              .default({}),
          },
          "usd: 5, requests: 1000 or minutes: 30",
        )
        .prefault({})
        .describe("What the run may use up; it ends before one of them is crossed."),
      decision: DecisionInput.exactOptional().describe("What the run is to decide."),
      earlyStop: z
        .boolean("true or false")
        .default(false)
        .describe("End as soon as the decision is certain."),
      keepExchanges: z
        .boolean("true or false")
        .default(true)
        .describe("Keep requests and answers as they went over the wire."),
    },
    "fields such as name, endpoints, prompts, graders",
  )
  .describe("What is measured at which endpoints, and how it is graded.");

export type SuiteInput = z.output<typeof SuiteInput>;

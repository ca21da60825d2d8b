import { describeServedProblem } from "./describe-served-problem.ts";
import { describeStoreProblem } from "./describe-store-problem.ts";
import type { Problem, ProblemText } from "./problem.ts";
import { didYouMean } from "./problem-words.ts";

/** What is wrong, naming the thing, then one next step. The only place with words for problems. */
export function describeProblem(problem: Problem): ProblemText {
  switch (problem.code) {
    case "invalid-input":
      return {
        title: `\`${problem.where}\` is not valid.`,
        remedy: sentence(problem.expected),
      };
    case "model-not-found":
      return {
        title: `No model is called "${problem.asked}".`,
        remedy: didYouMean(problem.closest) ?? "List what there is: `steelyard models`",
      };
    case "not-found":
      return {
        title: `No ${problem.what} is called "${problem.asked}".`,
        remedy: didYouMean(problem.closest) ?? `List what there is: \`${listOf[problem.what]}\``,
      };
    case "too-few-models":
      return {
        title: `A comparison needs two models or more, ${problem.given} given.`,
        remedy: "Name at least two: `steelyard compare gpt-4.1 qwen3.5-4b`",
      };
    case "same-model-twice":
      return {
        title: `${quoted(problem.names)} ${problem.names.length === 2 ? "both mean" : "mean"} ${problem.model}.`,
        remedy: "Name each model once. List what there is: `steelyard models`",
      };
    case "file-invalid":
      return {
        title: `${placeOf(problem)} is not valid${foundIn(problem)}.`,
        remedy: sentence(`Expected ${problem.expected}`),
      };
    case "file-too-large":
      return {
        title: `${problem.file} is too large: ${problem.bytes} bytes.`,
        remedy: `At most ${problem.limitBytes} bytes are read; give a smaller file.`,
      };
    case "file-unreadable":
      return {
        title: `${problem.file} cannot be read: ${problem.reason}.`,
        remedy: `Check that it is there: \`ls -l ${shellWord(problem.file)}\``,
      };
    case "file-unwritable":
      return {
        title: `${problem.file} cannot be written: ${problem.reason}.`,
        remedy: `Name a file in a folder that is there and yours to write; \`mkdir -p\` makes one.`,
      };
    case "file-exists":
      return {
        title: `${problem.file} is there already, and a decision record is not overwritten.`,
        remedy: "Name another file, hold it against today with `--check`, or add `--replace`.",
      };
    case "as-of-too-early":
      return {
        title: `Nothing is known about ${problem.subject} on ${problem.asOf}.`,
        remedy: `Ask for its first day or later: \`--as-of ${problem.firstDay}\``,
      };
    case "price-unknown":
      return {
        title: `What ${problem.route} costs is unknown: ${withoutStop(problem.because)}.`,
        remedy: `See what is known: \`steelyard explain ${shellWord(problem.route)} price.input\``,
      };
    case "architecture-unknown":
      return problem.hasWeights
        ? {
            title: `How ${problem.model} is built is not written down here.`,
            remedy: "Give the file beside its weights: `steelyard size --config config.json`",
          }
        : {
            title: `${problem.model} cannot run on machines of your own: its weights are not published.`,
            remedy: "See what can: `steelyard models --openness open-weights`",
          };
    case "catalog-unreadable":
      return {
        title: `The catalog cannot be read: ${withoutStop(problem.reason)}.`,
        remedy: "Compile it again: `npm run build`",
      };
    case "snapshot-unreadable":
      return {
        title: `${problem.folder} cannot be read as a catalog: ${withoutStop(problem.reason)}.`,
        remedy: "Name a folder that holds `index.json` and `facts.jsonl` of one compiled catalog.",
      };
    case "folder-taken":
      return {
        title: `${problem.folder} holds what no export wrote, such as ${problem.file}.`,
        remedy:
          "Name a folder that is empty or not there yet, or keep those files beside the site with `--into-existing`",
      };
    case "file-in-the-way":
      return {
        title: `${problem.file} is in the way: it was not written by this command, and it is not overwritten.`,
        remedy: "Move it elsewhere, or name another place.",
      };
    case "facts-changed":
      return {
        title: "The catalog or the facts laid over it changed while the site was drawn.",
        remedy: "The folder is as it was. Export again.",
      };
    case "page-broken":
      return {
        title: `The page ${problem.address} cannot be drawn: ${withoutStop(problem.reason)}.`,
        remedy: "The folder is as it was. Please report this with the command you ran.",
      };
    case "endpoint-unusable":
      return {
        title: `${problem.address} does not answer as ${problem.model}: ${withoutStop(problem.reason)}.`,
        remedy:
          "Check the address, the model's name there and the key, which `--key-variable NAME` takes from the environment.",
      };
    case "store-busy":
    case "store-newer":
    case "not-a-store":
    case "store-failed":
    case "run-not-found":
    case "suite-not-kept":
    case "grader-file-missing":
    case "workers-ended":
      return describeStoreProblem(problem);
    default:
      return describeServedProblem(problem);
  }
}

const listOf = {
  route: "steelyard routes",
  provider: "steelyard providers",
  benchmark: "steelyard benchmarks",
  property: "steelyard explain gpt-4.1",
  maker: "steelyard models",
  GPU: "steelyard size qwen3.5-9b",
  precision: "steelyard size qwen3.5-9b",
  engine: "steelyard size qwen3.5-9b",
  operation: "GET /v1",
  page: "GET /v1",
} as const;

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(" and ");
}

function placeOf(problem: Problem & { readonly code: "file-invalid" }): string {
  const line = problem.line === undefined ? "" : ` line ${problem.line}`;
  const field = problem.field === undefined ? "" : `, \`${problem.field}\``;
  return `${problem.file}${line}${field}`;
}

function foundIn(problem: Problem & { readonly code: "file-invalid" }): string {
  return problem.found === undefined ? "" : `: found ${problem.found}`;
}

function sentence(text: string): string {
  const capital = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?`]$/.test(capital) ? capital : `${capital}.`;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}

/** Safe to paste: quoted when a shell would read anything into it. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

import type { KeptBack, ProblemText, ServedProblem } from "./problem.ts";
import { didYouMean } from "./problem-words.ts";

/** What went wrong between a server and who asks it, then one next step. */
export function describeServedProblem(problem: ServedProblem): ProblemText {
  switch (problem.code) {
    case "unknown-parameter":
      return {
        title: `There is no parameter \`${problem.asked}\`.`,
        remedy: didYouMean(problem.closest) ?? "See what there is: `GET /openapi.json`",
      };
    case "wrong-method":
      return {
        title: `Nothing here answers ${problem.method}.`,
        remedy: `Ask with ${problem.allowed.join(" or ")}.`,
      };
    case "wrong-content-type":
      return {
        title: `The body is ${problem.given === "" ? "of no stated type" : problem.given}, and only JSON is read.`,
        remedy: "Send the input as JSON with `Content-Type: application/json`",
      };
    case "body-too-large":
      return {
        title: "The body of the request is too large.",
        remedy: `Send at most ${problem.limitBytes} bytes, in parts if there is more to ask.`,
      };
    case "address-too-long":
      return {
        title: "The address asked for is too long.",
        remedy: `Send the input as the JSON body of a POST; an address has at most ${problem.limitBytes} bytes.`,
      };
    case "headers-too-large":
      return {
        title: "The headers of the request are too large.",
        remedy: `Send at most ${problem.limitBytes} bytes of them, and the input as the JSON body of a POST.`,
      };
    case "too-slow":
      return {
        title: "The request did not arrive in time.",
        remedy: "Send it again, whole.",
      };
    case "not-served-here":
      return {
        title: `This server opens no ${keptBack[problem.what].noun} for who asks it: "${problem.asked}".`,
        remedy: keptBack[problem.what].instead,
      };
    case "token-needed":
      return {
        title: problem.isGiven
          ? "The token given is not the one of this server."
          : "Writing a decision record takes the token of this server.",
        remedy: "Send `Authorization: Bearer` with the token that the server was started with.",
      };
    case "host-not-served":
      return {
        title: `This server does not answer for the host "${problem.host}".`,
        remedy: "Ask it by its address, or start it with that name as `--allow-host`",
      };
    case "too-busy":
      return {
        title: "The server answers as many requests as it can.",
        remedy: "Ask again in a moment.",
      };
    case "stopping":
      return { title: "The server is stopping.", remedy: "Ask again when it has started anew." };
    case "internal-error":
      return {
        title: "Something went wrong in steelyard itself.",
        remedy: "Please report it with what you asked; the server's log says more.",
      };
    case "cannot-listen":
      return {
        title: `${problem.address} cannot be listened on: ${problem.reason}.`,
        remedy: "Choose another one: `steelyard serve --port 0`",
      };
  }
}

const keptBack: Readonly<Record<KeptBack, { readonly noun: string; readonly instead: string }>> = {
  facts: {
    noun: "facts files",
    instead: "Leave `facts` out, or run `steelyard` where the file lies.",
  },
  workload: {
    noun: "workload files",
    instead: "Say `traffic`, `constraints` and `task` in the question itself.",
  },
  catalog: {
    noun: "kept catalogs",
    instead: "Name two days, or run `steelyard changes` where the folder lies.",
  },
  prompts: {
    noun: "prompts of its own disk",
    instead: "Say the tokens as `traffic`, or run `steelyard cost --text` where the prompts lie.",
  },
  code: {
    noun: "code of its own disk",
    instead: "Send the text as `code`, or run `steelyard scan` where it lies.",
  },
  results: {
    noun: "results of its own disk",
    instead: "Send the scores as `a` and `b`, or run `steelyard paired` where the files lie.",
  },
  runs: {
    noun: "runs",
    instead: "Run `steelyard runs` where they are kept, or start the server with `--runs`",
  },
  config: {
    noun: "configurations of its own disk",
    instead: "Send its content as `configJson`, or run `steelyard size` where the file lies.",
  },
  records: {
    noun: "decision records",
    instead: "Run `steelyard decide` where they lie, or start the server with `--records`",
  },
};

import { Command, InvalidArgumentError, Option } from "commander";
import { cleanText } from "../../core/report/clean-text.ts";
import { type OperationName, operationNames } from "../../operations/index.ts";
import type { CliIo } from "./cli-io.ts";
import { type CommandRule, reportOptions } from "./command-rule.ts";
import { commandRules } from "./command-rules.ts";
import type { OptionRule } from "./option-rules.ts";
import { type ProcessName, type ProcessRule, processNames, processRules } from "./process-rules.ts";

/** What was asked on the command line, before anything is read or computed. */
export interface Request {
  readonly operation: OperationName;
  /** Fields given as words and options. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly inputFile: string | undefined;
  /** `text`, `json`, `markdown`, or one of the operation's own. */
  readonly format: string;
  readonly color: "auto" | "always" | "never";
  readonly width: number | undefined;
  readonly isBrief: boolean;
  readonly withSources: boolean;
}

/** A process that was asked for. */
export interface ProcessRequest {
  readonly process: ProcessName;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface ProgramHandlers {
  readonly onRequest: (request: Request) => void;
  readonly onProcess: (request: ProcessRequest) => void;
  readonly onCompletion: (shell: Shell) => void;
  /** What a command answers, for its help. Only those that will be printed need one. */
  readonly summaryOf: (operation: OperationName) => string;
}

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** The command line as commander knows it: a loop over the operations. */
export function buildProgram(io: CliIo, handlers: ProgramHandlers): Command {
  const program = new Command("steelyard")
    .description("Weighs language models: which to use, at what cost, how sure that is.")
    .version(io.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showSuggestionAfterError(true)
    /** What stands behind a command is that command's, also of one within another. */
    .enablePositionalOptions();
  for (const name of operationNames) addCommand(program, name, handlers);
  for (const name of processNames) addProcess(program, name, handlers);
  const completion = program
    .command("completion")
    .description("print the completion script for a shell")
    .addArgument(program.createArgument("<shell>", "your shell").choices([...shells]))
    .action((asked: string) => {
      for (const shell of shells) if (shell === asked) handlers.onCompletion(shell);
    });
  completion.addHelpText(
    "after",
    "\nExample:\n  steelyard completion bash > ~/.steelyard-completion",
  );
  program.addHelpText("after", `\nExamples:\n${mainExamples().join("\n")}\n\n${exitCodeHelp}`);
  for (const command of withInner(program)) settle(command, io);
  return program;
}

function withInner(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withInner)];
}

const exitCodeHelp = "Exit codes: 0 fine, 1 the answer is no, 2 wrong input, 3 the world failed.";

/** As commander hands them over: choices are checked by it, the width by `columns`. */
interface CommonOptions {
  readonly input?: string;
  readonly format: Request["format"];
  readonly color: Request["color"];
  readonly width?: number;
  readonly brief?: true;
  readonly sources?: true;
}

/** Options every command has, beside those of its operation. */
export function commonOptions({ formats = [] }: Pick<CommandRule, "formats">): readonly Option[] {
  return [
    new Option("--input <file>", "the whole input as JSON from a file, or - for stdin"),
    new Option("--format <format>", "how to print")
      .choices(["text", "json", "markdown", ...formats])
      .default("text"),
    new Option("--color <when>", "colour the text")
      .choices(["auto", "always", "never"])
      .default("auto"),
    new Option("--width <columns>", "print for so many columns").argParser(columns),
  ];
}

function addCommand(program: Command, name: OperationName, handlers: ProgramHandlers): void {
  const rule: CommandRule = commandRules[name];
  const command = startCommand(program, name, rule).description(handlers.summaryOf(name));
  for (const name of rule.report)
    command.option(reportOptions[name].flags, reportOptions[name].help);
  for (const option of commonOptions(rule)) command.addOption(option);
  command.action(() => {
    const options = command.opts<CommonOptions>();
    handlers.onRequest({
      operation: name,
      fields: { ...wordFields(rule, command.args), ...optionFields(rule.options, options) },
      inputFile: options.input,
      format: options.format,
      color: options.color,
      width: options.width,
      isBrief: options.brief === true,
      withSources: options.sources === true,
    });
  });
}

function addProcess(program: Command, name: ProcessName, handlers: ProgramHandlers): void {
  const rule: ProcessRule = processRules[name];
  const command = startCommand(program, name, rule).description(rule.summary);
  command.action(() => {
    const fields = {
      ...wordFields(rule, command.args),
      ...optionFields(rule.options, command.opts()),
    };
    handlers.onProcess({ process: name, fields });
  });
}

/** What commands and processes have in common: words, options, examples. */
function startCommand(
  program: Command,
  name: string,
  { words, options, examples }: Pick<CommandRule, "words" | "options" | "examples">,
): Command {
  const [first = name, second] = name.split(" ");
  const parent = second === undefined ? program : commandIn(program, first);
  const command = parent.command(second ?? first).usage(usageOf(words));
  for (const word of words) command.argument(`[${word.replace("?", "")}]`);
  for (const option of options) command.addOption(optionOf(option));
  const shown = examples.map((each) => `  steelyard ${name} ${each}`.trimEnd());
  const title = shown.length === 1 ? "Example" : "Examples";
  return command.addHelpText("after", `\n${title}:\n${shown.join("\n")}`);
}

/** Of a command of two words: the one that the first names, which stands there before. */
function commandIn(program: Command, name: string): Command {
  const found = program.commands.find((command) => command.name() === name);
  if (found === undefined) throw new Error(`There is no command ${name} to put another under.`);
  return found.enablePositionalOptions();
}

/** The operation itself says what is missing, so to commander every word is optional. */
function usageOf(words: readonly string[]): string {
  const shown = words.map((word) => (word.endsWith("?") ? `[${word.slice(0, -1)}]` : `<${word}>`));
  return [...shown, "[options]"].join(" ");
}

function columns(text: string): number {
  const width = Number(text);
  if (!Number.isInteger(width) || width < 20 || width > 1000) {
    throw new InvalidArgumentError("Expected a whole number from 20 to 1000.");
  }
  return width;
}

function optionOf({ flags, help, isRepeatable = false }: OptionRule): Option {
  const option = new Option(flags, help);
  if (!isRepeatable) return option;
  return option.argParser((text: string, before: readonly string[] = []) => [...before, text]);
}

function wordFields(
  { words, parseWord = (text) => text }: Pick<CommandRule, "words" | "parseWord">,
  args: readonly string[],
): Record<string, unknown> {
  const given = args.map(parseWord);
  return Object.fromEntries(
    words.flatMap((word, index) => {
      const isRest = word.endsWith("...");
      const field = word.replace(/\?|\.\.\./, "");
      if (given.length <= index) return [];
      return [[field, isRest ? given.slice(index) : given[index]]];
    }),
  );
}

function optionFields(rules: readonly OptionRule[], options: object): Record<string, unknown> {
  return Object.fromEntries(
    rules.flatMap((rule) => {
      const value: unknown = Reflect.get(options, optionOf(rule).attributeName());
      if (value === undefined) return [];
      return [[rule.field, typeof value === "string" && rule.parse ? rule.parse(value) : value]];
    }),
  );
}

function mainExamples(): readonly string[] {
  return operationNames.map((name) =>
    `  steelyard ${name} ${commandRules[name].examples[0] ?? ""}`.trimEnd(),
  );
}

/** Nothing is printed or ended behind our back: output goes to our streams, an end is thrown. */
function settle(command: Command, io: CliIo): void {
  command
    .exitOverride()
    .allowExcessArguments(false)
    .configureHelp({ helpWidth: helpWidth(io), subcommandTerm: termOf })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(errorText(text, command)),
    });
}

function termOf(command: Command): string {
  const usage = command.usage().replace(/ ?\[options\] ?/, "");
  return `${command.name()} ${usage}`.trim();
}

/** `steelyard runs delete`. */
function pathOf(command: Command): string {
  return command.parent === null ? "steelyard" : `${pathOf(command.parent)} ${command.name()}`;
}

function helpWidth(io: CliIo): number {
  return Math.min(100, io.stdout.columns ?? 80);
}

/** Commander's sentence in our form: what is wrong, then the next step. */
function errorText(text: string, command: Command): string {
  const [what = "", suggestion] = text
    .trim()
    .replace(/^error: /, "")
    .split("\n");
  const help = pathOf(command);
  const next = suggestion?.replace(/[()]/g, "") ?? `See what there is: \`${help} --help\``;
  return `steelyard: ${cleanText(what)}\n${cleanText(next)}\n`;
}

import { operationNames } from "../../operations/index.ts";
import { reportOptions } from "./command-rule.ts";
import { commandRules } from "./command-rules.ts";
import { type ProcessRule, processNames, processRules } from "./process-rules.ts";
import { commonOptions, type Shell, shells } from "./program.ts";

/** A script that makes the shell complete commands and their options. */
export function completionScript(shell: Shell): string {
  switch (shell) {
    case "bash":
      return bash();
    case "zsh":
      return `#compdef steelyard\nautoload -U +X bashcompinit && bashcompinit\n${bash()}`;
    case "fish":
      return fish();
  }
}

const formats = new Set([
  ...["text", "json", "markdown"],
  ...operationNames.flatMap((name) => commandRules[name].formats ?? []),
]);

const outer = processNames.filter((name) => !name.includes(" "));
const commands = [...operationNames, ...outer, "completion", "help"];

/** The second words of a command: of `runs`, `delete` and others. */
function innerOf(name: string): readonly string[] {
  return processNames.flatMap((each) =>
    each.startsWith(`${name} `) ? [each.slice(name.length + 1)] : [],
  );
}

/** Each command with the options it takes. */
const flagsByCommand: readonly (readonly [string, readonly string[]])[] = [
  ...operationNames.map((name) => {
    const rule = commandRules[name];
    const own = rule.options.map((option) => option.flags);
    const report = rule.report.map((option) => reportOptions[option].flags);
    const common = commonOptions(rule).map((option) => option.flags);
    const inner = innerOf(name).flatMap((second) => flagsOf(`${name} ${second}`));
    return [name, [...new Set([...longNames([...own, ...report, ...common]), ...inner])]] as const;
  }),
  ...outer.map((name) => [name, flagsOf(name)] as const),
];

function flagsOf(name: string): readonly string[] {
  return processNames
    .filter((each) => each === name)
    .flatMap((each) => {
      const rule: ProcessRule = processRules[each];
      return longNames(rule.options.map((option) => option.flags));
    });
}

function longNames(flags: readonly string[]): readonly string[] {
  return [...flags, "--help"].map((each) => each.split(" ")[0] ?? "");
}

function bash(): string {
  const cases = flagsByCommand.map(
    ([name, flags]) => `    ${name}) words="${[...innerOf(name), ...flags].join(" ")}" ;;`,
  );
  return `_steelyard() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "$previous" in
    --format) words="${[...formats].join(" ")}" ;;
    --color) words="auto always never" ;;
    --input|--facts) COMPREPLY=( $(compgen -f -- "$current") ); return ;;
  esac
  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.join(" ")} --help --version"
  fi
  [ -n "$words" ] || case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    completion) words="${shells.join(" ")}" ;;
    help) words="${[...operationNames, ...outer].join(" ")}" ;;
  esac
  COMPREPLY=( $(compgen -W "$words" -- "$current") )
}
complete -F _steelyard steelyard
`;
}

function fish(): string {
  const options = flagsByCommand.flatMap(([name, flags]) =>
    flags.map(
      (flag) =>
        `complete -c steelyard -n "__fish_seen_subcommand_from ${name}" -l ${flag.slice(2)}`,
    ),
  );
  const inner = operationNames.flatMap((name) =>
    innerOf(name).map(
      (second) => `complete -c steelyard -n "__fish_seen_subcommand_from ${name}" -a "${second}"`,
    ),
  );
  return `${[
    "complete -c steelyard -f",
    ...inner,
    `complete -c steelyard -n "__fish_use_subcommand" -a "${commands.join(" ")}"`,
    `complete -c steelyard -n "__fish_seen_subcommand_from completion" -a "${shells.join(" ")}"`,
    ...options,
    `complete -c steelyard -n "__fish_seen_subcommand_from ${operationNames.join(" ")}" -l input -r -F`,
  ].join("\n")}\n`;
}

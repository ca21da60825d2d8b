import { operationNames } from "../../operations/index.ts";
import { reportOptions } from "./command-rule.ts";
import { commandRules } from "./command-rules.ts";
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

const commands = [...operationNames, "completion", "help"];

function flagsOf(name: (typeof operationNames)[number]): readonly string[] {
  const rule = commandRules[name];
  const own = rule.options.map((option) => option.flags);
  const report = rule.report.map((option) => reportOptions[option].flags);
  const common = commonOptions(rule).map((option) => option.flags);
  return [...own, ...report, ...common, "--help"].map((flags) => flags.split(" ")[0] ?? "");
}

function bash(): string {
  const cases = operationNames.map((name) => `    ${name}) words="${flagsOf(name).join(" ")}" ;;`);
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
    help) words="${operationNames.join(" ")}" ;;
  esac
  COMPREPLY=( $(compgen -W "$words" -- "$current") )
}
complete -F _steelyard steelyard
`;
}

function fish(): string {
  const options = operationNames.flatMap((name) =>
    flagsOf(name).map(
      (flag) =>
        `complete -c steelyard -n "__fish_seen_subcommand_from ${name}" -l ${flag.slice(2)}`,
    ),
  );
  return `${[
    "complete -c steelyard -f",
    `complete -c steelyard -n "__fish_use_subcommand" -a "${commands.join(" ")}"`,
    `complete -c steelyard -n "__fish_seen_subcommand_from completion" -a "${shells.join(" ")}"`,
    ...options,
    `complete -c steelyard -n "__fish_seen_subcommand_from ${operationNames.join(" ")}" -l input -r -F`,
  ].join("\n")}\n`;
}

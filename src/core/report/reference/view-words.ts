/** What every question may say about how its answer is printed. */
export const viewWords = {
  format: "How to print; `Accept` says it too.",
  brief: "Only the answer, its reasons and what would change it.",
  sources: "Sources in full instead of by short name.",
} as const;

/** What the form that asks one operation says. */
export const tryWords = {
  legend: "Try it",
  formats: ["text", "json", "markdown"],
  submit: "Ask",
} as const;

import { drawAsAsked } from "./draw-here.ts";
import { followQuestion } from "./live-answer.ts";
import { scanHere } from "./scan-here.ts";
import { addSlider } from "./slider.ts";
import { openSources } from "./source-links.ts";
import { suggest } from "./suggest.ts";
import { rememberTheme } from "./theme-choice.ts";

rememberTheme();
openSources();
void drawAsAsked().catch(reportError).then(prepare);

/** What the fields and forms of a page do beside what they do without a script. */
function prepare(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-scale]")) {
    addSlider(field);
  }
  /** Where there is no answer yet, the form is sent for one. */
  const asking = document.querySelectorAll<HTMLFormElement>("body:not(.problem) form.ask");
  for (const form of asking) followQuestion(form);
  for (const form of document.querySelectorAll<HTMLFormElement>("form.code")) {
    scanHere(form, prepare);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-search]")) {
    suggest(field);
  }
}

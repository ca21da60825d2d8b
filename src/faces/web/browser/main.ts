import { followQuestion } from "./live-answer.ts";
import { addSlider } from "./slider.ts";
import { openSources } from "./source-links.ts";
import { suggest } from "./suggest.ts";
import { rememberTheme } from "./theme-choice.ts";

rememberTheme();
openSources();
for (const field of document.querySelectorAll<HTMLInputElement>("input[data-scale]")) {
  addSlider(field);
}
/** Where there is no answer yet, the form is sent for one. */
for (const form of document.querySelectorAll<HTMLFormElement>("body:not(.problem) form.ask"))
  followQuestion(form);
for (const field of document.querySelectorAll<HTMLInputElement>("input[data-search]")) {
  suggest(field);
}

import { drawAt } from "./draw-here.ts";

/** Looks through pasted code in the browser, which then leaves it for nowhere; else it is sent. */
export function scanHere(form: HTMLFormElement, done: () => void): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) address.searchParams.set(name, String(value));
    drawAt(address).then(done, (error: unknown) => {
      reportError(error);
      form.submit();
    });
  });
}

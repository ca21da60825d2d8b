import { mend } from "./mend.ts";

/** The engine that answers in the browser: large, so fetched at the first touch of a question. */
type Engine = typeof import("./engine.ts");

/** Lets the answer follow its question while it is typed or slid. Without this the form is sent. */
export function followQuestion(form: HTMLFormElement): void {
  if (document.querySelector("#answer") === null) return;
  let engine: Promise<Engine> | undefined;
  const load = () => {
    engine ??= import("./engine.ts");
    return engine;
  };
  let turn = 0;
  /** The address stays that of the answer that is seen. False: the browser cannot answer by itself. */
  const answer = async (): Promise<boolean> => {
    turn += 1;
    const mine = turn;
    const address = addressOf(form);
    try {
      const { answerAt } = await load();
      const { markup, isProblem } = await answerAt(address);
      if (mine !== turn) return true;
      mend(markup);
      if (!isProblem) history.replaceState(null, "", address);
      return true;
    } catch (error) {
      engine = undefined;
      reportError(error);
      return false;
    }
  };
  form.addEventListener("focusin", () => void load(), { once: true });
  form.addEventListener("pointerenter", () => void load(), { once: true });
  let waiting = 0;
  form.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => void answer());
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void answer().then((isAnswered) => {
      if (!isAnswered) form.submit();
    });
  });
}

/** The address the form would be sent to, without what was left empty. */
function addressOf(form: HTMLFormElement): URL {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") address.searchParams.append(name, value);
  }
  return address;
}

type Finder = typeof import("./finder.ts");

const shownAtMost = 8;

/** Offers names while one is typed: arrows choose, Enter takes, Escape closes. */
export function suggest(field: HTMLInputElement): void {
  const list = document.createElement("ul");
  list.id = `${field.name}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  const label = field.labels?.[0]?.firstChild?.textContent ?? field.name;
  list.setAttribute("aria-label", label);
  list.hidden = true;
  field.after(list);
  for (const [name, value] of [
    ["aria-label", label],
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ] as const) {
    field.setAttribute(name, value);
  }

  let finder: Promise<Finder> | undefined;
  let chosen = -1;
  let turn = 0;
  /** Names that are still looked for come too late then. */
  const close = () => {
    turn += 1;
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (index: number) => {
    const options = [...list.children];
    chosen = (index + options.length) % options.length;
    for (const [at, option] of options.entries()) {
      option.setAttribute("aria-selected", String(at === chosen));
    }
    const id = options[chosen]?.id;
    if (id !== undefined) field.setAttribute("aria-activedescendant", id);
  };
  const take = (name: string) => {
    field.value = `${[...nameParts(field.value).slice(0, -1), name].join(", ")}, `;
    field.focus();
    close();
  };
  const offer = async () => {
    const text = nameParts(field.value).at(-1)?.trim() ?? "";
    turn += 1;
    const mine = turn;
    if (text.length < 2) return close();
    finder ??= import("./finder.ts");
    const found = await (await finder).namesLike(text, shownAtMost);
    if (mine !== turn) return;
    list.replaceChildren(
      ...found.map(({ id, title }, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        const small = document.createElement("small");
        small.textContent = id;
        option.append(title, " ", small);
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(title);
        });
        option.dataset["name"] = title;
        return option;
      }),
    );
    if (found.length === 0) return close();
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    choose(0);
  };
  field.addEventListener("input", () => void offer());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (list.hidden) return;
    const name = list.querySelector<HTMLElement>("[aria-selected=true]")?.dataset["name"];
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" && name !== undefined) take(name);
    else return;
    event.preventDefault();
  });
}

const nameParts = (text: string): readonly string[] => text.split(",").map((each) => each.trim());

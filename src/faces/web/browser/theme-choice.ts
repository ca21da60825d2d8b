/** Keeps the colours somebody chose, for every page. */
export function rememberTheme(): void {
  const radios = document.querySelectorAll<HTMLInputElement>('input[name="theme"]');
  const { theme } = document.documentElement.dataset;
  for (const radio of radios) {
    if (theme !== undefined) radio.checked = radio.value === theme;
    radio.addEventListener("change", () => {
      if (radio.value === "auto") {
        delete document.documentElement.dataset["theme"];
        localStorage.removeItem("theme");
      } else {
        document.documentElement.dataset["theme"] = radio.value;
        localStorage.setItem("theme", radio.value);
      }
    });
  }
}

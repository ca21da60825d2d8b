/** Runs before the page is drawn, so that the colours somebody chose do not flash. */
const chosen = localStorage.getItem("theme");
if (chosen === "light" || chosen === "dark") document.documentElement.dataset["theme"] = chosen;

/** What the frame of every page says. */
export const siteWords = {
  name: "Steelyard",
  claim:
    "Which language model to use, at what cost at your traffic, how sure that is and what would change it.",
  skip: "Skip to the answer",
  theme: "Colours",
  themes: [
    { id: "auto", label: "Auto" },
    { id: "light", label: "Light" },
    { id: "dark", label: "Dark" },
  ],
  pages: [
    { address: "/", label: "Compare" },
    { address: "/find", label: "Find" },
    { address: "/scan", label: "Scan" },
    { address: "/changes", label: "Changes" },
    { address: "/evidence", label: "Evidence" },
    { address: "/method", label: "Method" },
    { address: "/api", label: "API" },
  ],
} as const;

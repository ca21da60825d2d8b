import type { html } from "hono/html";

/** Markup whose every value is escaped. Promises never go in, so it is ready at once. */
export type Html = ReturnType<typeof html>;

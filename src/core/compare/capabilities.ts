/** Three values, never two. */
export type Capability3 = "yes" | "no" | "unknown";

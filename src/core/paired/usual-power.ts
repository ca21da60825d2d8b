import { usualTest } from "../stats/items-needed.ts";

/** Chance to see what is there, for all counts of prompts that are needed. */
export const usualPower = usualTest.power;

import type { Room } from "./scale.ts";

/** The narrowest drawing, on a phone, and how wide a figure of its text is. */
const narrowest = 190;
const signWidth = 6.5;
const gap = 8;

/** The width, in percent; ticks keep apart on a phone too. */
export const across: Room = {
  from: 0,
  to: 100,
  isApart: (a, b) =>
    (Math.abs(b.at - a.at) * narrowest) / 100 >=
    ((a.text.length + b.text.length) * signWidth) / 2 + gap,
};

/** A height in pixels, from its upper to its lower end, where low values are. */
export function down(top: number, bottom: number): Room {
  return { from: bottom, to: top, isApart: (a, b) => Math.abs(b.at - a.at) >= leastPitch };
}

const leastPitch = 28;

import * as timers from "node:timers/promises";

/**
 * Lets one question be reckoned at a time. Between two of them whatever else is ready is read and
 * sent, so that short requests do not wait for a row of long ones.
 */
export function oneByOne(): <V>(reckon: () => Promise<V>) => Promise<V> {
  let last: Promise<unknown> = Promise.resolve();
  return (reckon) => {
    const turn = last.then(() => timers.setImmediate()).then(reckon);
    last = turn.catch(() => undefined);
    return turn;
  };
}

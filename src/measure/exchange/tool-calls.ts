import type { ToolCall } from "../../core/runs/prompt.ts";

/** A tool call, or the next piece of one, as an endpoint sends it. */
export interface ToolCallPiece {
  readonly id?: string | null | undefined;
  readonly index?: number | null | undefined;
  readonly name?: string | null | undefined;
  /** JSON as text or, at some servers, as an object. */
  readonly arguments?: unknown;
}

interface Call {
  id: string;
  name: string;
  arguments: string;
}

/**
 * Puts tool calls together from pieces. Servers leave the index out, give all calls the same one,
 * send the id with the first piece only or not at all: a piece belongs to the call of its id, else of
 * its index, else to the one that is being written.
 */
export class ToolCalls {
  readonly #calls: Call[] = [];
  readonly #byId = new Map<string, Call>();
  readonly #byIndex = new Map<number, Call>();
  #current: Call | undefined;

  get count(): number {
    return this.#calls.length;
  }

  /** True when the piece said anything. */
  add(piece: ToolCallPiece): boolean {
    const known = this.#find(piece);
    const call = known ?? this.#begin();
    this.#current = call;
    if (piece.id) {
      call.id = piece.id;
      this.#byId.set(piece.id, call);
    }
    if (typeof piece.index === "number") this.#byIndex.set(piece.index, call);
    if (piece.name) call.name = piece.name;
    const more = textOf(piece.arguments);
    call.arguments += more;
    return known === undefined || more !== "";
  }

  /** A call that came whole, beside others that did. */
  addWhole(piece: ToolCallPiece): boolean {
    this.#byIndex.clear();
    this.#current = undefined;
    return this.add({ ...piece, index: null });
  }

  /** For formats in which a call without arguments sends none. */
  fillEmptyArguments(): void {
    for (const call of this.#calls) if (call.arguments === "") call.arguments = "{}";
  }

  all(): readonly ToolCall[] {
    return this.#calls.map((call) => ({ ...call }));
  }

  #begin(): Call {
    const call = { id: "", name: "", arguments: "" };
    this.#calls.push(call);
    return call;
  }

  #find({ id, index, name }: ToolCallPiece): Call | undefined {
    const ofId = id ? this.#byId.get(id) : undefined;
    if (ofId !== undefined) return ofId;
    const near = typeof index === "number" ? this.#byIndex.get(index) : this.#current;
    if (near === undefined) return undefined;
    const isOther = id ? near.id !== "" : name ? isNext(near, name) : false;
    return isOther ? undefined : near;
  }
}

/** A name that is sent again with each piece is the same call, until its arguments are whole. */
function isNext(near: Call, name: string): boolean {
  return near.name !== "" && (near.name !== name || isJson(near.arguments));
}

/** Longer arguments are not looked at again with each piece: that would take for ever. */
const longestChecked = 4096;

function isJson(text: string): boolean {
  if (text.length > longestChecked) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function textOf(given: unknown): string {
  if (given === undefined || given === null) return "";
  return typeof given === "string" ? given : JSON.stringify(given);
}

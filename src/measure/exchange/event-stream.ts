import { createParser } from "eventsource-parser";

/** Text is handed on in pieces: the parser looks for line ends over again in what it is given. */
const pieceLength = 4096;

export interface StreamEvent {
  /** Empty where the stream does not name it. */
  readonly name: string;
  readonly text: string;
}

/** Reads server-sent events. Comments, unknown fields and empty events are passed over. */
export class EventStream {
  readonly #parser: ReturnType<typeof createParser>;

  constructor(onEvent: (event: StreamEvent) => void) {
    this.#parser = createParser({
      onEvent: ({ event = "", data }) => {
        const text = data.trim();
        if (text !== "") onEvent({ name: event, text });
      },
    });
  }

  feed(text: string): void {
    for (let from = 0; from < text.length; from += pieceLength)
      this.#parser.feed(text.slice(from, from + pieceLength));
  }

  /** Some servers leave out the empty line after the last event. */
  end(): void {
    this.#parser.feed("\n\n");
  }
}

/** The streams and settings of a process, so that a test can be one too. */
export interface CliIo {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly env: Environment;
  readonly version: string;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The variables the command line listens to; secrets are read where they are used. */
export interface Environment {
  readonly FORCE_COLOR?: string | undefined;
  readonly NO_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
  /** `1`: a bug prints where it happened. */
  readonly STEELYARD_DEBUG?: string | undefined;
}

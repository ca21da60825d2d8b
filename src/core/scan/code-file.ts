/** A text file of a code base. The bytes are valid only while it is visited. */
export interface CodeFile {
  /** As one would open it from where the question was asked, with slashes. */
  readonly file: string;
  /** UTF-8. */
  readonly bytes: Uint8Array;
  readonly text: () => string;
}

/** What of a code base was not read, and how much of it. */
export interface LeftOutFiles {
  readonly binary: number;
  /** Lock files, minified code, source maps. */
  readonly generated: number;
  readonly links: number;
  readonly tooLarge: readonly string[];
  readonly unreadable: readonly string[];
}

/** Where a command writes: results to `out`, progress and refusals to `err`. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal on which a line may be written over. */
  readonly isTerminal: boolean;
}

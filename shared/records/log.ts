type Fields = Readonly<Record<string, unknown>>;

/** Where a function says what it does. Never given names, identity numbers, phones or cell contents. */
export interface Log {
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

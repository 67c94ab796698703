/** A whole answer; `body` is empty for HEAD, 303 and 304, and base64 where it is no text. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64?: true;
}

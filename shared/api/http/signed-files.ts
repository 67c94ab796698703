/** Files that are made for one answer and fetched within minutes: written and linked to. */
export interface SignedFiles {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** An address that gives the object to whoever holds it, for five minutes. */
  link(key: string, method: 'GET' | 'HEAD', disposition: string): Promise<string>;
}

/** Where files are put, for the page's instructions; absent where the page need not know. */
export interface InboxHint {
  readonly bucket: string;
  readonly endpoint: string | null;
}

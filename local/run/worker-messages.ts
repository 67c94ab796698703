/** What the main thread and a function's worker say to each other. */
export type ToWorker =
  | { readonly kind: 'handle'; readonly id: number; readonly event: unknown }
  | { readonly kind: 'sent'; readonly id: number; readonly error: string | null };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'handled'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string }
  | { readonly kind: 'send'; readonly id: number; readonly body: string }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly message: string;
      readonly fields: string;
    };

/** What a worker is started with. */
export interface WorkerStart {
  /** URL of the function's bundle. */
  readonly bundle: string;
  /** Hex of the token secret, for the one function that gets it. */
  readonly tokenSecret: string | null;
  /** Where files are put, for the page. */
  readonly inbox: { readonly bucket: string; readonly endpoint: string };
}

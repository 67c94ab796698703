declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** DynamoDB's protocol on LevelDB; without `path` in memory. */
  function dynalite(options: { path?: string; createTableMs?: number }): Server;
  export = dynalite;
}

/** Anju cannot start here; the message is the one sentence the user sees. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

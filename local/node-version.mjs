// The check every command of Anju begins with, before anything is loaded that an old Node cannot load.
// Plain JavaScript without imports, in the syntax of any Node that knows modules.

/** What to say to a Node that is too old, or `null`. The oldest that runs Anju stands in `engines` of package.json. */
export function nodeTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Anju needs Node 20.19 or newer; this is Node ${version}. Install it from nodejs.org and run the command again.`;
}

/** Ends the process with a sentence and the exit code given when its Node is too old. */
export function checkNode(exitCode) {
  const words = nodeTooOld(process.versions.node);
  if (words === null) return;
  console.error(words);
  process.exit(exitCode);
}

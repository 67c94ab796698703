import type { Console } from './console.ts';

const everyMilliseconds = 1000;

/** A line that says what is being done, and once it takes longer than a second, for how long. */
export function elapsedOn(console: Console, words: string): { readonly end: () => void } {
  const began = Date.now();
  let shown = false;
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1000);
    if (console.isTerminal) console.err(`\r\u001b[K${words} ${seconds} s`);
    else if (!shown) console.err(`${words}\n`);
    shown = true;
  }, everyMilliseconds);
  return {
    end: () => {
      clearInterval(timer);
      if (shown && console.isTerminal) console.err('\r\u001b[K');
    },
  };
}

/** Counts bytes on their way: a line that moves on a terminal, one every tenth part elsewhere. */
export function bytesOn(console: Console, words: string, total: number): (sent: number) => void {
  let tenth = 0;
  return (sent) => {
    const share = total === 0 ? 1 : Math.min(1, sent / total);
    const percent = `${Math.floor(share * 100)} %`;
    if (console.isTerminal) {
      console.err(`\r\u001b[K${words} ${percent}${share === 1 ? '\n' : ''}`);
    } else if (Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10);
      console.err(`${words} ${percent}\n`);
    }
  };
}

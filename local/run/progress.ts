/** What the first start shows while it loads the examples. */
export interface ProgressState {
  readonly stage: string;
  readonly files: number;
  readonly filesTotal: number;
  readonly rows: number;
  readonly rowsTotal: number;
}

/** Writes progress: one line that moves on a terminal, a line every tenth part elsewhere. */
export interface Progress {
  show(state: ProgressState): void;
  end(): void;
}

const barWidth = 24;
const tenths = 10;

/** The line of one state: bar, share, files, rows, stage. */
export function progressLine({ stage, files, filesTotal, rows, rowsTotal }: ProgressState): string {
  const share = shareOf({ stage, files, filesTotal, rows, rowsTotal });
  const filled = Math.round(share * barWidth);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  const number = (value: number) => value.toLocaleString('en-US');
  const counts = `${files}/${filesTotal} files  ${number(rows)}/${number(rowsTotal)} rows`;
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${counts}  ${stage}`;
}

/** How much is done: files and rows count alike, because most files are small and a few hold most rows. */
function shareOf({ files, filesTotal, rows, rowsTotal }: ProgressState): number {
  const part = (done: number, total: number) => (total === 0 ? 1 : Math.min(1, done / total));
  return filesTotal === 0 ? 0 : (part(files, filesTotal) + part(rows, rowsTotal)) / 2;
}

/** Progress on a stream. */
export function progressOn(out: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  let shown = '';
  let tenth = -1;
  return {
    show(state) {
      const line = progressLine(state);
      if (line === shown || state.filesTotal === 0) return;
      if (out.isTTY) out.write(`\r\u001b[K${line}`);
      else {
        const now = Math.floor(shareOf(state) * tenths);
        if (now === tenth) return;
        tenth = now;
        out.write(`${line}\n`);
      }
      shown = line;
    },
    end() {
      if (out.isTTY && shown !== '') out.write('\n');
    },
  };
}

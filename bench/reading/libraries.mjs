// The libraries that ours is measured against. Plain JavaScript: they are installed on demand into bench/ and
// have no types in the project.

/** exceljs, streaming rows, with shared texts and styles kept as its documentation shows. */
export async function exceljsStream(file) {
  const { default: exceljs } = await import('exceljs');
  const began = begin();
  const reader = new exceljs.stream.xlsx.WorkbookReader(file, {
    entries: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
  });
  let [rows, cells] = [0, 0];
  for await (const sheet of reader) {
    for await (const row of sheet) {
      rows++;
      row.eachCell(() => cells++);
    }
  }
  return { began, rows, cells };
}

/** SheetJS (@e965/xlsx), dense, the way that costs it least. */
export async function sheetjs(file) {
  const { read } = await import('@e965/xlsx');
  const { readFileSync } = await import('node:fs');
  const began = begin();
  const book = read(readFileSync(file), { dense: true, cellText: false, cellHTML: false });
  let [rows, cells] = [0, 0];
  for (const name of book.SheetNames) {
    for (const row of book.Sheets[name]['!data']) {
      if (row === undefined) continue;
      rows++;
      for (const cell of row) if (cell !== undefined && cell.v !== undefined) cells++;
    }
  }
  return { began, rows, cells };
}

const begin = () => ({ time: performance.now(), cpu: process.cpuUsage() });

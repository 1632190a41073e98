/*
 * The form in which spreadsheets put cells on the clipboard: tabs between cells, line ends between rows,
 * and quotes around a cell that holds either, or a quote.
 */

/** The rows and cells of a pasted text. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let place = 0;
  while (place < text.length) {
    const { cell, end } = text[place] === '"' ? quoted(text, place) : plain(text, place);
    row.push(cell);
    place = end;
    if (text[place] === '\t') {
      place++;
      if (place === text.length) row.push('');
      continue;
    }
    place += text.startsWith('\r\n', place) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length) rows.push(row);
  return rows;
}

function plain(text: string, start: number) {
  let end = start;
  while (end < text.length && !/[\t\r\n]/.test(text[end] ?? '')) end++;
  return { cell: text.slice(start, end), end };
}

/** A quoted cell; what only begins with a quote is taken as it is. */
function quoted(text: string, start: number) {
  let cell = '';
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] !== '"') {
      cell += text[place];
      continue;
    }
    if (text[place + 1] === '"') {
      cell += '"';
      place++;
      continue;
    }
    const next = text[place + 1];
    if (next === undefined || next === '\t' || next === '\n' || next === '\r') return { cell, end: place + 1 };
    break;
  }
  return plain(text, start);
}

/** Cells as a spreadsheet takes them; null becomes an empty cell. */
export function writeTsv(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => row.map(cellText).join('\t')).join('\n');
}

function cellText(cell: string | null): string {
  if (cell === null) return '';
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import { tokens } from '@/kit/sqlTokens';

/** A statement and where it stands in the text. */
export interface Statement {
  text: string;
  from: number;
  to: number;
}

/** The statements of a text: what is between semicolons that are not inside a string, a comment or a body. */
export function statementsOf(text: string): Statement[] {
  const found: Statement[] = [];
  let from = 0;
  let place = 0;
  for (const token of tokens(text)) {
    place += token.text.length;
    if (token.kind !== 'mark' || token.text !== ';') continue;
    add(found, text, from, place);
    from = place;
  }
  add(found, text, from, text.length);
  return found;
}

function add(found: Statement[], text: string, from: number, to: number) {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const trimmed = piece.trim();
  if (tokens(trimmed).some((token) => token.kind !== 'space' && token.kind !== 'comment' && token.text !== ';')) {
    found.push({ text: trimmed, from: start, to: start + trimmed.length });
  }
}

/** The statement at a place: the one around it, or the nearest before it. */
export function statementAt(text: string, place: number): Statement | null {
  const found = statementsOf(text);
  return found.find((one) => place >= one.from && place <= one.to) ?? found.findLast((one) => one.to <= place) ?? found[0] ?? null;
}

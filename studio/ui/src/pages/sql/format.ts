import { formatDialect, mysql, postgresql, sqlite, type DialectOptions } from 'sql-formatter';
import { tokens } from '@/kit/sqlTokens';

const dialects: Record<string, DialectOptions> = { postgresql, sqlite, mysql, mariadb: mysql };

/** The text with lines and indentation of the usual kind; throws when that would change more than blanks and the case of keywords. */
export function formatted(text: string, dialect: string): string {
  const shaped = formatDialect(text, { dialect: dialects[dialect.toLowerCase().split(/\W/)[0] ?? ''] ?? postgresql, keywordCase: 'upper', linesBetweenQueries: 2 });
  if (meaning(shaped) !== meaning(text)) throw new Error('formatting would change what it says');
  return shaped;
}

function meaning(text: string): string {
  return tokens(text)
    .filter((token) => token.kind !== 'space')
    .map((token) => (token.kind === 'word' || token.kind === 'name' && !token.text.startsWith('"') ? token.text.toLowerCase() : token.text.trim()))
    .join('');
}

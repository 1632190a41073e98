/*
 * What the database prints for arrays, vectors and bytes, read and written.
 * The forms are PostgreSQL's: https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 */

/** The items of a one-dimensional array as printed; null when it is not one. */
export function arrayItems(text: string): (string | null)[] | null {
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  if (text === '{}') return [];
  const items: (string | null)[] = [];
  let place = 1;
  for (;;) {
    const quoted = text[place] === '"';
    const item = quoted ? quotedItem(text, place) : plainItem(text, place);
    if (!item) return null;
    items.push(!quoted && item.text.toUpperCase() === 'NULL' ? null : item.text);
    place = item.end;
    if (text[place] === '}') return place === text.length - 1 ? items : null;
    if (text[place] !== ',') return null;
    place++;
  }
}

function quotedItem(text: string, start: number): { text: string; end: number } | null {
  let item = '';
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] === '"') return { text: item, end: place + 1 };
    if (text[place] === '\\') place++;
    item += text[place] ?? '';
  }
  return null;
}

function plainItem(text: string, start: number): { text: string; end: number } | null {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '}') {
    if (text[end] === '{') return null;
    end++;
  }
  return end > start ? { text: text.slice(start, end), end } : null;
}

/** An array as the database reads it. */
export function arrayText(items: readonly (string | null)[]): string {
  return `{${items.map(itemText).join(',')}}`;
}

function itemText(item: string | null): string {
  if (item === null) return 'NULL';
  const plain = item !== '' && item.toUpperCase() !== 'NULL' && !/[\s,{}"\\]/.test(item);
  return plain ? item : `"${item.replace(/["\\]/g, '\\$&')}"`;
}

/** The numbers of a vector; null when it is not one. */
export function vectorNumbers(text: string): number[] | null {
  if (!/^\[.*\]?$/s.test(text)) return null;
  const parts = text.replace(/^\[|\]$/g, '').split(',').filter((part) => part.trim() !== '');
  const numbers = parts.map(Number);
  return numbers.some(Number.isNaN) ? null : numbers;
}

/** The length of a vector in its space. */
export function norm(numbers: readonly number[]): number {
  return Math.sqrt(numbers.reduce((sum, one) => sum + one * one, 0));
}

/** The bytes that `\x6869` stands for; null when it is not hex. */
export function bytesOf(text: string): Uint8Array | null {
  const digits = text.startsWith('\\x') ? text.slice(2) : text;
  if (digits.length % 2 || /[^0-9a-f]/i.test(digits)) return null;
  return Uint8Array.from({ length: digits.length / 2 }, (_, place) => parseInt(digits.slice(place * 2, place * 2 + 2), 16));
}

/** Bytes as the database reads them. */
export function hexOf(bytes: Uint8Array): string {
  return '\\x' + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const magics: [type: string, prefix: number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
];

/** The type of picture that the bytes begin like; never SVG, which can hold scripts. */
export function imageType(bytes: Uint8Array): string | null {
  return magics.find(([, prefix]) => prefix.every((byte, place) => bytes[place] === byte))?.[0] ?? null;
}

import type { Column } from '@/api/schema';
import { familyOf } from '../family';
import { arrayItems, bytesOf, vectorNumbers } from '../literals';

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^[+-]?(NaN|Infinity)$/i;
const uuid = /^\{?[0-9a-f]{4}(-?[0-9a-f]{4}){7}\}?$/i;

/**
 * Why a text cannot be a value of the column, or null. Only what is certain is told; dates are left to
 * the database, which reads many more of them than anyone lists.
 */
export function complaint(column: Column, text: string): string | null {
  const family = familyOf(column);
  switch (family) {
    case 'number':
      return number.test(text.trim()) || column.type === 'money' ? null : `${column.type} takes a number.`;
    case 'uuid':
      return uuid.test(text.trim()) ? null : 'A uuid has 32 hexadecimal digits.';
    case 'json':
      return jsonComplaint(text);
    case 'array':
      return text.startsWith('[') || arrayItems(text) || text.includes('{{') || text.slice(1).includes('{') ? null : 'An array is written as {first,"second one",NULL}.';
    case 'vector':
      return vectorNumbers(text) ? null : 'A vector is written as [0.1,0.2].';
    case 'bytes':
      return bytesOf(text) ? null : 'Bytes are written in hexadecimal, as \\x6869.';
    case 'enum':
      return column.labels.includes(text) ? null : `${column.type} has no value “${text}”.`;
    default:
      return null;
  }
}

function jsonComplaint(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : 'This is not JSON.';
  }
}

import type { Relation, Schema } from '@/api/schema';

/** The relations whose name has all the words that were typed, by schema; parts of tables only when looked for. */
export function found(schema: Schema, typed: string): { name: string; relations: Relation[] }[] {
  const words = typed.toLowerCase().split(/[\s.]+/).filter(Boolean);
  return schema.schemas
    .map(({ name, relations }) => ({ name, relations: relations.filter((one) => matches(one, words)) }))
    .filter((one) => one.relations.length > 0);
}

function matches(relation: Relation, words: string[]): boolean {
  if (relation.partition && !words.length) return false;
  const whole = `${relation.schema}.${relation.name}`.toLowerCase();
  return words.every((word) => whole.includes(word));
}

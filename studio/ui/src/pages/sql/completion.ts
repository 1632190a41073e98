import type { Completion } from '@codemirror/autocomplete';
import { MySQL, PostgreSQL, sql, SQLite, type SQLDialect, type SQLNamespace } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import type { Relation, Schema } from '@/api/schema';

const dialects: Record<string, SQLDialect> = { postgresql: PostgreSQL, sqlite: SQLite, mysql: MySQL, mariadb: MySQL };

/** The language with the names of this database, so that they can be completed, also after an alias. */
export function sqlOf(dialect: string, schema: Schema | undefined): Extension {
  return sql({
    dialect: dialects[dialect.toLowerCase().split(/\W/)[0] ?? ''] ?? PostgreSQL,
    upperCaseKeywords: true,
    ...(schema ? { schema: namespaceOf(schema) } : {}),
    ...(schema?.schemas.some((one) => one.name === 'public') ? { defaultSchema: 'public' } : {}),
  });
}

function namespaceOf(schema: Schema): SQLNamespace {
  return Object.fromEntries(
    schema.schemas.map((one) => [one.name, Object.fromEntries(one.relations.map((relation) => [escaped(relation.name), tableOf(relation)]))]),
  );
}

/** The names of a namespace are split at dots, which a table's own name must not be. */
function escaped(name: string): string {
  return name.replace(/\\?\./g, '\\.');
}

function tableOf(relation: Relation): SQLNamespace {
  return { self: { label: relation.name, type: 'type', detail: relation.kind }, children: relation.columns.map((column): Completion => ({ label: column.name, type: 'property', detail: column.type })) };
}

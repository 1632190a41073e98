/** GET /api/events: server-sent events by name. */
export interface Events {
  /** The database was changed from here, by a statement or an import; what was read of its schema is old. */
  'database-changed': { env: string };
  'import-progress': { env: string; plan: string; done: number; total: number };
}

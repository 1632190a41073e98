/** `GET /api/meta`: what this studio is and which databases it may show. */
export interface Meta {
  version: string;
  project: string;
  /** The environment that is shown when the address names none. */
  current: string;
  environments: Environment[];
}

/** A database of the project's configuration. */
export interface Environment {
  name: string;
  label: string;
  dialect: string;
  protected: boolean;
  readOnly: boolean;
  readOnlyReason: string | null;
  color: string | null;
  /** Whether `POST /api/unlock {name}` with its own name makes it writable for a while. */
  canUnlock?: boolean;
  /** Whether reads have a login of their own that can do nothing else; without one, read-only rests on what a transaction forbids. */
  readOnlyLogin?: boolean;
  /** Why it cannot be used, such as a variable that is not set. */
  error?: { code: string; what: string; where: string; next: string };
  /** Until when it is writable, when it was unlocked. */
  unlockedUntil?: string;
}

/** What every call has in common, and what the page asks first. Sent with `?env=NAME`; what is not GET needs `X-Decant: 1` and a JSON body. */

export interface Failure {
  code: string;
  what: string;
  /** Empty when the place says nothing. */
  where: string;
  /** Empty when there is nothing to do. */
  next: string;
}

/** The body of every answer that is no success; `errors` stands there when there are several. */
export interface Failed {
  error: Failure;
  errors?: Failure[];
}

/** GET /api/meta; POST /api/unlock {name} and POST /api/lock {} answer with it too. */
export interface Meta {
  version: string;
  project: string;
  current: string;
  environments: EnvironmentInfo[];
}

export interface EnvironmentInfo {
  /** `default` is the database of `[database]`. */
  name: string;
  /** Where it is, without a password. */
  label: string;
  dialect: string;
  protected: boolean;
  readOnly: boolean;
  /** Empty when it is not read-only. */
  readOnlyReason: string;
  /** Whether POST /api/unlock with its name makes it writable for 15 minutes. */
  canUnlock: boolean;
  /** A moment as ISO text. */
  unlockedUntil?: string;
  color: 'neutral' | 'red';
  /** Whether reads go through a login of their own that may only read; without one a banner says so while the environment is read-only. */
  readOnlyLogin: boolean;
  /** Why it cannot be used, such as a variable that is not set. */
  error?: Failure;
}

export interface ObjectName {
  schema: string;
  name: string;
}

const grouped = new Intl.NumberFormat('en-US');
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** A number with its thousands kept apart. */
export const count = (number: number) => grouped.format(number);

/** A count with its noun: `1 change`, `3 changes`. */
export const counted = (number: number, noun: string, nouns = `${noun}s`) => `${count(number)} ${number === 1 ? noun : nouns}`;

/** A count that is only known roughly: `~9,400`, `~5M`. */
export const about = (number: number) => `~${number < 10_000 ? grouped.format(number) : compact.format(number)}`;

/** A size on the disk: `11.1 MB`. */
export function bytes(size: number): string {
  if (size < 1024) return `${size} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let rest = size / 1024;
  let unit = 0;
  while (rest >= 1000 && unit < units.length - 1) {
    rest /= 1024;
    unit++;
  }
  return `${rest < 10 ? rest.toFixed(1) : Math.round(rest)} ${units[unit]}`;
}

/** An estimate of rows: `~25 K rows`; nobody has counted a table that was never analyzed. */
export function estimatedRows(rows: number): string {
  if (rows < 0) return 'rows not counted yet';
  return `~${compact.format(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

/** A length of time: `38 ms`, `1.3 s`, `4 min 5 s`, `2 h 3 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

/** A moment in the reader's own time, and with its zone for whoever asks. */
export const at = (time: string) => moment.format(new Date(time));
export const exactly = (time: string) => exact.format(new Date(time));

/** How long ago that was, in one unit. */
export function ago(time: string): string {
  const minutes = Math.round((Date.now() - Date.parse(time)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 60 * 48) return `${Math.round(minutes / 60)} h ago`;
  return `${Math.round(minutes / 60 / 24)} days ago`;
}

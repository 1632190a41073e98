const whole = new Intl.NumberFormat('en-US');
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** A count with its thousands apart. */
export function counted(count: number): string {
  return whole.format(count);
}

/** A count that is only known roughly. */
export function about(count: number): string {
  return `~${count < 10_000 ? whole.format(count) : short.format(count)}`;
}

/** A size in the unit that reads best. */
export function sized(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

/** A word in the singular or the plural, with its count. */
export { counted as plural } from '@/pages/shared/formats';

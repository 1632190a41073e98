/** Numbers as a line: enough to see that two vectors are not alike. */
export function Sparkline({ numbers, width = 56, height = 16, className }: { numbers: readonly number[]; width?: number; height?: number; className?: string }) {
  const low = Math.min(...numbers);
  const span = Math.max(...numbers) - low || 1;
  const step = width / Math.max(1, numbers.length - 1);
  const points = numbers.map((number, place) => `${(place * step).toFixed(1)},${(height - 1 - ((number - low) / span) * (height - 2)).toFixed(1)}`);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={className} aria-hidden>
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinejoin="round" />
    </svg>
  );
}

import type { Point } from './layout';

const RADIUS = 6;

/** The way along these points as an SVG path, with rounded corners. */
export function path(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) {
    return '';
  }
  const parts = [`M${first.x},${first.y}`];
  rest.forEach((point, index) => {
    const before = points[index] ?? first;
    const after = rest[index + 1];
    if (!after) {
      parts.push(`L${point.x},${point.y}`);
      return;
    }
    const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
    const enter = towards(point, before, radius);
    const leave = towards(point, after, radius);
    parts.push(`L${enter.x},${enter.y}`, `Q${point.x},${point.y} ${leave.x},${leave.y}`);
  });
  return parts.join(' ');
}

/** A way between two points that leaves to the right and arrives from the left, for a table that was moved by hand. */
export function detour(from: Point, to: Point): Point[] {
  if (to.x - from.x > 24) {
    const middle = (from.x + to.x) / 2;
    return [from, { x: middle, y: from.y }, { x: middle, y: to.y }, to];
  }
  const aside = 24;
  const middle = (from.y + to.y) / 2;
  return [
    from,
    { x: from.x + aside, y: from.y },
    { x: from.x + aside, y: middle },
    { x: to.x - aside, y: middle },
    { x: to.x - aside, y: to.y },
    to,
  ];
}

function distance(a: Point, b: Point) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

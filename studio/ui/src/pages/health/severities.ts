import type { HealthFinding } from '@/api/health';
import type { Tone } from '@/kit';

/** How soon something should be mended, in words and in colour. */
export const severities: Record<HealthFinding['severity'], { label: string; tone: Tone }> = {
  high: { label: 'Soon', tone: 'danger' },
  medium: { label: 'When there is time', tone: 'staged' },
  low: { label: 'Can stay', tone: 'neutral' },
};

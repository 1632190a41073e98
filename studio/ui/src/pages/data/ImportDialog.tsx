import type { Relation } from '@/api/schema';
import { Dialog } from '@/kit';
export function ImportDialog({ relation, onClose }: { relation: Relation; onClose: () => void; onDone: () => void }) {
  return <Dialog open onClose={onClose} title={`Import into ${relation.name}`}>…</Dialog>;
}

import { useMemo } from 'react';
import { Dialog, KeyHint } from '@/kit';
import { useAllCommands } from './commands';

/** All keys that do something here, by group. */
export default function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const commands = useAllCommands();
  const groups = useMemo(() => Map.groupBy(commands.filter((one) => one.keys), (one) => one.group), [commands]);
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts" wide>
      <div className="columns-1 gap-8 sm:columns-2">
        {[...groups].map(([group, members]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-faint">{group}</h3>
            <dl>
              {members.map(({ id, title, keys }) => (
                <div key={id} className="flex h-7 items-center gap-4 border-b border-line last:border-0">
                  <dt className="flex-1 truncate">{title}</dt>
                  <dd>
                    <span className="sr-only">{keys}</span>
                    <KeyHint keys={keys ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

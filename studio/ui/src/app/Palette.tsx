import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Database, Eye, Search, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { KeyHint } from '@/kit';
import { useAllCommands } from './commands';
import { useStudio } from './environment';
import { useSchema } from './schema';
import { address, go, pathOf, setSearch } from './router';

const itemClass =
  'flex h-8 items-center gap-2.5 rounded-sm px-2 text-sm text-ink select-none data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-ink';
const groupClass = '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint';

/** Everything that can be opened or done, by typing a part of its name. */
export default function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [text, setText] = useState('');
  const commands = useAllCommands();
  const groups = useMemo(() => Map.groupBy(commands.filter((one) => !one.hidden), (one) => one.group), [commands]);

  function run(action: () => void) {
    onClose();
    setText('');
    action();
  }

  return (
    <Dialog.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-scrim" />
        <Dialog.Popup className="popup fixed top-[14vh] left-1/2 z-50 w-[min(40rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden">
          <Dialog.Title className="sr-only">Search tables and commands</Dialog.Title>
          <Command label="Search tables and commands" loop>
            <div className="flex h-11 items-center gap-2 border-b border-line px-3">
              <Search size={16} className="text-faint" aria-hidden />
              <Command.Input value={text} onValueChange={setText} autoFocus placeholder="Search tables, pages and commands" className="h-full flex-1 bg-transparent text-base outline-none" />
              <KeyHint keys="Escape" />
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] overflow-auto p-1">
              <Command.Empty className="p-6 text-center text-sm text-muted">Nothing is called that.</Command.Empty>
              {[...groups].map(([group, members]) => (
                <Command.Group key={group} heading={group} className={groupClass}>
                  {members.map(({ id, title, icon: Icon, keys, run: action }) => (
                    <Command.Item key={id} value={`${group} ${title}`} onSelect={() => run(action)} className={itemClass}>
                      {Icon && <Icon size={15} className="shrink-0 text-faint" aria-hidden />}
                      <span className="flex-1 truncate">{title}</span>
                      {keys && <KeyHint keys={keys} />}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
              <Environments run={run} />
              <Relations run={run} typed={text !== ''} />
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Environments({ run }: { run: (action: () => void) => void }) {
  const { meta, environment } = useStudio();
  const others = meta.environments.filter((one) => one.name !== environment.name);
  if (!others.length) return null;
  return (
    <Command.Group heading="Databases" className={groupClass}>
      {others.map((one) => (
        <Command.Item key={one.name} value={`database ${one.name} ${one.label}`} onSelect={() => run(() => setSearch({ env: one.name }))} className={itemClass}>
          <Database size={15} className="shrink-0 text-faint" aria-hidden />
          Switch to {one.name}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Relations({ run, typed }: { run: (action: () => void) => void; typed: boolean }) {
  const { data } = useSchema();
  const relations = data?.schemas.flatMap((schema) => schema.relations) ?? [];
  if (!relations.length) return null;
  return (
    <Command.Group heading="Tables and views" className={groupClass}>
      {(typed ? relations : relations.slice(0, 30)).map(({ schema, name, kind }) => {
        const Icon = kind.includes('view') ? Eye : Table2;
        return (
          <Command.Item key={`${schema}.${name}`} value={`${schema}.${name}`} onSelect={() => run(() => go(address(pathOf('data', schema, name))))} className={itemClass}>
            <Icon size={15} className="shrink-0 text-faint" aria-hidden />
            <span className="flex-1 truncate">
              <span className="text-faint">{schema}.</span>
              {name}
            </span>
          </Command.Item>
        );
      })}
    </Command.Group>
  );
}

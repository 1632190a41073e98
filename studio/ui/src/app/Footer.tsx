import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useLine } from '@/api/events';
import { useStudio } from './environment';

const Place = createContext<HTMLElement | null>(null);
export const FooterPlace = Place.Provider;

/** What a page tells in the footer: rows, time, the SQL that filled it. */
export function FooterContent({ children }: { children: ReactNode }) {
  const place = useContext(Place);
  return place && createPortal(children, place);
}

const dialectNames: Record<string, string> = { postgresql: 'PostgreSQL', sqlite: 'SQLite', mysql: 'MySQL', mariadb: 'MariaDB' };

/** The line under every page. */
export function Footer({ onPlace }: { onPlace: (place: HTMLElement | null) => void }) {
  const { meta, environment } = useStudio();
  const line = useLine();
  return (
    <footer className="flex h-7 shrink-0 items-center gap-3 border-t border-line bg-surface px-3 text-xs text-muted max-sm:has-[>div:empty]:hidden">
      <div ref={onPlace} className="flex min-w-0 flex-1 items-center gap-3" />
      {line === 'lost' ? (
        <span role="status" className="font-medium text-danger-ink">
          Connection lost, trying again
        </span>
      ) : (
        <span className="text-faint max-sm:hidden">{dialectNames[environment.dialect] ?? environment.dialect}</span>
      )}
      <span className="text-faint max-sm:hidden">Decant {/^\d/.test(meta.version) ? meta.version : ''}</span>
    </footer>
  );
}

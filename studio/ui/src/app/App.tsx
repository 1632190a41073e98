import { Compass, Keyboard, Moon, Search, Sun } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Button, EmptyState, ErrorState, Skeleton, SkeletonLines } from '@/kit';
import { Toasts } from '@/kit/Toast';
import { Boundary } from './Boundary';
import { useCommands, useKeyboard, type Command } from './commands';
import { StudioProvider, useEnvironment, useMetaQuery, useStudio } from './environment';
import { useFreshSchema } from './schema';
import { Footer, FooterPlace } from './Footer';
import { pages } from './pages';
import { Rail } from './Rail';
import { address, go, setSearch, usePlace, useSearch } from './router';
import { setTheme } from './theme';
import { TopBar } from './TopBar';

// Whoever opens the palette goes on typing at once: it is fetched when the page is at rest.
const loadPalette = () => import('./Palette');
const Palette = lazy(loadPalette);
const KeyList = lazy(() => import('./KeyList'));
const Banners = lazy(() => import('./Banners'));

/** The studio: asks what it is, then shows the frame with the page that the address names. */
export function App() {
  const meta = useMetaQuery();
  if (meta.error && !meta.data) return <ErrorState problem={meta.error} onRetry={() => void meta.refetch()} className="h-full" />;
  if (!meta.data) return <FrameSkeleton />;
  return (
    <StudioProvider meta={meta.data}>
      <Frame />
    </StudioProvider>
  );
}

function Frame() {
  const [opened, setOpened] = useState<'palette' | 'keys' | null>(null);
  const [footer, setFooter] = useState<HTMLElement | null>(null);
  const close = () => setOpened(null);
  useKeyboard();
  useFreshSchema();
  useFrameCommands(setOpened);
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 800);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="flex h-full flex-col">
      <a href="#page" className="sr-only rounded-md bg-accent-solid px-3 py-1 text-on-accent focus:not-sr-only focus:fixed focus:top-1 focus:left-1 focus:z-60">
        Skip to the page
      </a>
      <TopBar onPalette={() => setOpened('palette')} onKeys={() => setOpened('keys')} />
      <Suspense>
        <Banners />
      </Suspense>
      <div className="flex min-h-0 flex-1 max-sm:flex-col">
        <Rail />
        <main id="page" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          <FooterPlace value={footer}>
            <CurrentPage />
          </FooterPlace>
        </main>
      </div>
      <Footer onPlace={setFooter} />
      <Suspense>
        {opened === 'palette' && <Palette open onClose={close} />}
        {opened === 'keys' && <KeyList open onClose={close} />}
      </Suspense>
      <Toasts />
    </div>
  );
}

function CurrentPage() {
  const { segments } = usePlace();
  const { meta } = useStudio();
  const environment = useEnvironment();
  const [named] = useSearch('env');
  const [id = 'overview', ...rest] = segments;
  const entry = pages.find((page) => page.id === id);

  useEffect(() => {
    document.title = `${entry?.label ?? 'Not found'} · ${meta.project} · Decant Studio`;
  }, [entry, meta]);
  useEffect(() => {
    if (!segments.length) go(address('/overview'), { replace: true });
  }, [segments]);

  if (named && named !== environment.name) {
    return (
      <EmptyState icon={Compass} title={`There is no environment “${named}”`} actions={<Button onClick={() => setSearch({ env: null })}>Go to {environment.name}</Button>}>
        The configuration has {meta.environments.map(({ name }) => name).join(', ')}.
      </EmptyState>
    );
  }
  if (!entry) {
    return (
      <EmptyState icon={Compass} title="There is no such page">
        The address names the page “{id}”, which the studio does not have.
      </EmptyState>
    );
  }
  return (
    <Boundary key={`${environment.name} ${id}`}>
      <Suspense fallback={<SkeletonLines className="p-6" />}>
        <entry.page rest={rest} />
      </Suspense>
    </Boundary>
  );
}

function useFrameCommands(open: (what: 'palette' | 'keys') => void) {
  const commands = useMemo(
    (): Command[] => [
      ...pages.map(({ id, label, icon, key }): Command => ({ id: `go-${id}`, title: `Go to ${label}`, group: 'Pages', icon, keys: `g ${key}`, run: () => go(address(`/${id}`)) })),
      { id: 'palette', title: 'Search tables and commands', group: 'Everywhere', icon: Search, keys: 'Mod+K', run: () => open('palette'), hidden: true },
      { id: 'keys', title: 'Keyboard shortcuts', group: 'Everywhere', icon: Keyboard, keys: '?', run: () => open('keys') },
      { id: 'light', title: 'Light theme', group: 'Everywhere', icon: Sun, run: () => setTheme('light') },
      { id: 'dark', title: 'Dark theme', group: 'Everywhere', icon: Moon, run: () => setTheme('dark') },
    ],
    [open],
  );
  useCommands(commands);
}

function FrameSkeleton() {
  return (
    <div className="flex h-full flex-col" role="status" aria-label="Loading the studio">
      <div className="flex h-11 items-center gap-3 border-b border-line bg-surface px-4">
        <Skeleton className="h-5 w-40" />
      </div>
      <div className="flex flex-1">
        <div className="flex w-[76px] flex-col items-center gap-4 border-r border-line bg-surface p-3 max-sm:hidden">
          {pages.map((page) => (
            <Skeleton key={page.id} className="size-9" />
          ))}
        </div>
        <SkeletonLines className="flex-1 p-6" lines={8} />
      </div>
    </div>
  );
}

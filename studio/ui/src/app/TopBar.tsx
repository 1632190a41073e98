import { ChevronsUpDown, Keyboard, Monitor, Moon, Search, Sun } from 'lucide-react';
import { IconButton, KeyHint, Menu, type MenuEntry } from '@/kit';
import { colourOf } from './colours';
import { useStudio } from './environment';
import { ReadOnlyLock } from './ReadOnlyLock';
import { setSearch } from './router';
import { setTheme, useTheme, type Theme } from './theme';

/** The bar over every page: which database this is, whether it may be changed, and the palette. */
export function TopBar({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  const { meta, environment } = useStudio();
  return (
    <header
      className="flex h-11 shrink-0 items-center gap-2 border-t-2 border-b border-b-line bg-surface px-2 sm:px-3"
      style={{ borderTopColor: colourOf(environment) }}
    >
      <Mark />
      <span className="max-w-48 truncate text-sm font-semibold max-md:hidden">{meta.project}</span>
      <span className="text-faint max-md:hidden" aria-hidden>
        /
      </span>
      <EnvironmentSwitch />
      <ReadOnlyLock />
      <div className="flex-1" />
      <button
        type="button"
        onClick={onPalette}
        className="flex h-7 items-center gap-2 rounded-md border border-line-strong bg-canvas px-2 text-sm text-faint hover:border-faint sm:w-64"
      >
        <Search size={14} aria-hidden />
        <span className="flex-1 text-left max-sm:sr-only">Search or run</span>
        <KeyHint keys="Mod+K" className="max-sm:hidden" />
      </button>
      <IconButton icon={Keyboard} label="Keyboard shortcuts" keys="?" onClick={onKeys} className="max-sm:hidden" />
      <ThemeMenu />
    </header>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 20 20" className="ml-1 size-5 shrink-0 text-accent" role="img" aria-label="Decant">
      <path d="M6 2h5v4.2l4.3 7.3A3 3 0 0 1 12.700 18H4.300a3 3 0 0 1-2.600-4.500L6 6.200z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
      <path d="M4 12.500h9.300l1 1.700a1.800 1.800 0 0 1-1.600 2.700H4.300a1.800 1.800 0 0 1-1.600-2.700z" fill="currentColor" />
    </svg>
  );
}

function EnvironmentSwitch() {
  const { meta, environment } = useStudio();
  const entries: MenuEntry[] = [
    { kind: 'title', label: 'Databases of this project' },
    ...meta.environments.map(
      (one): MenuEntry => ({
        label: (
          <span className="flex items-center gap-2">
            <Dot colour={colourOf(one)} />
            {one.name}
          </span>
        ),
        hint: one.error ? 'cannot be used' : one.label.replace(/^\w+:\/\//, ''),
        onSelect: () => setSearch({ env: one.name }),
      }),
    ),
  ];
  return (
    <Menu
      label="Database"
      entries={entries}
      trigger={
        <button
          type="button"
          aria-label={`Database: ${environment.name}`}
          title={environment.label}
          className="flex h-7 min-w-0 items-center gap-2 rounded-md border border-transparent px-2 text-sm font-medium hover:bg-hover aria-expanded:bg-hover"
        >
          <Dot colour={colourOf(environment)} />
          <span className="max-w-40 truncate">{environment.name}</span>
          <ChevronsUpDown size={14} className="shrink-0 text-faint" aria-hidden />
        </button>
      }
    />
  );
}

function Dot({ colour }: { colour: string }) {
  return <span className="size-2 shrink-0 rounded-full" style={{ background: colour }} aria-hidden />;
}

const themes: Record<Theme, { label: string; icon: typeof Sun }> = {
  system: { label: 'As the system', icon: Monitor },
  light: { label: 'Light', icon: Sun },
  dark: { label: 'Dark', icon: Moon },
};

function ThemeMenu() {
  const theme = useTheme();
  return (
    <Menu
      label="Theme"
      align="end"
      trigger={<IconButton icon={themes[theme].icon} label={`Theme: ${themes[theme].label}`} />}
      entries={(Object.keys(themes) as Theme[]).map((one) => ({ label: themes[one].label, icon: themes[one].icon, onSelect: () => setTheme(one) }))}
    />
  );
}

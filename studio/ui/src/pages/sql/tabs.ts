import { useSyncExternalStore } from 'react';

/** A text of the SQL page. */
export interface Tab {
  id: string;
  text: string;
  /** The name of the saved query that it is. */
  name?: string;
}

/** The tabs of one environment. */
export interface Tabs {
  tabs: readonly Tab[];
  active: string;
}

const key = 'decant-sql-tabs';
const most = 20;
const longest = 200_000;
const listeners = new Set<() => void>();
let shelf: Record<string, Tabs> = stored();
let last = 0;

/** What was there when the page was left; whatever does not read as tabs is none. */
function stored(): Record<string, Tabs> {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, Tabs>;
    return Object.fromEntries(Object.entries(found).filter(([, one]) => isTabs(one)));
  } catch {
    return {};
  }
}

function isTabs(found: Partial<Tabs> | null): boolean {
  return Array.isArray(found?.tabs) && found.tabs.length > 0 && found.tabs.every((tab) => typeof tab?.id === 'string' && typeof tab.text === 'string') && found.tabs.some((tab) => tab.id === found.active);
}

function become(environment: string, next: Tabs) {
  shelf = { ...shelf, [environment]: next };
  try {
    localStorage.setItem(key, JSON.stringify(shelf));
  } catch {
    // Full or forbidden: the tabs hold until the page is closed.
  }
  for (const listener of listeners) listener();
}

function fresh(text: string, name?: string): Tab {
  return { id: `${Date.now().toString(36)}-${++last}`, text, ...(name ? { name } : {}) };
}

function of(environment: string): Tabs {
  const known = shelf[environment];
  if (known) return known;
  const tab = fresh('');
  shelf = { ...shelf, [environment]: { tabs: [tab], active: tab.id } };
  return shelf[environment] as Tabs;
}

/** The tabs of an environment; there is always one. */
export function useTabs(environment: string): Tabs {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => of(environment),
  );
}

/** Shows a tab with a text: the one that has it already, else the one that is empty, else a new one. */
export function openTab(environment: string, text: string, name?: string) {
  const now = of(environment);
  const known = now.tabs.find((tab) => tab.text === text && text !== '' && (!name || tab.name === name));
  if (known) return become(environment, { ...now, active: known.id });
  const tab = fresh(text, name);
  const kept = text === '' ? now.tabs : now.tabs.filter((one) => one.text.trim() !== '');
  become(environment, { tabs: [...kept, tab].slice(-most), active: tab.id });
}

export function showTab(environment: string, id: string) {
  become(environment, { ...of(environment), active: id });
}

/** Shows the tab that many places further; round the end to the beginning. */
export function stepTab(environment: string, by: number) {
  const { tabs, active } = of(environment);
  const place = tabs.findIndex((tab) => tab.id === active);
  showTab(environment, (tabs.at((place + by + tabs.length) % tabs.length) ?? tabs[0])?.id ?? active);
}

/** Closes a tab; its neighbour is shown, or an empty one when it was the last. */
export function closeTab(environment: string, id: string) {
  const { tabs, active } = of(environment);
  const place = tabs.findIndex((tab) => tab.id === id);
  const left = tabs.filter((tab) => tab.id !== id);
  const rest = left.length ? left : [fresh('')];
  const next = active === id ? (rest[Math.min(place, rest.length - 1)] as Tab).id : active;
  become(environment, { tabs: rest, active: next });
}

function change(environment: string, id: string, how: (tab: Tab) => Tab) {
  const now = of(environment);
  become(environment, { ...now, tabs: now.tabs.map((tab) => (tab.id === id ? how(tab) : tab)) });
}

export function writeTab(environment: string, id: string, text: string) {
  change(environment, id, (tab) => ({ ...tab, text: text.slice(0, longest) }));
}

export function nameTab(environment: string, id: string, name: string) {
  change(environment, id, (tab) => ({ ...tab, name }));
}

/** What a tab is called: its name, else the first words of its text. */
export function titleOf(tab: Tab): string {
  const words = tab.text.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim();
  return tab.name ?? (words ? words.slice(0, 28) + (words.length > 28 ? '…' : '') : 'New query');
}

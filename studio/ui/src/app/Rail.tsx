import { classes } from '@/kit';
import { useBadges } from './badges';
import { pages } from './pages';
import { address, Link, usePlace } from './router';

/** The way between the pages: at the left, or at the bottom of a phone. */
export function Rail() {
  const { segments } = usePlace();
  const badges = useBadges();
  return (
    <nav
      aria-label="Pages"
      className="flex shrink-0 border-line bg-surface max-sm:order-last max-sm:border-t sm:w-[76px] sm:flex-col sm:gap-1 sm:border-r sm:p-1.5"
    >
      {pages.map(({ id, label, icon: Icon }) => {
        const current = segments[0] === id;
        return (
          <Link
            key={id}
            to={address(`/${id}`)}
            aria-current={current ? 'page' : undefined}
            className={classes(
              'relative flex flex-1 flex-col items-center justify-center gap-1 rounded-md py-2 text-xs max-sm:py-2.5 sm:flex-none',
              current ? 'bg-accent-soft font-medium text-accent-ink' : 'text-muted hover:bg-hover hover:text-ink',
            )}
          >
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            <span className="max-sm:sr-only">{label}</span>
            {badges[id] ? (
              <span className="absolute top-1 right-2 min-w-4 rounded-full bg-staged-soft px-1 text-center text-xs leading-4 font-medium text-staged-ink tabular">
                {badges[id] > 999 ? '999+' : badges[id]}
              </span>
            ) : null}
          </Link>
        );
      })}
    </nav>
  );
}

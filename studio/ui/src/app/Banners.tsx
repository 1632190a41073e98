import { ChevronRight, TriangleAlert } from 'lucide-react';
import { useBanners } from '@/api/banners';
import { classes } from '@/kit';
import { address, Link, usePlace } from './router';

/** One line under the bar: what concerns every page, the most serious first. */
export default function Banners() {
  const banners = useBanners();
  const { segments } = usePlace();
  const [first] = banners;
  if (!first) return null;
  return (
    <aside
      aria-label="Notices"
      className={classes('flex min-h-7 shrink-0 items-start gap-3 border-b px-3 py-1.5 text-xs', first.tone === 'danger' ? 'border-danger/30 bg-danger-soft text-danger-ink' : 'border-staged/35 bg-staged-soft text-staged-ink')}
    >
      <TriangleAlert size={13} className="mt-0.5 shrink-0" aria-hidden />
      <span className="flex min-w-0 flex-wrap gap-x-4 gap-y-0.5">
      {banners.map((banner) =>
        segments[0] === banner.page ? (
          <span key={banner.id}>{banner.text}</span>
        ) : (
          <Link key={banner.id} to={address(`/${banner.page}`)} className="inline-flex items-center gap-0.5 hover:underline">
            {banner.text}
            <ChevronRight size={12} aria-hidden />
          </Link>
        ),
      )}
      </span>
    </aside>
  );
}

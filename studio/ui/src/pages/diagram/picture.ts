import { save, toPng } from './exportFile';
import { toSvg, type Palette } from './exportSvg';
import type { Detail } from './card';
import type { Layout } from './layout';
import type { Graph } from './tables';

/** Saves what is drawn, in the colours that it is seen in. */
export async function savePicture(
  kind: 'svg' | 'png',
  name: string,
  graph: Graph,
  arranged: Pick<Layout, 'tables' | 'groups' | 'routes'>,
  detail: Detail,
): Promise<void> {
  const svg = toSvg(graph, arranged.tables, arranged.groups, arranged.routes, detail, palette());
  save(`${name}.${kind}`, kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await toPng(svg));
}

/** The colours of the page's theme, as a picture can hold them. */
function palette(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (token: string) => {
    probe.style.color = `var(--color-${token})`;
    return getComputedStyle(probe).color;
  };
  const found = {
    background: colour('canvas'),
    surface: colour('surface'),
    raised: colour('sunken'),
    line: colour('line'),
    strong: colour('line-strong'),
    text: colour('ink'),
    muted: colour('faint'),
  };
  probe.remove();
  return found;
}

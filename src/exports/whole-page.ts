import type { ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { chartOf } from '../charts/charts.ts';
import { markPath } from '../charts/marks.ts';
import { VOICE_SHAPES } from '../charts/voice-marks.ts';
import { entryIn, openingOf } from '../guide/entries.ts';
import type { Entry, Guide } from '../guide/types.ts';
import { href, link } from '../lib/urls.ts';
import { VOICES } from '../lib/voices.ts';
import { blocksHtml, markup, type Setting } from './edition/html.ts';
import { wholeOf } from './edition/whole.ts';

/** Where the guide stands on one page. */
export const WHOLE_PATH = '/all/';

/** How large a sign is drawn, and the box around it. */
const SIZE = 12;
const BOX = '-6.5 -6.5 13 13';

const written = new WeakMap<Guide, string>();

/** The whole guide as the HTML of one page: contents, then each part as a section; links lead within the page where it holds what they name. */
export function wholeHtml(guide: Guide): string {
  const html = written.get(guide) ?? write(guide);
  written.set(guide, html);
  return html;
}

/** The signs of the voices, of which each place shows one. */
const signs = (): ElementContent =>
  s(
    'svg',
    { className: 'hidden', ariaHidden: 'true' },
    s(
      'defs',
      VOICES.map((voice) =>
        s('path', { id: `sign-${voice}`, d: markPath(VOICE_SHAPES[voice], SIZE), fill: 'currentColor', fillRule: 'evenodd' }),
      ),
    ),
  );

function write(guide: Guide): string {
  const { about } = guide;
  const whole = wholeOf(guide);
  const settingOf = (entry: Entry, depth: number): Setting => ({
    depth,
    scrolls: true,
    idFor: (fragment) => whole.idIn(entry, fragment),
    addressFor: (target) => {
      if ('href' in target) return target.href;
      if ('file' in target) return href(target.file);
      const id = whole.placeOf(target);
      return id ? `#${id}` : link(target.to, target.fragment);
    },
    // the page of its own is the place to link to and to quote
    shownFor: (target) => ('to' in target ? { href: link(target.to, target.fragment), text: link(target.to, target.fragment) } : undefined),
    // drawn once, then pointed to
    sign: (voice) => [s('svg', { className: ['sign', voice], viewBox: BOX, ariaHidden: 'true' }, s('use', { href: `#sign-${voice}` }))],
    picture: (id) => {
      const figure = entryIn(guide, 'figures', id);
      const { chart, drawing } = chartOf(guide, figure);
      const { width, height } = drawing(chart.wide);
      const { voice, text } = openingOf(figure);
      return { src: href(`/figures/${id}.svg`), alt: `${about.voices[voice].label}: ${text}`, width, height, loading: 'lazy' };
    },
  });
  const nodes: ElementContent[] = [
    signs(),
    h('nav', { className: 'parts', ariaLabel: 'All parts' }, [
      h(
        'ol',
        whole.chapters.map(({ title, id, entries }) =>
          h('li', [
            h('a', { href: `#${id}` }, title),
            ...(entries.length > 1
              ? [
                  h('details', [
                    h('summary', `${entries.length} parts`),
                    h(
                      'ul',
                      entries.map((one) => h('li', h('a', { href: `#${one.id}` }, one.title))),
                    ),
                  ]),
                ]
              : []),
          ]),
        ),
      ),
    ]),
    ...whole.chapters.flatMap(({ title, id, entries }) => [
      h('h2', { id }, title),
      ...entries.map((one) => {
        // a chapter of one part of its name has that name as its heading already
        const [first, ...rest] = one.blocks;
        const named = entries.length === 1 && one.title === title && first?.type === 'heading';
        return h(
          'section',
          { id: one.id, ariaLabel: one.title },
          blocksHtml(named ? rest : one.blocks, settingOf(one.entry, named ? 1 : 2)),
        );
      }),
    ]),
  ];
  return markup(nodes);
}

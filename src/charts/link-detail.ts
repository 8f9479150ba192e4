import { titleOf } from '../guide/labels.ts';
import { isJudged } from '../guide/links.ts';
import type { Guide, Link, Source } from '../guide/types.ts';
import { addressOf } from '../lib/urls.ts';
import type { Detail } from './chart.ts';

/**
 * What opens for a link in any figure: what became of it and whose that is, why, what speaks against it, its sources.
 *
 * @param id of the link, without its kind
 */
export function linkDetail(guide: Guide, id: string): Detail {
  const link = guide.entries.get(`links/${id}`) as Link;
  const { voices, links } = guide.about;
  const { data } = link;
  const judged = isJudged(link) ? link.data : undefined;
  return {
    title: titleOf(link),
    to: judged && addressOf(link.ref),
    mark: links.states[data.state].label + ('voice' in data ? `, ${voices[data.voice].label.toLowerCase()}` : ''),
    says: [
      { label: 'Why', text: data.reason },
      ...(judged
        ? [
            { label: 'Against', text: judged.against },
            { label: 'What would change our mind', text: judged['would-change-our-mind'] },
          ]
        : []),
    ],
    sources: (judged?.sources ?? []).map(({ source, stance }) => ({
      text: `${(guide.entries.get(`sources/${source}`) as Source).data.short} (${stance})`,
      to: addressOf(`sources/${source}`),
    })),
  };
}

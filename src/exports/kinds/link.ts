import { isJudged } from '../../guide/links.ts';
import { linkBlocks } from '../edition/link.ts';
import type { Exported } from './exported.ts';

/** A link answers less than the two findings it joins. */
const LINK = 0.5;

/** A pair has a part of its own in `guide.json`: it is no entry there. */
export const link: Exported<'links', never> = {
  name: ({ about }, { data }, base) => ({
    ...base,
    ...(data.state !== 'linked' && { label: about.links.states[data.state].label }),
    also: [],
    questions: [],
    summary: data.reason,
    ...(data.state !== 'not-assessed' && { voice: data.voice }),
    worth: LINK,
  }),
  blocks: (write, entry) => (isJudged(entry) ? linkBlocks(write, entry) : []),
  line: ({ about }, { data }) => {
    const { label } = about.links.states[data.state];
    return data.state === 'not-assessed'
      ? `${label}: ${data.reason}`
      : `${label}; ${about.voices[data.voice].label.toLowerCase()}: ${data.reason}`;
  },
};

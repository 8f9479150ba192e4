import { slug } from '../lib/text.ts';
import { doiAddress, passage } from '../lib/urls.ts';
import type { Sentence } from '../schemas/source.ts';
import type { Guide, Source } from './types.ts';

/** The official address of a source: PubMed, then DOI, then PubMed Central, then its page. */
export function officialAddress({ data }: Source): { name: string; url: string } | undefined {
  if (data.pmid) return { name: 'PubMed', url: `https://pubmed.ncbi.nlm.nih.gov/${data.pmid}/` };
  if (data.doi) return { name: 'DOI', url: doiAddress(data.doi) };
  if (data.pmcid) return { name: 'PubMed Central', url: `https://pmc.ncbi.nlm.nih.gov/articles/${data.pmcid}/` };
  return data.url ? { name: 'its page', url: data.url } : undefined;
}

/** The link to one sentence in the study's abstract, at the official address. */
export const passageOf = (study: Source, sentence: Sentence): string =>
  passage(officialAddress(study)?.url ?? '', sentence.start, sentence.end);

/** The fragment of what stands on one side of a figure: `gaps/timetables` outside is `timetables-outside`. */
export const sideId = (on: string, side: 'outside' | 'inside'): string => `${on.split('/').at(-1)}-${side}`;

/** An event of a calendar as a word: "The budget closes" in 1-06 is `the-budget-closes-1-06`. */
export const eventId = ({ label, from }: { label: string; from: string }): string => `${slug(label)}-${from}`;

/** A reference as a word in an address: `gaps/timetables` is `gaps-timetables`. */
export const token = (ref: string): string => ref.replace('/', '-');

/** Renamed entries by the words that an address had for them: old token -> present token. */
export const movedTokens = ({ moved }: Pick<Guide, 'moved'>): Record<string, string> =>
  Object.fromEntries([...moved].map(([old, now]) => [token(old), token(now)]));

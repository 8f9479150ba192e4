import type { EntryOf } from './types.ts';

/** What is known of the state of a way of paying, and of when; the date once, where the words hold it already. */
export const statusWords = ({ data }: Pick<EntryOf<'mechanisms'>, 'data'>): string =>
  data.status.toLowerCase().includes(data['as-of'].toLowerCase()) ? data.status : `${data.status} (${data['as-of']})`;

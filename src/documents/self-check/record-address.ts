import type { CheckGuide } from './check-guide.ts';

/**
 * The address of a decision record that begins with what nobody finds in place: what the record starts from as `from`, what
 * may respond to it as `to`.
 *
 * @param record the address of the record's page
 * @param missing tokens of findings
 */
export function recordAddress(
  { starts, responses }: Pick<CheckGuide, 'starts' | 'responses'>,
  record: string,
  missing: readonly string[],
): string {
  const params = new URLSearchParams();
  for (const token of missing) if (token.startsWith(starts)) params.append('from', token);
  for (const token of missing) if (responses.some((kind) => token.startsWith(kind))) params.append('to', token);
  const query = params.toString();
  return query ? `${record}?${query}` : record;
}

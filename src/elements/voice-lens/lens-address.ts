const [NAME, VALUE] = ['voice', 'paper'];

/**
 * True where an address asks for the lens.
 *
 * @param fragment the one that switches it on without scripts, with its #
 */
export const asksForLens = ({ searchParams, hash }: URL, fragment: string): boolean =>
  searchParams.get(NAME) === VALUE || hash === fragment;

/**
 * An address with the lens or without; what else it holds stays as it is, but for the fragment that switches the lens on.
 *
 * @returns path, query and fragment
 */
export function withLens(address: URL, on: boolean, fragment: string): string {
  const { pathname, searchParams, hash } = address;
  const params = new URLSearchParams(searchParams);
  if (on) params.set(NAME, VALUE);
  else if (params.get(NAME) === VALUE) params.delete(NAME);
  const query = params.toString();
  return `${pathname}${query && `?${query}`}${hash === fragment ? '' : hash}`;
}

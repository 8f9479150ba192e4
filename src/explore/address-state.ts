/** Names that an address may hold, each with the values it may have. */
export type Allowed = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The state that an address asks for. A value that is not allowed counts as none; of a name that stands twice the first
 * one counts. Never throws, whatever the address holds.
 *
 * @param search the part of an address from ? on
 * @returns the state by name, and the names whose values were refused
 */
export function readState(search: string, allowed: Allowed): { state: Map<string, string>; refused: string[] } {
  const state = new Map<string, string>();
  const refused: string[] = [];
  const params = new URLSearchParams(search);
  for (const [name, values] of allowed) {
    const value = params.get(name);
    if (value === null || value === '') continue;
    if (values.has(value)) state.set(name, value);
    else refused.push(name);
  }
  return { state, refused };
}

/**
 * An address with another state. What is not ours in it stays as it is.
 *
 * @param search the part of the present address from ? on
 * @returns the new part, empty or from ? on
 */
export function writeState(search: string, state: ReadonlyMap<string, string>, allowed: Allowed): string {
  const params = new URLSearchParams(search);
  for (const name of allowed.keys()) params.delete(name);
  for (const name of allowed.keys()) {
    const value = state.get(name);
    if (value) params.append(name, value);
  }
  const text = params.toString();
  return text && `?${text}`;
}

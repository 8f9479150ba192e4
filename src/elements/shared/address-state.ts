/** Names that an address may hold, each with the values it may have. */
export type Allowed = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The values that an address asks for, each once and in its order. A value that is not allowed counts as none. Never
 * throws, whatever the address holds.
 *
 * @param search the part of an address from ? on
 * @returns the values by name, and the names of which a value was refused
 */
export function readValues(search: string, allowed: Allowed): { values: Map<string, string[]>; refused: string[] } {
  const values = new Map<string, string[]>();
  const refused: string[] = [];
  const params = new URLSearchParams(search);
  for (const [name, known] of allowed) {
    const asked = [...new Set(params.getAll(name))].filter(Boolean);
    const good = asked.filter((value) => known.has(value));
    if (good.length > 0) values.set(name, good);
    if (good.length < asked.length) refused.push(name);
  }
  return { values, refused };
}

/**
 * An address with other values. What is not ours in it stays as it is.
 *
 * @param search the part of the present address from ? on
 * @returns the new part, empty or from ? on
 */
export function writeValues(search: string, values: ReadonlyMap<string, readonly string[]>, allowed: Allowed): string {
  const params = new URLSearchParams(search);
  for (const name of allowed.keys()) params.delete(name);
  for (const name of allowed.keys()) for (const value of values.get(name) ?? []) params.append(name, value);
  const text = params.toString();
  return text && `?${text}`;
}

/**
 * The state that an address asks for, where each name has one value at most: of a name that stands twice the first one
 * counts.
 *
 * @param search the part of an address from ? on
 * @returns the state by name, and the names whose values were refused
 */
export function readState(search: string, allowed: Allowed): { state: Map<string, string>; refused: string[] } {
  const params = new URLSearchParams(search);
  const firsts = new URLSearchParams([...allowed.keys()].flatMap((name) => [[name, params.get(name) ?? '']]));
  const { values, refused } = readValues(firsts.toString(), allowed);
  return { state: new Map([...values].map(([name, [value]]) => [name, value as string])), refused };
}

/** An address with another state, each name with one value at most (see `writeValues`). */
export const writeState = (search: string, state: ReadonlyMap<string, string>, allowed: Allowed): string =>
  writeValues(search, new Map([...state].map(([name, value]) => [name, value ? [value] : []])), allowed);

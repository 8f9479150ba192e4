import { PlainError } from './plain-error.ts';

/**
 * Whether this build offers to keep the guide on a reader's device.
 *
 * @param env `OFFLINE`: `no` takes it back, from readers too who keep a copy; left out, or `yes`, it is offered
 * @throws PlainError for any other value
 */
export function copiesOffered({ OFFLINE }: Readonly<Record<string, string | undefined>>): boolean {
  if (!OFFLINE || OFFLINE === 'yes') return true;
  if (OFFLINE === 'no') return false;
  throw new PlainError(`OFFLINE is "${OFFLINE}", but it must be yes or no; left out it is yes.`);
}

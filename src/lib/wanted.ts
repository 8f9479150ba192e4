import { PlainError } from './plain-error.ts';

/**
 * Whether a build makes what a setting of the deploy may refuse (docs/deploy.md).
 *
 * @param name `OFFLINE`: copies on readers' devices, which `no` takes back from readers too who keep one. `PDF`: typeset files
 * @param env where the setting stands: `no`, `yes`, or left out, which is yes
 * @throws PlainError for any other value
 */
export function isWanted(name: 'OFFLINE' | 'PDF', env: Readonly<Record<string, string | undefined>>): boolean {
  const value = env[name];
  if (!value || value === 'yes') return true;
  if (value === 'no') return false;
  throw new PlainError(`${name} is "${value}", but it must be yes or no; left out it is yes.`);
}

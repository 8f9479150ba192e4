import { expect, test } from 'vitest';
import { PlainError } from '../../../src/lib/plain-error.ts';
import { isWanted } from '../../../src/lib/wanted.ts';

test.each(['OFFLINE', 'PDF'] as const)('%s is yes unless it says no, and takes no other word', (name) => {
  expect([{}, { [name]: '' }, { [name]: 'yes' }, { [name]: 'no' }].map((env) => isWanted(name, env))).toEqual([true, true, true, false]);
  for (const value of ['No', 'off', 'false', '0', ' no'])
    expect(() => isWanted(name, { [name]: value })).toThrow(
      new PlainError(`${name} is "${value}", but it must be yes or no; left out it is yes.`),
    );
});

import { afterEach, expect, test, vi } from 'vitest';
import { rest } from '../../../../src/elements/shared/rest.ts';

afterEach(() => vi.restoreAllMocks());

test('long work lets others have a turn, short work goes on', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1e9);
  const turns: string[] = [];
  setTimeout(() => turns.push('first'));
  await rest();
  expect(turns).toEqual(['first']);
  setTimeout(() => turns.push('second'));
  now.mockReturnValue(1e9 + 7);
  await rest();
  expect(turns).toEqual(['first']);
  now.mockReturnValue(1e9 + 8);
  await rest();
  expect(turns).toEqual(['first', 'second']);
});

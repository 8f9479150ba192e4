import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageDrawing } from '../../../src/exports/page-picture.ts';
import { VOICES } from '../../../src/lib/voices.ts';
import { collisions } from '../charts/boxes.ts';
import { rounds } from '../rounds.ts';

const words = (most: number) =>
  fc
    .array(fc.stringMatching(/^[A-Za-z’,-]{1,14}$/), { minLength: 1, maxLength: 40 })
    .map((some) => some.join(' ').slice(0, most).trim() || 'A');

test('in a picture for shared links nothing overlaps or is cut off, whatever its title and its text', () => {
  fc.assert(
    fc.property(words(30), words(120), words(190), words(110), fc.option(fc.constantFrom(...VOICES)), (kicker, title, text, foot, name) => {
      const voice = name ? { name, label: 'The paper says' } : undefined;
      expect(collisions(pageDrawing({ kicker, title, text, voice, foot }))).toEqual([]);
    }),
    { numRuns: rounds(500) },
  );
});

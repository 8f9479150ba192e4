import { expect, test } from 'vitest';
import { measure, Outlines } from '../../../src/charts/fonts.ts';

const SPACES = [...'\u00a0\u2002\u2003\u2005\u2007\u2008\u2009\u200a\u202f\u205f\u3000'];

test('A text with any space can be measured and drawn in every face', () => {
  for (const family of ['sans', 'serif'] as const)
    for (const weight of [400, 600] as const)
      for (const space of SPACES) {
        const face = { family, weight, size: 15 };
        expect(measure(`38${space}interviews`, face)).toBeGreaterThan(measure('38interviews', face));
        expect(new Outlines().run(`38${space}interviews`, face).glyphs).toHaveLength(12);
      }
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkedGuide } from '../../../src/guide/check.ts';
import { FIGURES } from '../../../src/schemas/kinds.ts';
import { drawn, FOLDER, type Kept } from '../../figures.ts';

const guide = checkedGuide();

test.each(FIGURES)('the drawing of %s is the one that was last looked at', (id) => {
  const kept = JSON.parse(readFileSync(`${FOLDER}/${id}.json`, 'utf8')) as Kept;
  for (const [name, svg] of drawn(id, kept, guide))
    expect(svg, 'Where the drawing was meant to change: npm run figures, and read its diff.').toBe(
      readFileSync(`${FOLDER}/${name}`, 'utf8'),
    );
});

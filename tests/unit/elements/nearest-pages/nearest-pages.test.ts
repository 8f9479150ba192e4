import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestPages } from '../../../../src/elements/nearest-pages/nearest-pages.ts';
import { aToZ } from '../../../../src/guide/a-to-z.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { addressOf } from '../../../../src/lib/urls.ts';
import { rounds } from '../../rounds.ts';

const candidates = aToZ(checkedGuide()).map(({ address, title }) => ({ address, title }));

describe('A lost reader is shown the nearest pages', () => {
  test.each([
    ['/strategies/internal-funds/', '/strategies/internal-funding/'],
    ['/gaps/timetabels', '/gaps/timetables/'],
    ['/GAPS/Careers/index.html', '/gaps/careers/'],
    ['/career', '/gaps/careers/'],
    ['/recommendation/budget', '/recommendations/budgeting/'],
    ['/how-sure', '/evidence/how-sure/'],
  ])('%s leads to %s', (path, address) => {
    expect(nearestPages(path, candidates).map((c) => c.address)).toContain(address);
  });
  test.each(['/wp-admin/', '/pricing', '/blog/2024/hello', '/contact', '/login'])('%s is near to nothing', (path) => {
    expect(nearestPages(path, candidates)).toEqual([]);
  });
  test('addresses with one typing error find their page in the first three, 95 times in 100', () => {
    const many = rounds(300);
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    const pages = candidates.filter((c) => c.address !== '/' && !c.address.includes('#'));
    const hits = Array.from({ length: many }, () => {
      const page = pages[random(pages.length)] as (typeof pages)[number];
      const at = 2 + random(page.address.length - 3);
      const typo =
        random(2) === 0 ? page.address.slice(0, at) + page.address.slice(at + 1) : `${page.address.slice(0, at)}x${page.address.slice(at)}`;
      return nearestPages(typo, candidates).some((c) => c.address === page.address);
    });
    expect(hits.filter(Boolean).length).toBeGreaterThanOrEqual(0.95 * many);
  });
  test('nonsense and hostile addresses break nothing', () => {
    expect(nearestPages('/%E0%A4%A/', candidates)).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(nearestPages(path, candidates).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: rounds(100) },
    );
  });
  test('an address of the guide is where it says', () => {
    expect(addressOf('gaps/timetables', 'named')).toBe('/gaps/timetables/#named');
    expect(addressOf('pages/home')).toBe('/');
    expect(addressOf('glossary/soft-money')).toBe('/glossary/#soft-money');
  });
});

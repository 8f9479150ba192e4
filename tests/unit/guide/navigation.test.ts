import { describe, expect, test } from 'vitest';
import { checkedGuide } from '../../../src/guide/check.ts';
import { hasPage, usedKinds } from '../../../src/guide/entries.ts';
import { currentPlace } from '../../../src/guide/navigation.ts';
import { addressOf } from '../../../src/lib/urls.ts';

const guide = checkedGuide();
const { navigation, footer } = guide.about;
const addresses = [
  ...[...guide.entries.values()].filter(hasPage).map(({ ref }) => addressOf(ref)),
  ...usedKinds(guide).map((kind) => addressOf(kind)),
];

describe('The current place', () => {
  test('is one item on every page but home, search, the forms to take along and the pages about the guide, which the foot marks', () => {
    const nowhere = addresses.filter((address) => currentPlace(navigation, address) === undefined);
    const inFoot = footer.flatMap(({ links }) => links.map(({ to }) => addressOf(to)));
    expect(nowhere.filter((address) => !inFoot.includes(address))).toEqual(['/']);
    expect(nowhere.filter((address) => !address.startsWith('/about/')).sort()).toEqual(['/', '/search/', '/take-along/']);
  });
  test.each([
    ['/story/', 'Story', true],
    ['/find/', 'Find', true],
    ['/gaps/', 'Find', false],
    ['/recommendations/incentives/', 'Find', false],
    ['/challenges/', 'Find', false],
    ['/benefits/reputation/', 'Find', false],
    ['/practices/', 'Find', false],
    ['/links/timetables--internal-funding/', 'Find', false],
    ['/matrix/', 'Find', false],
    ['/plan/', 'Plan', true],
    ['/find/plan/', 'Plan', false],
    ['/self-check/', 'Plan', false],
    ['/documents/internal-request/filled-in/', 'Plan', false],
    ['/brief/', 'Brief', true],
    ['/cases/va-queri/', 'Cases', false],
    ['/money/', 'Cases', false],
    ['/teach/50-minutes/slides/', 'Teach', false],
    ['/teach/quiz/', 'Teach', false],
    ['/evidence/status/', 'Evidence', false],
    ['/sources/harrison-2024-funding/', 'Evidence', false],
    ['/figures/pathways/', 'Evidence', false],
    ['/glossary/', 'Evidence', false],
    ['/data/', 'Evidence', false],
  ])('of %s is %s', (address, label, isThePage) => {
    expect(currentPlace(navigation, address)).toEqual({ label, isThePage });
  });
  test('is the item that says most, in whichever order they stand; home is no place over others', () => {
    const items = [
      { label: 'Home', to: 'pages/home', covers: [] },
      { label: 'Plan', to: 'pages/find/plan', covers: [] },
      { label: 'Find', to: 'pages/find', covers: ['gaps'] },
    ];
    for (const order of [items, items.toReversed()]) {
      expect(currentPlace(order, '/find/plan/')).toEqual({ label: 'Plan', isThePage: true });
      expect(currentPlace(order, '/find/other/')).toEqual({ label: 'Find', isThePage: false });
      expect(currentPlace(order, '/')).toEqual({ label: 'Home', isThePage: true });
      expect(currentPlace(order, '/story/')).toBeUndefined();
      // an address that only begins alike is another place
      expect(currentPlace(order, '/gapsome/')).toBeUndefined();
    }
  });
});

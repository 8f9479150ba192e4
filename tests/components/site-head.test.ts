import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import SiteFoot from '../../src/components/frame/SiteFoot.astro';
import SiteHead from '../../src/components/frame/SiteHead.astro';

type Component = Parameters<AstroContainer['renderToString']>[0];

test.each([
  ['/', []],
  ['/search/', ['foot: Search, page']],
  ['/about/method/', ['foot: Method, page']],
  ['/gaps/timetables/', ['head: Find, true']],
  ['/find/', ['head: Find, page']],
  ['/self-check/', ['head: Plan, true', 'foot: Self-check, page']],
])('head and foot of %s mark where it is', async (address, marked) => {
  const container = await AstroContainer.create();
  const current = async (where: string, component: unknown) => {
    const html = await container.renderToString(component as Component, { props: { address } });
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    return [...document.querySelectorAll('[aria-current]')].map((a) => `${where}: ${a.textContent}, ${a.getAttribute('aria-current')}`);
  };
  expect([...(await current('head', SiteHead)), ...(await current('foot', SiteFoot))]).toEqual(marked);
});

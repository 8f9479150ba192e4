import { describe, expect, test } from 'vitest';
import { site } from './site.ts';

const { open } = site();

describe('First steps', () => {
  test('stand on home for three chairs, five each, side by side on a wide screen and one below the other on a phone', async () => {
    await open('', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const chairs = page.locator('.monday .voice');
      expect(await chairs.count()).toBe(3);
      expect(await page.locator('.monday li').count()).toBe(15);
      const tops = () => chairs.evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().top))).size);
      expect(await tops()).toBe(1);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await tops()).toBe(3);
    });
  });
  test('the brief has the executive’s, in the same words', async () => {
    const steps = async (path: string, list: string) => {
      let texts: string[] = [];
      await open(path, {}, async (page) => {
        texts = await page.locator(list).allInnerTexts();
      });
      return texts;
    };
    const own = await steps('brief/', '#monday ol > li');
    expect(own).toHaveLength(5);
    expect(await steps('', '.monday .voice:first-child li')).toEqual(own);
  });
});

test('the brief has a button that prints it, at the top, where scripts run', async () => {
  await open('brief/', { viewport: { width: 360, height: 780 } }, async (page) => {
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    const print = page.getByRole('button', { name: 'Print' });
    expect((await print.boundingBox())?.y).toBeLessThan(780);
    await print.click();
    expect(await page.locator('body[data-printed]').count()).toBe(1);
  });
});

test('the slide of the brief can be taken along, as presentation and as picture', async () => {
  await open('brief/', {}, async (page) => {
    for (const [name, type] of [
      ['PowerPoint', /presentationml/],
      ['Picture', /image\/png/],
      ['Markdown', /text\/markdown/],
    ] as const) {
      const address = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
      const response = await page.request.get(new URL(address, page.url()).href);
      expect([response.status(), response.headers()['content-type']]).toEqual([200, expect.stringMatching(type)]);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { BUILDS } from './builds.ts';
import { site } from './site.ts';

const { open } = site(BUILDS.other);

describe('An old address', () => {
  test('leads on to the new one, fragment included, and Back does not trap the reader', async () => {
    await open('gaps/', {}, async (page, log) => {
      await page.evaluate(() => {
        location.href = '/gaps/closing-time/#guess';
      });
      await page.waitForURL('**/gaps/opening-hours/#guess');
      expect(await page.locator('#guess').isVisible()).toBe(true);
      await page.goBack();
      await page.waitForURL('**/gaps/');
      expect(log.errors).toEqual([]);
      expect(log.violations).toEqual([]);
    });
  });
  test('leads on without scripts too', async () => {
    await open('gaps/closing-time/', { javaScriptEnabled: false }, async (page) => {
      await page.waitForURL('**/gaps/opening-hours/');
    });
  });
});

import { afterEach, expect, test, vi } from 'vitest';
import type { GuideCopy } from '../../../../src/elements/guide-copy/copy.ts';
import { fill, stored } from '../../../../src/elements/guide-copy/fill.ts';
import { emptyCopy, listOf, SCOPE } from './fake-caches.ts';

afterEach(() => vi.unstubAllGlobals());

const FILES = { 'index.html': 'home', 'gaps/index.html': 'gaps' };

/** Fetches all of a guide from a server. */
async function filled(server: (address: string, copy: GuideCopy) => Promise<Response>, isFull = false) {
  const { caches, copy } = await emptyCopy();
  const list = await listOf('build', { guide: FILES, files: {} });
  if (isFull) caches.fails = 'put';
  vi.stubGlobal('fetch', (address: string) => server(address, copy));
  const told: [number, number][] = [];
  const how = { scope: SCOPE, signal: new AbortController().signal, told: (done: number, of: number) => told.push([done, of]) };
  await fill(copy, list, list.guide, how);
  return { told, names: await copy.names() };
}
const host = async (address: string) => new Response(FILES[`${address.slice(SCOPE.length)}index.html` as keyof typeof FILES] ?? 'other');

test('what is missing is fetched and told as it grows', async () => {
  const { told, names } = await filled(host);
  expect([told[0], told.at(-1), names.size]).toEqual([[0, 8], [8, 8], 2]);
});

test('why it ends is told: no room, no line, an error of the server, other bytes, or a copy that another tab removed', async () => {
  await expect(filled(host, true)).rejects.toMatchObject({ why: 'full' });
  await expect(filled(() => Promise.reject(new TypeError()))).rejects.toMatchObject({ why: 'line' });
  await expect(filled(async () => new Response('', { status: 503 }))).rejects.toMatchObject({ why: 'line' });
  await expect(filled(async () => new Response('other'))).rejects.toMatchObject({ why: 'altered' });
  const removed = filled(async (address, copy) => {
    await copy.remove();
    return host(address);
  });
  await expect(removed).rejects.toMatchObject({ why: 'removed' });
});

test('what cannot be stored has no room, or no copy to stand in', async () => {
  const { caches, copy } = await emptyCopy();
  await stored(copy.change((state) => state));
  caches.fails = 'put';
  await expect(stored(copy.change((state) => state))).rejects.toMatchObject({ why: 'full' });
  await copy.remove();
  await expect(stored(copy.change((state) => state))).rejects.toMatchObject({ why: 'removed' });
});

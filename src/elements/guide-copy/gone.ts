import { PREFIX } from './copy.ts';

/** Stands where the worker stood, once a guide takes copies back: removes every copy of the guide, and itself. */
declare const self: {
  registration: { scope: string; unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', run: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
};

async function leave(): Promise<void> {
  const end = ` ${new URL(self.registration.scope).pathname}`;
  const copies = (await caches.keys()).filter((key) => key.startsWith(`${PREFIX} `) && key.endsWith(end));
  await Promise.all(copies.map((key) => caches.delete(key)));
  await self.registration.unregister();
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(leave()));

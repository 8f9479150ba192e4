import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { firstThere } from './browser.ts';

/** What driving WebKit needs: on Debian the packages webkit2gtk-driver and xvfb. */
const DRIVER = firstThere(['/usr/bin/WebKitWebDriver', '/usr/local/bin/WebKitWebDriver']);
const XVFB = firstThere(['/usr/bin/Xvfb', '/usr/local/bin/Xvfb']);

/** The bare browser that comes with the driver: in the libraries' folder of this machine's architecture. */
const MINI_BROWSER = firstThere(
  ['/usr/lib', '/usr/libexec', ...folders('/usr/lib')].flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) => `${folder}/${name}/MiniBrowser`),
  ),
);

function folders(path: string): string[] {
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.includes('-linux-'))
        .map((name) => `${path}/${name}`)
    : [];
}

/** In one line what is missing to drive WebKit; nothing where all is there. */
export function webkitMissing(): string | undefined {
  const missing = [!DRIVER && 'WebKitWebDriver', !MINI_BROWSER && 'its MiniBrowser', !(XVFB || process.env.DISPLAY) && 'Xvfb'].filter(
    (name) => name !== false,
  );
  return missing.length > 0
    ? `WebKit is not tested: ${missing.join(', ')} not found (Debian: apt-get install webkit2gtk-driver xvfb).`
    : undefined;
}

/** A browser that is driven, and how to end it. */
export interface Webkit {
  driver: WebDriver;
  /** the version that the browser names: `2.50.6` */
  version: string;
  close(): Promise<void>;
}

/**
 * Starts WebKitGTK with a profile of its own that is gone when it ends. WEBKIT_DISABLE_COMPOSITING_MODE must not be set:
 * with it WebKitGTK 2.50 breaks down on the fade between two pages.
 *
 * @throws Error with the line of `webkitMissing` where something is missing; Error where the driver does not start
 */
export async function launchWebkit(): Promise<Webkit> {
  const missing = webkitMissing();
  if (missing) throw new Error(missing);
  const started: ChildProcess[] = [];
  const end = (): void => {
    for (const child of started.reverse()) child.kill('SIGTERM');
  };
  try {
    const { WEBKIT_DISABLE_COMPOSITING_MODE: _, ...env } = process.env;
    const display = XVFB ? await virtualDisplay(started) : process.env.DISPLAY;
    const port = await freePort();
    const accessibility = { NO_AT_BRIDGE: '1', GTK_A11Y: 'none' };
    started.push(spawn(DRIVER as string, [`--port=${port}`], { env: { ...env, ...accessibility, DISPLAY: display }, stdio: 'ignore' }));
    const server = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(`${server}/status`)).ok, 'WebKitWebDriver did not start.');
    const wanted = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
    });
    const driver = await new Builder().usingServer(server).withCapabilities(wanted).build();
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
    const version = String((await driver.getCapabilities()).get('browserVersion'));
    return {
      driver,
      version,
      close: async () => {
        await driver.quit().catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** A screen in memory; Xvfb takes a number that is free and says which. */
async function virtualDisplay(started: ChildProcess[]): Promise<string> {
  const xvfb = spawn(XVFB as string, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  started.push(xvfb);
  const said = xvfb.stdio[3] as NodeJS.ReadableStream;
  const number = await new Promise<string>((found, failed) => {
    said.once('data', (chunk) => found(String(chunk).trim()));
    xvfb.once('exit', () => failed(new Error('Xvfb did not start.')));
  });
  return `:${number}`;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Asks again until it is so, for ten seconds at most. */
async function until(so: () => Promise<boolean>, failure: string): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (await so().catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(failure);
}

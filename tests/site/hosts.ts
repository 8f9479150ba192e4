import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { headerFilesFor } from '../../src/build/headers.ts';
import { firstThere } from './browser.ts';

/** A server that runs: where it answers, where it answers through a proxy of its kind, and how to stop it. */
export interface Host {
  origin: string;
  proxied: string | undefined;
  close: () => void;
}

/** Where a program keeps its own files, what it serves, and where it listens. */
interface Setup {
  folder: string;
  root: string;
  site: string;
  headers: string;
  port: number;
  behind: number;
}

/** A program that serves files, where it is installed. */
export interface Program {
  name: string;
  path: string | undefined;
  /** the header file it reads */
  file: string;
  /** the line that switches HTTPS only on, as the file has it */
  httpsOnly: RegExp;
  start: (setup: Setup) => { args: string[]; proxied: boolean };
}

const found = (...paths: string[]): string | undefined => firstThere(paths);
const MODULES = found('/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2') ?? '';

export const PROGRAMS: Program[] = [
  {
    name: 'nginx',
    path: found('/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'),
    file: 'nginx.conf',
    httpsOnly: /# (set \$guide_hsts)/,
    start: ({ folder, root, headers, port, behind }) => {
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
      writeFileSync(`${folder}/headers.conf`, headers);
      writeFileSync(
        `${folder}/nginx.conf`,
        `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/errors;
         events { worker_connections 64; }
         http { ${temporary.join(' ')} access_log off;
           server { listen 127.0.0.1:${port}; root ${root}; include ${folder}/headers.conf; }
           server { listen 127.0.0.1:${behind}; location / { proxy_pass http://127.0.0.1:${port}; } } }`,
      );
      return { args: ['-c', `${folder}/nginx.conf`, '-e', `${folder}/errors`], proxied: true };
    },
  },
  {
    name: 'Apache',
    path: found('/usr/sbin/apache2', '/usr/sbin/httpd'),
    file: '.htaccess',
    httpsOnly: /# (Header always set Strict)/,
    start: ({ folder, root, site, headers, port }) => {
      writeFileSync(`${site}/.htaccess`, headers);
      const modules = ['mpm_event', 'unixd', 'authz_core', 'mime', 'dir', 'autoindex', 'alias', 'headers', 'filter', 'deflate', 'brotli'];
      const loaded = modules.filter((name) => existsSync(`${MODULES}/mod_${name}.so`));
      writeFileSync(
        `${folder}/apache.conf`,
        `${loaded.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
         ServerRoot ${folder}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/errors
         DefaultRuntimeDir ${folder}\n${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
         StartServers 1\nTypesConfig /dev/null\nDirectoryIndex index.html\nDocumentRoot ${root}
         <Directory />\n Options Indexes FollowSymLinks\n AllowOverride FileInfo\n Require all granted\n</Directory>`,
      );
      return { args: ['-D', 'FOREGROUND', '-f', `${folder}/apache.conf`], proxied: false };
    },
  },
  {
    name: 'Caddy',
    path: found('/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy'),
    file: 'Caddyfile',
    httpsOnly: /# (header Strict)/,
    start: ({ folder, root, headers, port }) => {
      writeFileSync(`${folder}/headers`, headers);
      writeFileSync(
        `${folder}/Caddyfile`,
        `{\n admin off\n auto_https off\n}\nhttp://127.0.0.1:${port} {\n bind 127.0.0.1\n root * ${root}\n import ${folder}/headers\n}\n`,
      );
      return { args: ['run', '--config', `${folder}/Caddyfile`, '--adapter', 'caddyfile'], proxied: false };
    },
  },
];

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address !== 'string' ? done(address.port) : failed(new Error('no port'))));
    });
  });

/**
 * nginx as it runs in the container: as a user without rights, with nothing to write to but one folder.
 *
 * @param site where the built pages lie, readable by everybody
 * @returns the server, and the files that it wrote
 */
export async function startContainer(site: string): Promise<Host & { wrote: () => string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-container-'));
  const port = await freePort();
  mkdirSync(`${folder}/run`);
  const inside = readFileSync('container/nginx.conf', 'utf8');
  const outside = [
    [' /run/nginx/', ` ${folder}/run/`],
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['root /srv/www;', `root ${site};`],
    ['include /etc/nginx/guide-headers.conf;', `include ${folder}/headers.conf;`],
  ] as const;
  for (const [text] of outside) if (!inside.includes(text)) throw new Error(`container/nginx.conf has no "${text}".`);
  writeFileSync(
    `${folder}/nginx.conf`,
    outside.reduce((text, [from, to]) => text.replaceAll(from, to), inside),
  );
  const nginx = PROGRAMS[0] as Program;
  writeFileSync(`${folder}/headers.conf`, fileFor(nginx, '/'));
  chmodSync(folder, 0o755);
  chmodSync(`${folder}/run`, 0o777);
  // 65534 is nobody
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const run = spawn(nginx.path as string, ['-c', `${folder}/nginx.conf`, '-e', 'stderr', '-g', 'daemon off;'], {
    ...user,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return {
    ...(await answering(nginx.name, run, `http://127.0.0.1:${port}`, '/', folder)),
    proxied: undefined,
    wrote: () => readdirSync(`${folder}/run`),
  };
}

/** A copy of a build that users of their own, as servers are, may read: who knows where the project lies. */
export function readableCopy(build: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'guide-host-'));
  cpSync(build, folder, { recursive: true });
  spawnSync('chmod', ['-R', 'a+rX', folder]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Serves a folder by a program with the file that was made for it.
 *
 * @param site where the built pages lie; Apache's file is written into it
 * @param headers the text of the file
 * @throws Error with what the program said, where it does not answer
 */
export async function startHost(program: Program, site: string, base: string, headers: string): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-host-'));
  chmodSync(folder, 0o755);
  const root = base === '/' ? site : `${folder}/root`;
  if (base !== '/') {
    mkdirSync(dirname(root + base.slice(0, -1)), { recursive: true });
    symlinkSync(site, root + base.slice(0, -1));
  }
  const [port, behind] = [await freePort(), await freePort()];
  const { args, proxied } = program.start({ folder, root, site, headers, port, behind });
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const run = spawn(program.path as string, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    ...(await answering(program.name, run, `http://127.0.0.1:${port}`, base, folder)),
    proxied: proxied ? `http://127.0.0.1:${behind}` : undefined,
  };
}

/** Waits until a server answers. @throws Error with what it said, where it does not */
async function answering(name: string, run: ChildProcess, origin: string, base: string, folder: string): Promise<Omit<Host, 'proxied'>> {
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const close = () => {
    run.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; run.exitCode === null && tries < 200; tries++) {
    try {
      await fetch(origin + base);
      return { origin, close };
    } catch {
      await new Promise((next) => setTimeout(next, 50));
    }
  }
  const errors = existsSync(`${folder}/errors`) ? readFileSync(`${folder}/errors`, 'utf8') : '';
  close();
  throw new Error(`${name} does not answer.\n${said}${errors}`);
}

/** The file of a program for a base path that no build has. */
export const fileFor = (program: Program, base: string): string => headerFilesFor(base, [])[program.file] as string;

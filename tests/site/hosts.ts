import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headerFilesFor } from '../../src/exports/headers.ts';

/** A server that runs: where it answers, where it answers through a proxy of its kind, and how to stop it. */
export interface Host {
  origin: string;
  proxied: string | undefined;
  close: () => void;
}

/** A program that serves files, where it is installed. */
export interface Program {
  name: string;
  path: string | undefined;
  /** the header file it reads */
  file: string;
  /** the line that switches HTTPS only on, as the file has it */
  httpsOnly: RegExp;
  start: (folder: string, root: string, headers: string, port: number, behind: number) => { args: string[]; proxied: boolean };
}

const found = (...paths: string[]): string | undefined => paths.find((path) => existsSync(path));
const MODULES = found('/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2') ?? '';

export const PROGRAMS: Program[] = [
  {
    name: 'nginx',
    path: found('/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'),
    file: 'nginx.conf',
    httpsOnly: /# (set \$guide_hsts)/,
    start: (folder, root, headers, port, behind) => {
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
    start: (folder, root, headers, port) => {
      const site = readdirSync(root, { recursive: true, withFileTypes: true }).find(({ name }) => name === '404.html');
      writeFileSync(join(site?.parentPath ?? root, '.htaccess'), headers);
      const modules = ['mpm_event', 'unixd', 'authz_core', 'mime', 'dir', 'autoindex', 'alias', 'headers', 'filter', 'deflate', 'brotli'];
      const loaded = modules.filter((name) => existsSync(`${MODULES}/mod_${name}.so`));
      writeFileSync(
        `${folder}/apache.conf`,
        `${loaded.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
         ServerRoot ${folder}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/errors
         DefaultRuntimeDir ${folder}\n${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
         StartServers 1\nTypesConfig /dev/null\nDirectoryIndex index.html\nDocumentRoot ${root}
         <Directory ${root}>\n Options Indexes FollowSymLinks\n AllowOverride FileInfo\n Require all granted\n</Directory>`,
      );
      return { args: ['-D', 'FOREGROUND', '-f', `${folder}/apache.conf`], proxied: false };
    },
  },
  {
    name: 'Caddy',
    path: found('/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy'),
    file: 'Caddyfile',
    httpsOnly: /# (header Strict)/,
    start: (folder, root, headers, port) => {
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
 * Serves a build by a program with the file that was made for it. The build is copied: servers run as users of their own,
 * who may not read where the project lies.
 *
 * @param headers the text of the file; by default the one beside the build
 * @throws Error with what the program said, where it does not answer
 */
export async function startHost(program: Program, build: string, base: string, headers?: string): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-host-'));
  const root = `${folder}/root`;
  mkdirSync(root + base, { recursive: true });
  cpSync(build, root + base, { recursive: true });
  chmodSync(folder, 0o755);
  spawnSync('chmod', ['-R', 'a+rX', root]);
  const [port, behind] = [await freePort(), await freePort()];
  const text = headers ?? readFileSync(`${build}-headers/${program.file}`, 'utf8');
  const { args, proxied } = program.start(folder, root, text, port, behind);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const run = spawn(program.path as string, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => (said += chunk));
  const origin = `http://127.0.0.1:${port}`;
  const close = () => {
    run.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; run.exitCode === null && tries < 100; tries++) {
    try {
      await fetch(origin + base);
      return { origin, proxied: proxied ? `http://127.0.0.1:${behind}` : undefined, close };
    } catch {
      await new Promise((next) => setTimeout(next, 100));
    }
  }
  const errors = existsSync(`${folder}/errors`) ? readFileSync(`${folder}/errors`, 'utf8') : '';
  close();
  throw new Error(`${program.name} does not answer.\n${said}${errors}`);
}

/** The file of a program for a base path that no build has. */
export const fileFor = (program: Program, base: string, hashed: readonly string[] = []): string =>
  headerFilesFor(base, hashed)[program.file] as string;

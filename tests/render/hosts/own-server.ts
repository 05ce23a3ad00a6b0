import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, get} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {AskHost, HostAnswer, HostedFiles} from './asked.ts'

/** A server of the system that serves a folder. */
export interface OwnServer {
  readonly ask: AskHost
  /** Headers of an answer. */
  readonly headers: (
    path: string
  ) => Promise<Readonly<Record<string, string | ReadonlyArray<string> | undefined>>>
  readonly close: () => void
}

/** Whether a program is installed. */
export function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}

/** nginx with the directives that a site brings along. */
export function startNginx(files: HostedFiles, basePath: string): Promise<OwnServer> {
  return start(files, (folder, port) => {
    writeFileSync(
      join(folder, 'nginx.conf'),
      `${process.getuid?.() === 0 ? 'user root;' : ''}
      daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/errors;
      events {}
      http {
        types { text/html html; }
        access_log off; client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
        uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
        server { listen 127.0.0.1:${port}; root ${folder}/www; include ${folder}/www${basePath}.nginx.conf; }
      }`
    )
    return spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'errors')], {stdio: 'ignore'})
  })
}

/** Apache with the `.htaccess` of a site. */
export function startApache(files: HostedFiles): Promise<OwnServer> {
  const modules = ['mpm_event', 'authz_core', 'rewrite', 'dir', 'mime', 'headers', 'alias']
  return start(files, (folder, port) => {
    const lines = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
    writeFileSync(
      join(folder, 'apache.conf'),
      `ServerRoot ${folder}
      ${lines.join('\n')}
      ServerName 127.0.0.1
      Listen 127.0.0.1:${port}
      ${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
      PidFile ${folder}/pid
      ErrorLog ${folder}/errors
      DocumentRoot ${folder}/www
      TypesConfig /dev/null
      AddType text/html .html
      <Directory ${folder}/www>
        AllowOverride All
        Require all granted
        DirectoryIndex index.html
      </Directory>`
    )
    return spawn('apache2', ['-f', join(folder, 'apache.conf'), '-D', 'FOREGROUND'], {stdio: 'ignore'})
  })
}

async function start(
  files: HostedFiles,
  open: (folder: string, port: number) => ChildProcess
): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-host-'))
  chmodSync(folder, 0o755)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'www', dirname(path)), {recursive: true})
    writeFileSync(join(folder, 'www', path), text)
  }
  const port = await freePort()
  const server = open(folder, port)
  const close = (): void => {
    server.kill('SIGTERM')
    rmSync(folder, {recursive: true, force: true, maxRetries: 5})
  }
  for (let attempt = 0; ; attempt++) {
    try {
      await request(port, '/')
      break
    } catch (error) {
      if (attempt < attemptsMax) await new Promise((resolve) => setTimeout(resolve, 50))
      else {
        close()
        throw error
      }
    }
  }
  return {
    ask: async (path) => {
      const {status, headers} = await request(port, path)
      return answerOf(status, headers['location'])
    },
    headers: async (path) => (await request(port, path)).headers,
    close
  }
}

/** Until a server listens: some seconds on a busy machine. */
const attemptsMax = 200

function answerOf(status: number, location: string | ReadonlyArray<string> | undefined): HostAnswer {
  return typeof location === 'string' ? {status, location} : {status}
}

function request(
  port: number,
  path: string
): Promise<{status: number; headers: Record<string, string | Array<string> | undefined>}> {
  return new Promise((resolve, reject) => {
    get({host: '127.0.0.1', port, path, agent: false}, (response) => {
      response.resume()
      response.on('end', () => resolve({status: response.statusCode ?? 0, headers: response.headers}))
    }).on('error', reject)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from '@/lib/platform/make-data-folder'
import { openDaemon } from './open-daemon'
import type { HouseProxy } from './open-proxy'

const UPGRADED = '101'

/** The nginx of deploy/compose.yaml, its own configuration, in front of houses of this machine; nothing where none is installed. */
export async function openNginx(urls: string[], port: number): Promise<HouseProxy | undefined> {
  if (spawnSync('nginx', ['-v']).status !== 0) return undefined
  const folder = makeDataFolder('nginx')
  const log = join(folder, 'access.log')
  writeFileSync(log, '')
  writeFileSync(join(folder, 'nginx.conf'), configure(urls, port, folder))
  const nginx = await openDaemon('nginx', ['-p', folder, '-c', 'nginx.conf'], 'start worker processes')
  const lines = () => readFileSync(log, 'utf8').split('\n').filter(Boolean)
  return {
    count: {
      get asked() {
        return lines().length
      },
      get failed() {
        return lines().filter(isFailed)
      },
    },
    async close() {
      await nginx.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// `GET /api/orders 200 OK`: whoever hears but the beginning of an answer has none.
const isFailed = (line: string): boolean => {
  const [, , status = '', completion = ''] = line.split(' ')
  return status !== UPGRADED && (Number(status) >= 500 || completion !== 'OK')
}

/** What compose says of its network is said of this machine; everything else is as it is there. */
function configure(urls: string[], port: number, folder: string): string {
  const houses = urls.map((url) => new URL(url).host)
  const ours = readFileSync('deploy/proxy/nginx.conf', 'utf8')
    .replace(/^\s*resolver .*$/m, '')
    .replace(/\bserver web-(\d):3000 resolve\b/g, (_, number) => `server ${houses[Number(number) - 1]}`)
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (one) => `${one}_temp_path ${folder};`,
  )
  const written = `log_format seen '$request_method $uri $status $request_completion'; access_log ${join(folder, 'access.log')} seen;`
  return [
    'daemon off;',
    `pid ${join(folder, 'pid')};`,
    'error_log stderr notice;',
    // Workers of another account could not enter the folder.
    process.getuid?.() === 0 ? 'user root;' : '',
    ours.replace('http {', `http {\n${[...places, written].join('\n')}`),
  ].join('\n')
}

// Copies the browser builds of socket.io-client, with compressed variants and the version, to where the WAR serves them.
//   client-bundle.mjs <directory>
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const target = process.argv[2];
const source = 'node_modules/socket.io-client';
const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
const stamp = join(target, 'version');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(join(source, 'dist'))) {
    const content = readFileSync(join(source, 'dist', name));
    copyFileSync(join(source, 'dist', name), join(target, name));
    writeFileSync(join(target, `${name}.gz`), gzipSync(content, { level: 9 }));
    writeFileSync(join(target, `${name}.br`), brotliCompressSync(content));
  }
  writeFileSync(stamp, version);
}

// The browser client as the server serves it. Argument: the server's address.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import http from 'node:http';

const address = process.argv[2];
const client = 'node_modules/socket.io-client';
const { version } = JSON.parse(readFileSync(`${client}/package.json`, 'utf8'));

/** Without what fetch does by itself: decompress, and send headers of its own. */
const request = (path, headers = {}, method = 'GET') => new Promise((resolve, reject) => {
  http.request(`${address}/socket.io/${path}`, { method, headers }, async (answer) => {
    const chunks = [];
    for await (const chunk of answer) chunks.push(chunk);
    resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) });
  }).on('error', reject).end();
});

for (const name of ['socket.io', 'socket.io.min', 'socket.io.esm.min', 'socket.io.msgpack.min']) {
  for (const [file, type] of [[`${name}.js`, /^text\/javascript; ?charset=utf-8$/i],
    [`${name}.js.map`, /^application\/json; ?charset=utf-8$/i]]) {
    test(`${file} is the official one`, async () => {
      const plain = await request(file);
      const zipped = await request(file, { 'accept-encoding': 'gzip, deflate' });
      const brotli = await request(file, { 'accept-encoding': 'gzip, deflate, br' });

      const official = readFileSync(`${client}/dist/${file}`);
      assert.equal(plain.status, 200);
      assert.match(plain.headers['content-type'], type);
      assert.equal(plain.headers.etag, `"${version}"`);
      assert.ok(plain.body.equals(official));
      assert.equal(zipped.headers['content-encoding'], 'gzip');
      assert.ok(gunzipSync(zipped.body).equals(official));
      assert.equal(brotli.headers['content-encoding'], 'br');
      assert.ok(brotliDecompressSync(brotli.body).equals(official));
    });
  }
}

test('who has this version already is told so', async () => {
  for (const tag of [`"${version}"`, `W/"${version}"`, `"other", "${version}"`, '*']) {
    const answer = await request('socket.io.js', { 'if-none-match': tag });
    assert.deepEqual([answer.status, answer.body.length], [304, 0], tag);
  }
  assert.equal((await request('socket.io.js', { 'if-none-match': '"4.0.0"' })).status, 200);
});

test('an encoding that is refused is not used', async () => {
  const answer = await request('socket.io.min.js', { 'accept-encoding': 'br;q=0, gzip;q=0.5' });

  assert.equal(answer.headers['content-encoding'], 'gzip');
});

test('HEAD has the headers only', async () => {
  const answer = await request('socket.io.js', {}, 'HEAD');

  assert.deepEqual([answer.status, answer.body.length], [200, 0]);
  assert.ok(Number(answer.headers['content-length']) > 100_000);
});

test('nothing else is served there', async () => {
  for (const path of ['socket.io.js.gz', 'version', 'package.json', '../WEB-INF/web.xml', '%2e%2e/web.xml', 'x/socket.io.js']) {
    assert.equal((await request(path)).status, 404, path);
  }
});

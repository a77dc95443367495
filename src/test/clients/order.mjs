// 1,000 events while transports change under them: each once, in order.
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { afterEach, test } from 'node:test';
import { address, connect, emit, hangUp, pause, rest, upgrades, user } from './support.mjs';

const COUNT = 1000;
const BURST = 10;
const UPGRADE_DELAY = 300;
const numbers = [...Array(COUNT).keys()];
const closers = [];

afterEach(() => {
  hangUp();
  closers.splice(0).forEach((close) => close());
});

/** A way to the server on which WebSockets take a while to open, so that there is time to send during an upgrade. */
async function slowToUpgrade() {
  const { hostname, port } = new URL(address);
  const proxy = http.createServer((request, response) => {
    const { method, url: path, headers } = request;
    const onward = http.request({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  proxy.on('upgrade', async (request, socket) => {
    await pause(UPGRADE_DELAY);
    const lines = request.rawHeaders.reduce((text, part, i) => text + part + (i % 2 ? '\r\n' : ': '), '');
    const onward = net.connect({ host: hostname, port }, () => {
      onward.write(`GET ${request.url} HTTP/1.1\r\n${lines}\r\n`);
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [socket, onward]) end.on('error', () => [socket, onward].forEach((one) => one.destroy()));
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  closers.push(() => proxy.close(), () => proxy.closeAllConnections());
  return `http://127.0.0.1:${proxy.address().port}`;
}

async function history(userId, conversationId) {
  const messages = [];
  while (messages.length < COUNT) {
    const after = messages.at(-1)?.seq ?? 0;
    const page = await rest(userId, 'GET', `/conversations/${conversationId}/messages?after=${after}&limit=200`);
    assert.ok(page.body.items.length > 0, JSON.stringify(page));
    messages.push(...page.body.items);
  }
  return messages;
}

test('1,000 messages sent while the sender\'s transport upgrades arrive once each, in order', async () => {
  const [a, b] = [user('writer'), user('reader')];
  const conversationId = `${a}_${b}`;
  const reader = await connect(b, { namespace: '/jobspare' });
  await emit(reader, 'join_conversation', { conversationId });
  const got = [];
  const all = new Promise((resolve) => reader.on('new_message', ({ content }) => {
    if (got.push(Number(content.text)) === COUNT) resolve();
  }));
  const writer = await connect(a, { namespace: '/jobspare', server: await slowToUpgrade() });
  const used = new Set();
  const acks = [];
  for (const number of numbers) {
    const content = { text: String(number) };
    acks.push(emit(writer, 'send_message', { conversationId, receiverId: b, messageType: 'text', content }));
    used.add(writer.io.engine.transport.name);
    if (number % BURST === 0) await pause(6);
  }
  await all;
  const stored = await history(a, conversationId);

  assert.deepEqual(got, numbers);
  assert.deepEqual(stored.map((m) => Number(m.text)), numbers);
  assert.deepEqual(stored.map((m) => m.seq), numbers.map((number) => number + 1));
  assert.ok((await Promise.all(acks)).every(({ success }) => success));
  if (upgrades) assert.deepEqual([...used], ['polling', 'websocket']);
});

test('1,000 messages said while the reader\'s transport upgrades arrive once each, in order', async () => {
  const [a, b] = [user('writer'), user('reader')];
  const conversationId = `${a}_${b}`;
  const writer = await connect(a, { namespace: '/jobspare' });
  await emit(writer, 'join_conversation', { conversationId });
  const reader = await connect(b, { namespace: '/jobspare', server: await slowToUpgrade() });
  const used = new Set();
  const got = [];
  const all = new Promise((resolve) => reader.on('new_message', ({ content }) => {
    used.add(reader.io.engine.transport.name);
    if (got.push(Number(content.text)) === COUNT) resolve();
  }));
  await emit(reader, 'join_conversation', { conversationId });

  for (const number of numbers) {
    const content = { text: String(number) };
    writer.emit('send_message', { conversationId, receiverId: b, messageType: 'text', content });
    if (number % BURST === 0) await pause(6);
  }
  await all;

  assert.deepEqual(got, numbers);
  if (upgrades) assert.deepEqual([...used], ['polling', 'websocket']);
});

// 1,000 events while transports change under them: each once, in order.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { client, connect, connected, emit, hangUp, rest, upgrades, user } from './support.mjs';

afterEach(hangUp);

const COUNT = 1000;
const numbers = [...Array(COUNT).keys()];

test('1,000 messages sent while the sender\'s transport upgrades arrive once each, in order', async () => {
  const [a, b] = [user('writer'), user('reader')];
  const conversationId = `${a}_${b}`;
  const reader = await connect(b, { namespace: '/jobspare' });
  await emit(reader, 'join_conversation', { conversationId });
  const got = [];
  const all = new Promise((resolve) => reader.on('new_message', ({ content }) => {
    if (got.push(Number(content.text)) === COUNT) resolve();
  }));
  const writer = client(a, { namespace: '/jobspare' });
  let began = '';
  let acked = 0;
  writer.on('connect', () => {
    began = writer.io.engine.transport.name;
    for (const number of numbers) {
      const content = { text: String(number) };
      writer.emit('send_message', { conversationId, receiverId: b, messageType: 'text', content }, () => acked++);
    }
  });

  await connected(writer);
  await all;
  const history = [];
  while (history.length < COUNT) {
    const after = history.at(-1)?.seq ?? 0;
    const page = await rest(a, 'GET', `/conversations/${conversationId}/messages?after=${after}&limit=200`);
    assert.ok(page.body.items.length > 0);
    history.push(...page.body.items);
  }

  assert.deepEqual(got, numbers);
  assert.deepEqual(history.map((m) => Number(m.text)), numbers);
  assert.deepEqual(history.map((m) => m.seq), numbers.map((number) => number + 1));
  assert.equal(acked, COUNT);
  if (upgrades) assert.deepEqual([began, writer.io.engine.transport.name], ['polling', 'websocket']);
});

test('messages sent while the reader\'s transport upgrades arrive once each, in order', async () => {
  const [a, b] = [user('speaker'), user('listener')];
  const conversationId = `${a}_${b}`;
  const writer = await connect(a, { namespace: '/horse-trust' });
  const first = await connect(b, { namespace: '/jobspare' });
  await emit(first, 'join_conversation', { conversationId });
  const reader = client(b, { namespace: '/jobspare' });
  const got = [];
  reader.on('new_message', ({ content }) => got.push(Number(content.text)));
  await connected(reader);
  const joined = emit(reader, 'join_conversation', { conversationId });
  await joined;

  await Promise.all(numbers.map((number) =>
    emit(writer, 'send_message', { conversation_id: conversationId, text: String(number) })));
  for (let i = 0; got.length < COUNT && i < 500; i++) await new Promise((resolve) => setTimeout(resolve, 10));

  assert.deepEqual(got, numbers);
});

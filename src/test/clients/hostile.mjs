// Clients that mean no good, on raw sockets. After each attack another client, which was there all along, is still served.
// Arguments: <address> <secret>
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { address, connect, hangUp, pause, token, user } from './support.mjs';

const { hostname, port } = new URL(address);
const path = '/socket.io/?EIO=4&transport=';
const TEXT = 1, BINARY = 2, PING = 9;
const PATIENCE = 5_000;
const peers = new Set();
let bystander;
let conversation;

before(async () => {
  const [a, b] = [user('ada'), user('bystander')];
  conversation = { id: `${a}_${b}`, ada: a };
  bystander = await connect(b, { namespace: '/jobspare' });
  bystander.emit('join_conversation', { conversationId: conversation.id, userId: b });
  await bystander.next('joined_conversation');
});

afterEach(async () => {
  for (const peer of peers) peer.destroy();
  peers.clear();
  const start = Date.now();
  assert.ok(bystander.connected, 'the bystander was disconnected');
  await say('still here');
  assert.ok(Date.now() - start < 2_000, 'the bystander had to wait');
});

after(hangUp);

/** The bystander hears itself. */
async function say(text) {
  bystander.emit('send_message', {
    conversationId: conversation.id, receiverId: conversation.ada, messageType: 'text', content: { text },
  });
  for (;;) if ((await bystander.next('new_message')).content.text === text) return;
}

const auth = (id = user('eve')) => `40${JSON.stringify({ token: token(id), dialect: 'horse-trust' })}`;

/** A TCP connection that remembers what came, and whether it ended. */
function tcp(text) {
  const peer = net.connect({ host: hostname, port });
  peers.add(peer);
  let heard = Buffer.alloc(0);
  peer.on('data', (data) => (heard = Buffer.concat([heard, data])));
  peer.on('error', () => {});
  peer.gone = new Promise((resolve) => peer.on('close', () => resolve(heard)));
  peer.until = async (pattern) => {
    for (const end = Date.now() + PATIENCE; !pattern.test(heard.toString('latin1')); await pause(5)) {
      assert.ok(Date.now() < end, `${pattern} did not come, but ${heard}`);
    }
  };
  peer.write(text);
  return peer;
}

async function websocket(query = '') {
  const peer = tcp(`GET ${path}websocket${query} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n`
    + `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`);
  await peer.until(/\r\n\r\n/);
  peer.says = (...messages) => messages.forEach((message) => peer.write(frame(TEXT, message)));
  peer.code = async () => closeCode(await deadline(peer.gone));
  return peer;
}

async function joined(id) {
  const peer = await websocket();
  peer.says(auth(id));
  await peer.until(/40\{"sid"/);
  return peer;
}

function frame(opcode, payload, last = true) {
  const data = Buffer.from(payload);
  const mask = randomBytes(4);
  const length = data.length < 126 ? [data.length | 0x80]
    : data.length < 65_536 ? [126 | 0x80, data.length >> 8, data.length & 0xff]
      : [127 | 0x80, 0, 0, 0, 0, ...[24, 16, 8, 0].map((bits) => (data.length >> bits) & 0xff)];
  return Buffer.concat([Buffer.from([opcode | (last ? 0x80 : 0), ...length]), mask, data.map((byte, i) => byte ^ mask[i & 3])]);
}

/** The code of the close frame, which is the last thing that a server sends. */
function closeCode(heard) {
  const at = heard.lastIndexOf(0x88);
  return at < 0 ? undefined : heard.readUInt16BE(at + 2);
}

const deadline = (promise) =>
  Promise.race([promise, pause(PATIENCE).then(() => assert.fail('the connection was not closed'))]);

const request = (sid, options) =>
  fetch(`${address}${path}polling${sid ? `&sid=${sid}` : ''}`, { signal: AbortSignal.timeout(PATIENCE), ...options });
const post = (sid, body) => request(sid, { method: 'POST', body });
const handshake = async () => JSON.parse((await (await request()).text()).slice(1)).sid;
const rawPost = (sid, body, length = body.length) => tcp(
  `POST ${path}polling&sid=${sid} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: ${length}\r\n\r\n${body}`);
const placeholders = (...numbers) => numbers.map((num) => JSON.stringify({ _placeholder: true, num })).join();

for (const [name, bytes] of [
  ['broken UTF-8', frame(TEXT, [0x34, 0xff, 0xfe])],
  ['a frame without a mask', Buffer.from([0x81, 2, 0x34, 0x30])],
  ['a reserved bit', Buffer.from([0xf1, 0x82, 1, 2, 3, 4, 5, 6])],
  ['an unknown opcode', frame(3, 'ab')],
  ['a ping that is too long', frame(PING, Buffer.alloc(200))],
  ['a continuation of nothing', frame(0, '40')],
  ['eight exabytes', Buffer.concat([Buffer.from([0x81, 0xff, 0x7f, ...Array(7).fill(0xff), 1, 2, 3, 4]), Buffer.alloc(2e6, '4')])],
  ['fragments over maxPayload', Buffer.concat([frame(TEXT, '4', false), ...Array(11).fill(frame(0, Buffer.alloc(1e5, '4'), false))])],
]) {
  test(`a WebSocket with ${name} is closed`, async () => {
    const peer = await websocket();

    peer.write(bytes);

    await deadline(peer.gone);
  });
}

test('text may be cut anywhere, in the middle of a character too', async () => {
  const peer = await websocket();
  const text = Buffer.from('40/é€😀,');

  text.forEach((byte, i) => peer.write(frame(i ? 0 : TEXT, [byte], i === text.length - 1)));

  await peer.until(new RegExp(Buffer.from('44/é€😀,{"message":"Invalid namespace"}').toString('latin1')));
});

for (const [name, messages] of [
  ['an event before CONNECT', ['42["hi"]']],
  ['an ack before CONNECT', ['430[]']],
  ['attachments announced before CONNECT', [`452-["hi",${placeholders(0, 1)}]`]],
  ['a DISCONNECT before CONNECT', ['41']],
  ['an event after a refused CONNECT', ['40{"token":"nonsense"}', '42["hi"]']],
  ['an event for another namespace', [auth(), '42/jobspare,["hi"]']],
  ['a second CONNECT', [auth(), auth()]],
  ['a CONNECT of 20 KiB', [`40{"token":"${'x'.repeat(20_000)}"}`]],
  ['a namespace without an end', [`40/${'x'.repeat(900_000)}`]],
  ['JSON a hundred thousand deep', [auth(), `42["hi",${'['.repeat(100_000)}`]],
  ['JSON of a hundred thousand values', [auth(), `42["hi",${'{},'.repeat(100_000)}0]`]],
  ['a number of a hundred thousand digits', [auth(), `42["hi",${'9'.repeat(100_000)}]`]],
  ['an exponent out of this world', [auth(), '42["hi",1e99999999999999]']],
  ['an ack id beyond counting', [auth(), '4299999999999999999999["hi"]']],
  ['a placeholder too few', [auth(), `452-["hi",${placeholders(0)}]`]],
  ['a placeholder twice', [auth(), `451-["hi",${placeholders(0, 0)}]`]],
  ['a placeholder out of range', [auth(), `451-["hi",${placeholders(1)}]`]],
  ['a placeholder that is no number', [auth(), '451-["hi",{"_placeholder":true,"num":"0"}]']],
  ['a text in the place of an attachment', [auth(), `451-["hi",${placeholders(0)}]`, '42["hi"]']],
  ['a reserved event name', [auth(), '42["disconnect"]']],
]) {
  test(`${name} closes the session with 1002`, async () => {
    const peer = await websocket();

    peer.says(...messages);

    assert.equal(await peer.code(), 1002);
  });
}

test('a refused CONNECT again and again ends the session', async () => {
  const peer = await websocket();

  peer.says(...Array(40).fill('40{"token":"nonsense"}'));

  assert.equal(await peer.code(), 1000);
});

test('attachments that are never complete are kept up to a limit', async () => {
  const peer = await joined();

  peer.says(`4510-["hi",${placeholders(...Array(10).keys())}]`);
  for (let i = 0; i < 9; i++) peer.write(frame(BINARY, Buffer.alloc(900_000)));

  assert.equal(await peer.code(), 1002);
});

test('acks that nobody waits for are ignored', async () => {
  const peer = await joined();

  peer.says('430[]', '439007199254740991[1]', `461-7[${placeholders(0)}]`);
  peer.write(frame(BINARY, 'x'));
  peer.says('429["send_message",{"conversation_id":"none","text":"hi"}]');

  await peer.until(/439\[\{"success":false/);
});

test('odd values are answered, not choked on', async () => {
  const peer = await joined();
  const odd = ['1e400', '-0', '1e-400', '12345678901234567890', '"\\ud800"', '"\\u0000"', 'null', '[]', '{"__proto__":{}}', 'true'];

  odd.forEach((value, i) => peer.says(
    `42${i}["send_message",{"conversation_id":${value},"text":${value},"clientMessageId":${value}}]`,
    `42${100 + i}["join_conversation",${value}]`));

  for (let i = 0; i < odd.length; i++) {
    await peer.until(new RegExp(`43${i}\\[\\{"success":false`));
    await peer.until(new RegExp(`43${100 + i}\\[\\{"success":false`));
  }
});

test('headers of more than 16 KiB open no session', async () => {
  assert.equal((await request('', { headers: { 'x-large': 'x'.repeat(17_000) } })).status, 400);
});

test('a POST that breaks off ends the session', async () => {
  const sid = await handshake();
  const half = rawPost(sid, '4', 1_000);
  await pause(50);

  half.destroy();
  await pause(100);

  assert.equal((await request(sid)).status, 400);
});

test('a second POST while one trickles in ends the session', async () => {
  const sid = await handshake();
  rawPost(sid, '4', 1_000);
  await pause(50);

  assert.equal((await post(sid, '3')).status, 400);
  assert.equal((await request(sid)).status, 400);
});

test('HEAD, and methods that nobody knows, are refused', async () => {
  const sid = await handshake();

  for (const method of ['HEAD', 'BREW']) {
    assert.equal((await request('', { method })).status, 400);
    assert.equal((await request(sid, { method })).status, 400);
  }
});

test('a session that is closed while it upgrades takes its WebSocket along', async () => {
  const sid = await handshake();
  const peer = await websocket(`&sid=${sid}`);
  peer.says('2probe');
  await peer.until(/3probe/);

  await post(sid, '1');

  await deadline(peer.gone);
});

test('a session that upgrades and closes at once is in one of both states', async () => {
  await Promise.all(Array.from({ length: 20 }, async () => {
    const sid = await handshake();
    const peer = await websocket(`&sid=${sid}`);
    peer.says('2probe');
    await peer.until(/3probe/);

    peer.says('5');
    const closed = (await post(sid, '1')).status === 200;

    if (!closed) peer.says('1');
    await deadline(peer.gone);
    assert.equal((await request(sid)).status, 400);
  }));
});

test('sessions that never CONNECT, and sessions dropped at once, cost nobody else', async () => {
  await Promise.all(Array.from({ length: 300 }, () => handshake()));
  const crowd = await Promise.all(Array.from({ length: 50 }, () => websocket()));

  crowd.forEach((peer, i) => (i % 2 ? peer.destroy() : peer.resetAndDestroy()));
});

test('a crowd that vanishes during a broadcast is not missed', async () => {
  const crowd = await Promise.all(Array.from({ length: 40 }, () => joined(conversation.ada)));
  crowd.forEach((peer) => peer.says(`42["join_conversation",${JSON.stringify(conversation.id)}]`));

  for (let i = 0; i < 40; i++) {
    const said = say(`message ${i}`);
    crowd[i].resetAndDestroy();
    await said;
  }
});

test('a reader that stops is closed when its outbox is full', async () => {
  const slow = await joined(conversation.ada);
  const id = JSON.stringify(conversation.id);
  const proof = JSON.stringify({ token: token(conversation.ada) });
  slow.says(`40/horse-trust,${proof}`, `40/jobspare,${proof}`);
  slow.says(`42["join_conversation",${id}]`, `42/horse-trust,["join_conversation",${id}]`,
    `42/jobspare,["join_conversation",{"conversationId":${id},"userId":"${conversation.ada}"}]`);
  await slow.until(/joined_conversation/);
  slow.pause();
  const text = 'x'.repeat(9_000);

  for (let burst = 0; burst < 3; burst++) {
    for (let i = 0; i < 249; i++) {
      bystander.emit('send_message', {
        conversationId: conversation.id, receiverId: conversation.ada, messageType: 'text', content: { text },
      });
    }
    await say(`burst ${burst}`);
  }
  slow.resume();

  await deadline(slow.gone);
});

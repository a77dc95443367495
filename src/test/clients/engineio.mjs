// Engine.IO as its specification has it, without any client library. Argument: the server's address.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebSocket } from 'ws';

const address = process.argv[2];
const path = '/socket.io/?EIO=4';
const polling = (sid = '') => `${address}${path}&transport=polling${sid && `&sid=${sid}`}`;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function handshake() {
  return JSON.parse((await (await fetch(polling())).text()).slice(1));
}

const poll = async (sid, options) => fetch(polling(sid), options);
const post = (sid, body, method = 'POST') => fetch(polling(sid), { method, body });

async function websocket(query = '') {
  const socket = new WebSocket(`${address.replace('http', 'ws')}${path}&transport=websocket${query}`);
  const heard = [];
  let wake = () => {};
  socket.on('message', (data, binary) => {
    heard.push(binary ? data : String(data));
    wake();
  });
  socket.next = async () => {
    while (heard.length === 0) await new Promise((resolve) => (wake = resolve));
    return heard.shift();
  };
  socket.ended = new Promise((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  return socket;
}

async function refusal(request) {
  const answer = await request;
  return [answer.status, await answer.json()];
}

const connectPacket = '40{"token":"nonsense"}';

test('the handshake tells what the protocol asks for', async () => {
  const answer = await fetch(polling());
  const open = await answer.text();

  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^text\/plain; ?charset=utf-8$/i);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(open[0], '0');
  const { sid, ...settings } = JSON.parse(open.slice(1));
  assert.match(sid, /^[\w-]{22,}$/);
  assert.deepEqual(settings, { upgrades: ['websocket'], pingInterval: 25000, pingTimeout: 60000, maxPayload: 1000000 });
});

for (const [name, url, options, error] of [
  ['an unknown transport', `${path}&transport=abc`, {}, { code: 0, message: 'Transport unknown' }],
  ['no transport', path, {}, { code: 0, message: 'Transport unknown' }],
  ['an unknown session', `${path}&transport=polling&sid=abc`, {}, { code: 1, message: 'Session ID unknown' }],
  ['a handshake by POST', `${path}&transport=polling`, { method: 'POST' }, { code: 2, message: 'Bad handshake method' }],
  ['a WebSocket without an upgrade', `${path}&transport=websocket`, {}, { code: 3, message: 'Bad request' }],
  ['a parameter given twice', `${path}&EIO=4&transport=polling`, {}, { code: 3, message: 'Bad request' }],
  ['a foreign origin', `${path}&transport=polling`, { headers: { origin: 'https://evil.example' } },
    { code: 4, message: 'Forbidden' }],
  ['another protocol', '/socket.io/?EIO=5&transport=polling', {}, { code: 5, message: 'Unsupported protocol version' }],
  ['no protocol', '/socket.io/?transport=polling', {}, { code: 5, message: 'Unsupported protocol version' }],
]) {
  test(`${name} is refused with a code`, async () => {
    assert.deepEqual(await refusal(fetch(address + url, options)), [error.code === 4 ? 403 : 400, error]);
  });
}

test('a message by POST is answered ok, and its answer comes by the waiting poll', async () => {
  const { sid } = await handshake();
  const waiting = poll(sid);

  const posted = await post(sid, connectPacket);

  assert.equal(await posted.text(), 'ok');
  assert.match(await (await waiting).text(), /^44\{"message":"Authentication error: invalid token"/);
});

test('several packets in one payload are handled in order', async () => {
  const { sid } = await handshake();

  await post(sid, `${connectPacket}\x1e40/nowhere,`);
  await pause(200);

  const heard = (await (await poll(sid)).text()).split('\x1e');
  assert.match(heard[0], /^44\{/);
  assert.equal(heard[1], '44/nowhere,{"message":"Invalid namespace"}');
});

test('a close packet answers the poll and ends the session', async () => {
  const { sid } = await handshake();
  const waiting = poll(sid);
  await pause(50);

  await post(sid, '1');

  assert.equal(await (await waiting).text(), '6');
  assert.equal((await poll(sid)).status, 400);
});

test('two polls at once end the session', async () => {
  const { sid } = await handshake();
  const waiting = poll(sid);
  await pause(50);

  assert.equal((await poll(sid)).status, 400);
  assert.equal((await waiting).status, 200);
  assert.equal((await poll(sid)).status, 400);
});

test('an aborted poll ends the session before the next one', async () => {
  const { sid } = await handshake();
  const abort = new AbortController();
  const waiting = poll(sid, { signal: abort.signal }).catch(() => {});
  await pause(50);

  abort.abort();
  await waiting;
  await pause(5);

  assert.equal((await poll(sid)).status, 400);
});

for (const [name, body] of [
  ['no packet', 'abc'],
  ['an empty packet', ''],
  ['an empty packet after a good one', '40\x1e'],
  ['broken base64', 'b!'],
  ['broken UTF-8', Buffer.from([0x34, 0xff, 0xfe])],
  ['a packet that only a server sends', '0{}'],
  ['an event before CONNECT', '42["hi"]'],
  ['a packet of no type', '49'],
  ['an event that is no array', '42{}'],
  ['JSON without an end', '40{"a":'],
  ['attachments that never had a header', 'bAQID'],
  ['an absurd number of attachments', '4599999999999-["hi"]'],
]) {
  test(`${name} ends the session`, async () => {
    const { sid } = await handshake();

    await post(sid, body);
    await pause(50);

    assert.equal((await poll(sid)).status, 400);
  });
}

test('a body over maxPayload is refused with 413', async () => {
  const { sid } = await handshake();

  assert.equal((await post(sid, `4${'x'.repeat(1_000_000)}`)).status, 413);
});

test('a body over maxPayload without a length is refused with 413', async () => {
  const { sid } = await handshake();
  async function* endless() {
    for (let i = 0; i < 40; i++) yield Buffer.alloc(50_000, '4');
  }

  const answer = await fetch(polling(sid), { method: 'POST', body: endless(), duplex: 'half' }).catch((e) => e);

  assert.ok(answer.status === 413 || answer instanceof TypeError, String(answer));
});

test('other methods on a live session are refused and cost it nothing', async () => {
  const { sid } = await handshake();

  for (const method of ['PUT', 'DELETE', 'PATCH']) assert.equal((await post(sid, '40', method)).status, 400);

  assert.equal((await post(sid, connectPacket)).status, 200);
});

test('a preflight is answered for an origin that is allowed', async () => {
  const own = new URL(address).origin;
  const headers = { origin: own, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-a' };

  const answer = await fetch(polling(), { method: 'OPTIONS', headers });

  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get('access-control-allow-origin'), own);
  assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
  assert.equal(answer.headers.get('access-control-allow-headers'), 'x-a');
});

test('a WebSocket opens a session of its own', async () => {
  const socket = await websocket();

  const open = JSON.parse((await socket.next()).slice(1));
  socket.send(connectPacket);

  assert.deepEqual(open.upgrades, []);
  assert.match(await socket.next(), /^44\{/);
  socket.close();
});

test('a WebSocket takes over a session that polls', async () => {
  const { sid } = await handshake();
  const waiting = poll(sid);
  await pause(50);
  const socket = await websocket(`&sid=${sid}`);

  socket.send('2probe');
  assert.equal(await socket.next(), '3probe');
  assert.equal(await (await waiting).text(), '6');
  socket.send('5');
  socket.send(connectPacket);

  assert.match(await socket.next(), /^44\{/);
  assert.deepEqual(await refusal(poll(sid)), [400, { code: 3, message: 'Bad request' }]);
  socket.close();
});

test('a second WebSocket for one session is closed', async () => {
  const { sid } = await handshake();
  const first = await websocket(`&sid=${sid}`);
  const second = await websocket(`&sid=${sid}`);

  await second.ended;
  first.send('2probe');
  assert.equal(await first.next(), '3probe');
  first.close();
});

for (const [name, bad] of [['before', '2prob'], ['after', '4hello']]) {
  test(`a WebSocket that talks nonsense ${name} its probe is closed and the session goes on`, async () => {
    const { sid } = await handshake();
    const socket = await websocket(`&sid=${sid}`);
    if (name === 'after') {
      socket.send('2probe');
      await socket.next();
    }

    socket.send(bad);
    await socket.ended;

    assert.equal((await post(sid, connectPacket)).status, 200);
  });
}

test('a WebSocket of an unknown session or a foreign origin is refused before it opens', async () => {
  await assert.rejects(websocket('&sid=abc'), /400/);
  const foreign = new WebSocket(`${address.replace('http', 'ws')}${path}&transport=websocket`,
    { origin: 'https://evil.example' });
  const error = await new Promise((resolve) => foreign.on('error', resolve));
  assert.match(error.message, /403/);
});

test('a WebSocket message that is none, or is too large, closes it with a reason', async () => {
  const nonsense = await websocket();
  nonsense.send('abc');
  assert.equal(await nonsense.ended, 1002);

  const large = await websocket();
  large.send(`4${'x'.repeat(1_000_001)}`);
  assert.equal(await large.ended, 1009);
});

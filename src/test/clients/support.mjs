// What all client tests need: the server they talk to, tokens, REST, and sockets that write down what they hear.
// Arguments: <address> <secret> [default|polling|websocket] [4.8|4.7]
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';

const [address, secret, transports = 'default', version = '4.8'] = process.argv.slice(2);
const { io } = await import(version === '4.7' ? 'socket.io-client-4-7' : 'socket.io-client');

export { address, io };
export const transportOption = transports === 'default' ? {} : { transports: [transports] };
export const upgrades = transports === 'default';

const PATIENCE = 10_000;
const run = randomUUID().slice(0, 8);
const open = new Set();
let tests = 0;

/** A user id that no other test and no other run has. */
export const user = (name) => `${name}_${run}_${tests}`;

const part = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');

export function token(userId, claims = {}) {
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ userId, ...claims })}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** Notes every event of a socket; `next` takes the first one of that name, waiting for it if need be. */
export function listening(socket) {
  const heard = [];
  let wake = () => {};
  socket.onAny((event, ...args) => {
    heard.push({ event, args });
    wake();
  });
  open.add(socket);
  return Object.assign(socket, {
    heard,
    async next(event) {
      for (const end = Date.now() + PATIENCE; ; ) {
        const at = heard.findIndex((one) => one.event === event);
        if (at >= 0) return heard.splice(at, 1)[0].args[0];
        const left = end - Date.now();
        assert.ok(left > 0, `no ${event} came; heard ${JSON.stringify(heard)}`);
        await Promise.race([new Promise((resolve) => (wake = resolve)), pause(left)]);
      }
    },
    /** The names of everything heard and not taken since, in order. */
    names: () => heard.map((one) => one.event),
  });
}

/** A socket that is not connected yet. */
export function client(userId, { server = address, namespace = '', claims = {}, ...options } = {}) {
  const { auth = {}, ...others } = options;
  const socket = io(server + namespace, {
    forceNew: true,
    reconnectionDelay: 50,
    ...transportOption,
    ...others,
    auth: { token: token(userId, claims), ...auth },
  });
  return listening(socket);
}

export async function connected(socket) {
  if (!socket.connected) {
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
  }
  return socket;
}

export const connect = (userId, options) => connected(client(userId, options));

export function refused(socket) {
  open.add(socket);
  return new Promise((resolve, reject) => {
    socket.once('connect_error', resolve);
    socket.once('connect', () => reject(new Error('it was let in')));
  });
}

export const emit = (socket, ...args) => socket.timeout(PATIENCE).emitWithAck(...args);

/** Long enough for anything that was going to arrive. */
export const quiet = () => pause(300);

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function rest(userId, method, path, body) {
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${token(userId)}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** Asserts that `actual` has at least these members. */
export const has = (actual, expected) => assert.deepEqual({ ...actual, ...expected }, actual);

export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function hangUp() {
  for (const socket of open) socket.disconnect();
  open.clear();
  tests++;
}

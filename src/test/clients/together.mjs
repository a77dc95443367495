// Two dialects in one conversation, each in its own words.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  address, client, connect, connected, emit, hangUp, has, io, listening, quiet, refused, rest, token, transportOption,
  user,
} from './support.mjs';

afterEach(hangUp);

for (const [where, jobspare, horseTrust] of [
  ['by name in /', { auth: { dialect: 'jobspare' } }, { auth: { dialect: 'horse-trust' } }],
  ['by query in /', { query: { dialect: 'jobspare' } }, { query: { dialect: 'horse-trust' } }],
  ['in their own namespaces', { namespace: '/jobspare' }, { namespace: '/horse-trust' }],
  ['unnamed in /', {}, {}],
]) {
  test(`a jobspare user and a horse-trust user chat, ${where}`, async () => {
    const [a, b] = [user(`ada${where.length}`), user(`bob${where.length}`)];
    const conversationId = `${a}_${b}`;
    const one = await connect(a, { ...jobspare, claims: { name: 'Ada' } });
    const two = await connect(b, { ...horseTrust, claims: { name: 'Bob' } });
    one.emit('join_conversation', { conversationId, userId: a });
    await one.next('joined_conversation');
    two.emit('join_conversation', conversationId);
    await emit(two, 'join_conversation', conversationId);

    one.emit('send_message', { conversationId, receiverId: b, messageType: 'text', content: { text: 'hello' } });
    const heard = await two.next('new_message');
    assert.deepEqual(Object.keys(heard).sort(),
      ['_id', 'conversation_id', 'is_read', 'sender_id', 'sent_at', 'text']);
    has(heard, { conversation_id: conversationId, text: 'hello', is_read: false });
    assert.equal((await two.next('message_notification')).sender, a);
    assert.deepEqual(await one.next('message_delivered'), { messageId: heard._id });
    assert.equal((await one.next('new_message'))._id, heard._id);

    const ack = await emit(two, 'send_message', { conversation_id: conversationId, text: 'hello yourself' });
    const echo = await one.next('new_message');
    assert.equal(echo._id, ack.data._id);
    has(echo, {
      conversationId, senderId: { _id: b, name: 'Bob' }, receiverId: a, messageType: 'text',
      content: { text: 'hello yourself' }, status: 'sent',
    });

    two.emit('typing', conversationId);
    assert.deepEqual(await one.next('user_typing'), { conversationId, userId: b, isTyping: true });
    two.emit('stop_typing', conversationId);
    assert.deepEqual(await one.next('user_typing'), { conversationId, userId: b, isTyping: false });
    one.emit('typing_start', { conversationId });
    has(await two.next('user_typing'), { userId: a });
    one.emit('typing_stop', { conversationId });
    has(await two.next('user_stop_typing'), { userId: a });

    one.emit('mark_as_read', { conversationId, messageIds: [ack.data._id] });
    await quiet();
    const history = await rest(b, 'GET', `/conversations/${conversationId}/messages`);
    assert.deepEqual(history.body.items.map(({ seq, text, status }) => [seq, text, status]),
      [[1, 'hello', 'delivered'], [2, 'hello yourself', 'read']]);
    assert.ok(!two.names().includes('message_read') && !two.names().includes('user_online_status') || where.startsWith('unnamed'));
  });
}

test('an image reaches a dialect of texts as its file name', async () => {
  const [a, b] = [user('ina'), user('tom')];
  const conversationId = `${a}_${b}`;
  const one = await connect(a, { namespace: '/jobspare' });
  const two = await connect(b, { namespace: '/horse-trust' });
  await emit(one, 'join_conversation', { conversationId });
  await emit(two, 'join_conversation', conversationId);
  const image = (content) => one.emit('send_message', { conversationId, receiverId: b, messageType: 'image', content });

  image({ fileUrl: 'https://img.example/horse.png', fileName: 'horse.png' });
  image({ fileUrl: 'https://img.example/horse.png' });

  assert.equal((await two.next('new_message')).text, 'horse.png');
  assert.equal((await two.next('new_message')).text, '[image]');
});

test('until it has said something telling, a socket hears what concerns its user in every dialect', async () => {
  const [a, b] = [user('una'), user('vic')];
  const conversationId = `${a}_${b}`;
  const undecided = await connect(a);
  const one = await connect(b, { namespace: '/jobspare' });
  await undecided.next('authenticated');
  await emit(one, 'join_conversation', { conversationId });

  await emit(one, 'send_message', { conversationId, receiverId: a, messageType: 'text', content: { text: 'hi' } });
  has(await undecided.next('message_notification'), { sender: b, preview: 'hi' });
  one.disconnect();
  has(await undecided.next('user_online_status'), { userId: b, isOnline: false });

  undecided.emit('join_conversation', { conversationId });
  await undecided.next('joined_conversation');
  const two = await connect(b, { namespace: '/horse-trust' });
  await emit(two, 'send_message', { conversation_id: conversationId, text: 'again' });
  await undecided.next('new_message');
  await quiet();
  assert.ok(!undecided.names().includes('message_notification'));
});

test('an event that tells nothing gets an error both dialects can read', async () => {
  const socket = await connect(user('una'));

  socket.emit('send_message', {});

  const error = await socket.next('error');
  assert.equal(typeof error.message, 'string');
  assert.equal(typeof error.code, 'string');
});

test('a dialect that does not exist, and a namespace that does not, are refused', async () => {
  const dialect = await refused(client(user('una'), { auth: { dialect: 'klingon' } }));
  const namespace = await refused(client(user('una'), { namespace: '/klingon' }));

  assert.match(dialect.message, /jobspare/);
  assert.equal(namespace.message, 'Invalid namespace');
});

test('REST and sockets see the same conversation', async () => {
  const [a, b] = [user('res'), user('soc')];
  const created = await rest(a, 'POST', '/conversations', { type: 'direct', participantIds: [b] });
  assert.equal(created.status, 201);
  const { id } = created.body;
  const socket = await connect(b, { namespace: '/horse-trust' });
  await emit(socket, 'join_conversation', id);

  const posted = await rest(a, 'POST', `/conversations/${id}/messages`, { text: 'by REST', clientMessageId: 'r1' });
  assert.equal(posted.status, 201);
  const heard = await socket.next('new_message');
  await emit(socket, 'send_message', { conversation_id: id, text: 'by socket' });

  assert.equal(heard._id, posted.body.id);
  const history = await rest(a, 'GET', `/conversations/${id}/messages`);
  assert.deepEqual(history.body.items.map((m) => [m.seq, m.text]), [[1, 'by REST'], [2, 'by socket']]);
  const list = await rest(b, 'GET', '/conversations');
  has(list.body.items[0], { id, type: 'direct', lastSeq: 2 });
  assert.equal((await rest(user('eve'), 'GET', `/conversations/${id}`)).status, 404);
  assert.equal((await rest(a, 'POST', '/conversations', { type: 'direct', participantIds: [b] })).status, 200);
});

test('a token may come in the Authorization header of the handshake', async () => {
  const extraHeaders = { Authorization: `Bearer ${token(user('hed'), { name: 'Hedy' })}` };
  const socket = listening(io(address, { forceNew: true, ...transportOption, extraHeaders }));

  await connected(socket);

  assert.deepEqual(await socket.next('authenticated'), { userId: user('hed'), success: true });
});

test('one connection carries several namespaces, each with a socket of its own', async () => {
  const [a, b] = [user('two'), user('one')];
  const conversationId = `${a}_${b}`;
  const manager = new io.Manager(address, { forceNew: true, ...transportOption });
  const auth = { token: token(a) };
  const jobspare = await connected(listening(manager.socket('/jobspare', { auth })));
  const horseTrust = await connected(listening(manager.socket('/horse-trust', { auth })));
  const other = await connect(b, { namespace: '/horse-trust' });
  await emit(jobspare, 'join_conversation', { conversationId });
  for (const socket of [horseTrust, other]) await emit(socket, 'join_conversation', conversationId);

  await emit(other, 'send_message', { conversation_id: conversationId, text: 'to both' });
  assert.notEqual(jobspare.id, horseTrust.id);
  assert.equal((await jobspare.next('new_message')).content.text, 'to both');
  assert.equal((await horseTrust.next('new_message')).text, 'to both');

  jobspare.disconnect();
  await emit(other, 'send_message', { conversation_id: conversationId, text: 'to one' });
  assert.equal((await horseTrust.next('new_message')).text, 'to one');
  await quiet();
  assert.ok(!jobspare.names().includes('new_message'));
});

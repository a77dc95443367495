// The JobSpare client of the source document, and what it relies on.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  INSTANT, address, client, connect, connected, emit, hangUp, has, io, listening, quiet, refused, rest, token,
  transportOption, user,
} from './support.mjs';

afterEach(hangUp);

const dialect = { auth: { dialect: 'jobspare' } };

/** The document's "Complete Client Example": the address, the token and the ids are the reader's to fill in. */
function completeClient(your_jwt_token, myId, myConversation, ui) {
  const { displayMessage, updateMessageStatus, showTypingIndicator, hideTypingIndicator, updateUserStatus,
    showErrorNotification } = ui;
  const socket = io(address, {
    auth: { token: your_jwt_token },
    forceNew: true, ...transportOption,
  });

  socket.on('connect', () => {
    socket.emit('join_conversation', {
      conversationId: myConversation,
      userId: myId
    });
  });

  socket.on('new_message', (message) => {
    displayMessage(message);
  });

  socket.on('message_delivered', ({ messageId }) => {
    updateMessageStatus(messageId, 'delivered');
  });

  socket.on('message_read', ({ messageIds, readBy }) => {
    messageIds.forEach(id => updateMessageStatus(id, 'read'));
  });

  socket.on('user_typing', ({ userId, isTyping }) => {
    if (isTyping) {
      showTypingIndicator(userId);
    } else {
      hideTypingIndicator(userId);
    }
  });

  socket.on('user_online_status', ({ userId, isOnline, lastSeen }) => {
    updateUserStatus(userId, isOnline, lastSeen);
  });

  socket.on('error', (error) => {
    showErrorNotification(error.message);
  });

  function sendMessage(conversationId, receiverId, text) {
    socket.emit('send_message', {
      conversationId,
      receiverId,
      messageType: 'text',
      content: { text }
    });
  }

  let typingTimeout;
  function handleTyping(conversationId) {
    socket.emit('typing_start', { conversationId });

    clearTimeout(typingTimeout);
    typingTimeout = setTimeout(() => {
      socket.emit('typing_stop', { conversationId });
    }, 300);
  }

  function markAsRead(conversationId, messageIds) {
    socket.emit('mark_as_read', {
      conversationId,
      messageIds
    });
  }
  return { socket: listening(socket), sendMessage, handleTyping, markAsRead };
}

function screen() {
  const shown = [];
  const show = (what) => (...args) => shown.push([what, ...args]);
  return {
    shown,
    displayMessage: show('message'), updateMessageStatus: show('status'), showTypingIndicator: show('typing'),
    hideTypingIndicator: show('stopped'), updateUserStatus: show('user'), showErrorNotification: show('error'),
  };
}

const text = (conversationId, receiverId, words, more = {}) => ({
  conversationId, receiverId, messageType: 'text', content: { text: words }, ...more,
});

test('the complete client example of the document, by two users', async () => {
  const [a, b] = [user('user123'), user('user456')];
  const conversation = `${a}_${b}`;
  const [atA, atB] = [screen(), screen()];
  const one = completeClient(token(a, { name: 'Ada' }), a, conversation, atA);
  await one.socket.next('joined_conversation');
  const two = completeClient(token(b, { name: 'Bob' }), b, conversation, atB);
  await two.socket.next('joined_conversation');

  one.sendMessage(conversation, b, 'Hello!');
  const message = await two.socket.next('new_message');
  await one.socket.next('message_delivered');
  assert.match(message.timestamp, INSTANT);
  assert.deepEqual(message, {
    _id: message._id, conversationId: conversation, senderId: { _id: a, name: 'Ada' }, receiverId: b,
    messageType: 'text', content: { text: 'Hello!' }, status: 'sent', timestamp: message.timestamp,
  });
  two.handleTyping(conversation);
  await one.socket.next('user_typing');
  await one.socket.next('user_typing');
  two.markAsRead(conversation, [message._id]);
  await one.socket.next('message_read');

  assert.deepEqual(atA.shown.filter(([what]) => what !== 'user'), [
    ['message', message], ['status', message._id, 'delivered'], ['typing', b], ['stopped', b],
    ['status', message._id, 'read'],
  ]);
  assert.deepEqual(atB.shown.filter(([what]) => what !== 'user'), [['message', message]]);
});

test('a socket is told at once that it is authenticated', async () => {
  const socket = await connect(user('ada'), dialect);

  assert.deepEqual(await socket.next('authenticated'), { userId: user('ada'), success: true });
});

test('without a good token nobody comes in', async () => {
  const without = await refused(io(address, { forceNew: true, ...transportOption, auth: { dialect: 'jobspare' } }));
  const forged = await refused(client(user('ada'), { auth: { dialect: 'jobspare', token: `${token('x')}x` } }));

  assert.equal(without.message, 'Authentication error: no token');
  assert.deepEqual(without.data, { code: 'TOKEN_MISSING' });
  assert.equal(forged.message, 'Authentication error: invalid token');
  assert.deepEqual(forged.data, { code: 'TOKEN_INVALID' });
});

test('the ack comes first, then the message, then its delivery', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const conversation = `${a}_${b}`;
  const one = await connect(a, dialect);
  const two = await connect(b, dialect);
  for (const socket of [one, two]) await emit(socket, 'join_conversation', { conversationId: conversation });

  const order = [];
  one.onAny((event) => order.push(event));
  const ack = await new Promise((resolve) => one.emit('send_message', text(conversation, b, 'hi'), (answer) => {
    order.push('ack');
    resolve(answer);
  }));
  await one.next('message_delivered');

  assert.equal(ack.success, true);
  assert.deepEqual(order.slice(0, 3), ['ack', 'new_message', 'message_delivered']);
});

test('the user id in a payload is ignored, whoever it names', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const socket = await connect(a, dialect);

  socket.emit('join_conversation', { conversationId: `${b}_${a}`, userId: 'test_user' });

  assert.deepEqual(await socket.next('joined_conversation'), { conversationId: `${b}_${a}` });
});

test('both orders of two ids are one conversation, known to each by the one it joined with', async () => {
  const [a, b] = [user('ann'), user('ben')];
  const one = await connect(a, dialect);
  const two = await connect(b, dialect);
  one.emit('join_conversation', { conversationId: `${a}_${b}`, userId: a });
  await one.next('joined_conversation');
  two.emit('join_conversation', { conversationId: `${b}_${a}`, userId: b });
  await two.next('joined_conversation');

  one.emit('send_message', text(`${a}_${b}`, b, 'hi'));

  assert.equal((await one.next('new_message')).conversationId, `${a}_${b}`);
  assert.equal((await two.next('new_message')).conversationId, `${b}_${a}`);
});

test('a message by an image or a file has what the document says', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const socket = await connect(a, dialect);
  const conversationId = `${a}_${b}`;
  await emit(socket, 'join_conversation', { conversationId });
  const content = { fileUrl: '/uploads/chat/image123.jpg', fileName: 'photo.jpg', fileSize: 245678 };

  socket.emit('send_message', { conversationId, receiverId: b, messageType: 'image', content });

  has(await socket.next('new_message'), { messageType: 'image', content });
});

test('what is wrong is told in a sentence and a code, and nothing is stored', async () => {
  const [a, b, c] = [user('ada'), user('bob'), user('eve')];
  const conversationId = `${a}_${b}`;
  const socket = await connect(a, dialect);
  await emit(socket, 'join_conversation', { conversationId });
  const stranger = await connect(c, dialect);
  const wrong = [
    [stranger, 'join_conversation', { conversationId, userId: a }, 'FORBIDDEN'],
    [stranger, 'send_message', text(conversationId, b, 'hi'), 'FORBIDDEN'],
    [stranger, 'join_conversation', { conversationId: 'nobody_knows' }, 'FORBIDDEN'],
    [socket, 'send_message', text(conversationId, c, 'forged receiver'), 'FORBIDDEN'],
    [socket, 'send_message', text(conversationId, b, ' \u00a0\ufeff\n'), 'VALIDATION'],
    [socket, 'send_message', text(conversationId, b, 'x'.repeat(10_001)), 'VALIDATION'],
    [socket, 'send_message', text(conversationId, b, 'a\u0000b'), 'VALIDATION'],
    [socket, 'send_message', { ...text(conversationId, b, 'hi'), conversation_id: conversationId }, 'VALIDATION'],
    [socket, 'send_message', { ...text(conversationId, b, 'hi'), messageType: 'poem' }, 'VALIDATION'],
    [socket, 'send_message', { conversationId, receiverId: b, messageType: 'file', content: {} }, 'VALIDATION'],
    [socket, 'send_message', { conversationId, receiverId: b, messageType: 'file',
      content: { fileUrl: 'javascript:alert(1)' } }, 'VALIDATION'],
    [socket, 'send_message', { conversationId, receiverId: b, messageType: 'file',
      content: { fileUrl: '/uploads/chat/a.txt', fileSize: -1 } }, 'VALIDATION'],
    [socket, 'send_message', null, 'VALIDATION'],
    [socket, 'send_message', 42, 'VALIDATION'],
    [socket, 'send_message', [], 'VALIDATION'],
    [socket, 'join_conversation', {}, 'VALIDATION'],
    [socket, 'join_conversation', { conversationId: 'x'.repeat(129) }, 'VALIDATION'],
    [socket, 'mark_as_read', { conversationId, messageIds: 'all' }, 'VALIDATION'],
    [socket, 'get_online_status', { userId: 7 }, 'VALIDATION'],
    [socket, 'typing_start', {}, 'VALIDATION'],
  ];
  for (const [by, event, payload, code] of wrong) {
    by.emit(event, payload);
    const error = await by.next('error');
    assert.equal(error.code, code, `${event} ${JSON.stringify(payload)}`);
    assert.ok(error.message.length > 0);
    const ack = await emit(by, event, payload);
    has(ack, { success: false, code });
    await by.next('error');
  }

  assert.deepEqual((await rest(a, 'GET', `/conversations/${conversationId}/messages`)).body.items, []);
  assert.ok(socket.connected && stranger.connected);
});

test('typing is heard by the others in the room and stops by itself with a message or the end', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const conversationId = `${a}_${b}`;
  const one = await connect(a, dialect);
  const two = await connect(b, dialect);
  for (const socket of [one, two]) await emit(socket, 'join_conversation', { conversationId });

  one.emit('typing_start', { conversationId });
  assert.deepEqual(await two.next('user_typing'), { conversationId, userId: a, isTyping: true });
  one.emit('send_message', text(conversationId, b, 'hi'));
  assert.deepEqual(await two.next('user_typing'), { conversationId, userId: a, isTyping: false });
  one.emit('typing_start', { conversationId });
  assert.equal((await two.next('user_typing')).isTyping, true);
  one.disconnect();
  assert.equal((await two.next('user_typing')).isTyping, false);
  assert.ok(!one.names().includes('user_typing'));
});

test('who left the room hears no messages, but is still a participant', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const conversationId = `${a}_${b}`;
  const one = await connect(a, dialect);
  const two = await connect(b, dialect);
  for (const socket of [one, two]) await emit(socket, 'join_conversation', { conversationId });

  two.emit('leave_conversation', { conversationId });
  await emit(two, 'leave_conversation', { conversationId });
  await emit(one, 'send_message', text(conversationId, b, 'are you there?'));
  await quiet();
  assert.ok(!two.names().includes('new_message'));

  assert.equal((await emit(two, 'send_message', text(conversationId, a, 'yes'))).success, true);
  assert.equal((await one.next('new_message')).content.text, 'are you there?');
  assert.equal((await one.next('new_message')).content.text, 'yes');
});

test('a message for somebody who is away is delivered when the history is fetched', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const conversationId = `${a}_${b}`;
  const one = await connect(a, dialect);
  await emit(one, 'join_conversation', { conversationId });
  one.emit('send_message', text(conversationId, b, 'for later'));
  const message = await one.next('new_message');
  await quiet();
  assert.ok(!one.names().includes('message_delivered'));

  const history = await rest(b, 'GET', `/conversations/${conversationId}/messages`);

  assert.equal(history.body.items[0].id, message._id);
  assert.deepEqual(await one.next('message_delivered'), { messageId: message._id });
});

test('reading is told once for each message, to the others and to the reader\'s other sockets', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const conversationId = `${a}_${b}`;
  const one = await connect(a, dialect);
  const two = await connect(b, dialect);
  const alsoTwo = await connect(b, dialect);
  for (const socket of [one, two]) await emit(socket, 'join_conversation', { conversationId });
  const ids = [];
  for (const words of ['1', '2', '3']) {
    one.emit('send_message', text(conversationId, b, words));
    ids.push((await two.next('new_message'))._id);
  }
  two.emit('send_message', text(conversationId, a, 'mine'));
  const mine = (await two.next('new_message'))._id;

  two.emit('mark_as_read', { conversationId, messageIds: [ids[2]] });
  assert.deepEqual(await one.next('message_read'), { messageIds: [ids[2]], readBy: b });
  assert.deepEqual(await alsoTwo.next('message_read'), { messageIds: [ids[2]], readBy: b });
  two.emit('mark_as_read', { conversationId, messageIds: [...ids, mine, 'msg1'] });
  assert.deepEqual(new Set((await one.next('message_read')).messageIds), new Set(ids.slice(0, 2)));
  await emit(two, 'mark_as_read', { conversationId, messageIds: ids });
  await quiet();

  assert.ok(!one.names().includes('message_read'));
  assert.ok(!two.names().includes('message_read'));
});

test('who is online is told on demand and to those who share a conversation', async () => {
  const [a, b, c] = [user('pia'), user('rob'), user('sam')];
  const one = await connect(a, dialect);
  await emit(one, 'join_conversation', { conversationId: `${a}_${b}` });
  const status = async (userId) => {
    one.emit('get_online_status', { userId });
    return one.next('user_online_status');
  };
  assert.deepEqual(await status(b), { userId: b, isOnline: false, lastSeen: null });
  assert.deepEqual(await status('nobody'), { userId: 'nobody', isOnline: false, lastSeen: null });

  const two = await connect(b, dialect);
  const stranger = await connect(c, dialect);
  assert.deepEqual(await one.next('user_online_status'), { userId: b, isOnline: true, lastSeen: null });
  assert.deepEqual(await status(c), { userId: c, isOnline: false, lastSeen: null });
  const second = await connect(b, dialect);
  await second.next('authenticated');
  two.disconnect();
  await quiet();
  assert.ok(!one.names().includes('user_online_status'));
  second.disconnect();
  const away = await one.next('user_online_status');

  has(away, { userId: b, isOnline: false });
  assert.match(away.lastSeen, INSTANT);
  assert.deepEqual(await status(b), away);
  assert.ok(!stranger.names().includes('user_online_status'));
});

test('the same clientMessageId again gives the same ack and no second message', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const conversationId = `${a}_${b}`;
  const socket = await connect(a, dialect);
  await emit(socket, 'join_conversation', { conversationId });
  const message = text(conversationId, b, 'once', { clientMessageId: `once-${a}` });

  const acks = await Promise.all([1, 2, 3].map(() => emit(socket, 'send_message', message)));
  const history = await rest(a, 'GET', `/conversations/${conversationId}/messages`);
  await quiet();

  assert.deepEqual(acks[1], acks[0]);
  assert.deepEqual(acks[2], acks[0]);
  assert.equal(history.body.items.length, 1);
  assert.equal(socket.names().filter((name) => name === 'new_message').length, 1);
});

test('an event the dialect does not know is acked as a failure', async () => {
  const socket = await connect(user('ada'), dialect);

  has(await emit(socket, 'order_pizza', {}), { success: false });
});

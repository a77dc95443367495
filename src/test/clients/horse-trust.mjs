// The Horse Trust client of the source document, and what it relies on.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  INSTANT, address, client, connect, emit, hangUp, has, io, listening, quiet, refused, rest, token, transportOption,
  user,
} from './support.mjs';

afterEach(hangUp);

const dialect = { auth: { dialect: 'horse-trust' } };
let count = 0;

/** A conversation of these users; the first one creates it. */
async function conversation(...users) {
  const id = `conv_${user(`${count++}`)}`;
  const type = users.length === 2 ? 'direct' : 'group';
  const created = await rest(users[0], 'POST', '/conversations', { type, participantIds: users.slice(1), id });
  assert.ok([200, 201].includes(created.status), JSON.stringify(created));
  return created.body.id;
}

/** The document's "Complete Client Integration Example", in plain JavaScript. */
function completeClient(token, conversationId, ui) {
  const { addMessageToUI, showNotificationBadge, showTypingIndicator, hideTypingIndicator, log } = ui;
  const socket = io(address, {
    auth: { token },
    forceNew: true, ...transportOption,
  });

  socket.on("connect", () => {
    socket.emit("join_conversation", conversationId);
  });

  socket.on("new_message", (message) => {
    addMessageToUI(message);
  });

  socket.on("message_notification", (notification) => {
    showNotificationBadge(notification.conversation_id);
  });

  socket.on("user_typing", (data) => {
    showTypingIndicator(data.userId);
  });

  socket.on("user_stop_typing", (data) => {
    hideTypingIndicator(data.userId);
  });

  function sendMessage(text) {
    socket.emit(
      "send_message",
      { conversation_id: conversationId, text },
      (response) => {
        if (response.success) {
          log("Message sent successfully");
        } else {
          log("Failed to send message:", response.message);
        }
      }
    );
  }

  let typingTimeout;
  function handleTyping() {
    socket.emit("typing", conversationId);

    clearTimeout(typingTimeout);
    typingTimeout = setTimeout(() => {
      socket.emit("stop_typing", conversationId);
    }, 300);
  }

  socket.on("connect_error", (error) => {
    if (error.message === "Authentication error: no token") {
      log("redirect to login");
    } else if (error.message === "Authentication error: invalid token") {
      log("refresh or redirect to login");
    }
  });
  return { socket: listening(socket), sendMessage, handleTyping };
}

function screen() {
  const shown = [];
  const show = (what) => (...args) => shown.push([what, ...args]);
  return {
    shown, addMessageToUI: show('message'), showNotificationBadge: show('badge'),
    showTypingIndicator: show('typing'), hideTypingIndicator: show('stopped'), log: show('log'),
  };
}

test('the complete client example of the document, by two users', async () => {
  const [a, b] = [user('507f1f77bcf86cd799439011'), user('507f191e810c19729de860ea')];
  const id = await conversation(a, b);
  const [atA, atB] = [screen(), screen()];
  const one = completeClient(token(a, { name: 'John Doe', picture: 'https://img.example/j.png' }), id, atA);
  const two = completeClient(token(b, { name: 'Jane Roe' }), id, atB);
  await emit(one.socket, 'join_conversation', id);
  await emit(two.socket, 'join_conversation', id);

  one.sendMessage('Hello, is this horse still available?');
  const message = await two.socket.next('new_message');
  const notification = await two.socket.next('message_notification');
  two.handleTyping();
  await one.socket.next('user_stop_typing');

  assert.match(message.sent_at, INSTANT);
  assert.deepEqual(message, {
    _id: message._id, conversation_id: id,
    sender_id: { _id: a, full_name: 'John Doe', profile_picture_url: 'https://img.example/j.png' },
    text: 'Hello, is this horse still available?', is_read: false, sent_at: message.sent_at,
  });
  assert.deepEqual(notification, {
    conversation_id: id, sender: a, preview: 'Hello, is this horse still available?',
  });
  assert.deepEqual(atA.shown, [
    ['message', message], ['log', 'Message sent successfully'], ['typing', b], ['stopped', b],
  ]);
  assert.deepEqual(atB.shown, [['message', message], ['badge', id]]);
});

test('both branches of its connect_error are taken', async () => {
  const shown = [];
  for (const bad of [undefined, 'nonsense', token(user('ada'), { exp: 1_000_000_000 })]) {
    const ui = screen();
    const { socket } = completeClient(bad, 'any', ui);
    await refused(socket);
    shown.push(ui.shown[0][1]);
  }

  assert.deepEqual(shown, ['redirect to login', 'refresh or redirect to login', 'refresh or redirect to login']);
});

test('a refusal says why in a code', async () => {
  const expired = await refused(client(user('ada'), { ...dialect, claims: { exp: 1_000_000_000 } }));

  assert.equal(expired.message, 'Authentication error: invalid token');
  assert.deepEqual(expired.data, { code: 'TOKEN_EXPIRED' });
});

test('the sender hears the message before the ack, the recipient before the notification', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const id = await conversation(a, b);
  const one = await connect(a, dialect);
  const two = await connect(b, dialect);
  for (const socket of [one, two]) await emit(socket, 'join_conversation', id);
  const order = [];
  one.onAny((event) => order.push(event));

  const ack = await new Promise((resolve) => one.emit('send_message', { conversation_id: id, text: 'hi' }, (answer) => {
    order.push('ack');
    resolve(answer);
  }));
  await two.next('message_notification');

  assert.deepEqual(order, ['new_message', 'ack']);
  assert.deepEqual(two.names(), ['new_message']);
  assert.deepEqual(ack, { success: true, data: await one.next('new_message') });
});

test('joining is not needed to send, nor to be notified', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const id = await conversation(a, b);
  const one = await connect(a, dialect);
  const two = await connect(b, dialect);

  assert.equal((await emit(one, 'send_message', { conversation_id: id, text: 'knock' })).success, true);

  assert.equal((await two.next('message_notification')).preview, 'knock');
  assert.deepEqual([one.names(), two.names()], [[], []]);
});

test('a preview has 60 characters and no half one', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const id = await conversation(a, b);
  const one = await connect(a, dialect);
  const two = await connect(b, dialect);

  await emit(one, 'send_message', { conversation_id: id, text: 'x'.repeat(100) });
  await emit(one, 'send_message', { conversation_id: id, text: `${'x'.repeat(59)}😀` });

  assert.equal((await two.next('message_notification')).preview, 'x'.repeat(60));
  assert.equal((await two.next('message_notification')).preview, 'x'.repeat(59));
});

test('who is not a participant cannot send, join or type', async () => {
  const [a, b, c] = [user('ada'), user('bob'), user('eve')];
  const id = await conversation(a, b);
  const inside = await connect(a, dialect);
  await emit(inside, 'join_conversation', id);
  const stranger = await connect(c, dialect);
  const unknown = await emit(stranger, 'send_message', { conversation_id: 'conv_of_nobody', text: 'hi' });
  const foreign = await emit(stranger, 'send_message', { conversation_id: id, text: 'hi' });

  assert.equal(foreign.message, 'Conversation not found');
  assert.equal(foreign.success, false);
  assert.deepEqual(foreign, unknown);
  stranger.emit('join_conversation', id);
  stranger.emit('typing', id);
  has(await emit(stranger, 'join_conversation', id), { success: false, message: 'Conversation not found' });
  await emit(inside, 'send_message', { conversation_id: id, text: 'secret' });
  await quiet();

  assert.ok(!stranger.names().includes('new_message'));
  assert.ok(!inside.names().includes('user_typing'));
  assert.deepEqual((await rest(a, 'GET', `/conversations/${id}/messages`)).body.items.map((m) => m.text), ['secret']);
});

test('any other failure is "Error sending message"', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const id = await conversation(a, b);
  const socket = await connect(a, dialect);
  const wrong = [
    null, 42, 'text', [], {}, { conversation_id: id }, { text: 'hi' }, { conversation_id: id, text: ' \t' },
    { conversation_id: id, text: 7 }, { conversation_id: 7, text: 'hi' }, { conversation_id: '', text: 'hi' },
    { conversation_id: 'x'.repeat(129), text: 'hi' }, { conversation_id: id, text: 'x'.repeat(10_001) },
    { conversation_id: id, text: 'nul \u0000' }, { conversation_id: id, text: '\ud800' },
    { conversation_id: id, conversationId: id, text: 'hi' },
  ];
  for (const payload of wrong) {
    const ack = await emit(socket, 'send_message', payload);
    assert.equal(ack.success, false, JSON.stringify(payload));
    assert.equal(ack.message, 'Error sending message', JSON.stringify(payload));
  }
  has(await emit(socket, 'send_message'), { success: false });

  assert.deepEqual((await rest(a, 'GET', `/conversations/${id}/messages`)).body.items, []);
  assert.ok(socket.connected);
});

test('typing is heard by the others in the room, not by the one who types', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const id = await conversation(a, b);
  const one = await connect(a, dialect);
  const two = await connect(b, dialect);
  const elsewhere = await connect(b, dialect);
  for (const socket of [one, two]) await emit(socket, 'join_conversation', id);

  one.emit('typing', id);
  has(await two.next('user_typing'), { userId: a });
  one.emit('stop_typing', id);
  has(await two.next('user_stop_typing'), { userId: a });
  await quiet();

  assert.deepEqual(one.names(), []);
  assert.deepEqual(elsewhere.names(), []);
});

test('a message that another participant has read is read', async () => {
  const [a, b] = [user('ada'), user('bob')];
  const id = await conversation(a, b);
  const one = await connect(a, dialect);
  const message = { conversation_id: id, text: 'read me', clientMessageId: `read-${a}` };
  const first = await emit(one, 'send_message', message);

  assert.equal((await rest(b, 'POST', `/conversations/${id}/read`, { messageId: first.data._id })).status, 204);

  const again = await emit(one, 'send_message', message);
  assert.deepEqual(again, { success: true, data: { ...first.data, is_read: true } });
});

test('a group hears and is notified like two', async () => {
  const [a, b, c] = [user('ada'), user('bob'), user('cyd')];
  const id = await conversation(a, b, c);
  const sockets = await Promise.all([a, b, c].map((one) => connect(one, dialect)));
  await Promise.all(sockets.map((socket) => emit(socket, 'join_conversation', id)));

  await emit(sockets[1], 'send_message', { conversation_id: id, text: 'to all' });

  for (const socket of sockets) assert.equal((await socket.next('new_message')).text, 'to all');
  await sockets[0].next('message_notification');
  await sockets[2].next('message_notification');
  await quiet();
  assert.deepEqual(sockets[1].names(), []);
});

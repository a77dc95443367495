// Two people, two dialects, one conversation:  node src/test/clients/hello.mjs [address]
import { once } from 'node:events';
import { io } from 'socket.io-client';

const address = process.argv[2] ?? 'http://localhost:8080';

async function tokenOf(userId, name) {
  const answer = await fetch(`${address}/api/v1/dev/tokens`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ userId, name }),
  });
  return (await answer.json()).token;
}

function connect(namespace, token) {
  const socket = io(`${address}/${namespace}`, { auth: { token } });
  socket.on('connect_error', (error) => fail(`${namespace}: ${error.message}`));
  socket.on('error', (error) => fail(`${namespace}: ${error.message}`));
  return socket;
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}

setTimeout(() => fail('no answer within 20 s'), 20_000).unref();

const ada = connect('horse-trust', await tokenOf('ada', 'Ada'));
const bob = connect('jobspare', await tokenOf('bob', 'Bob'));

bob.emit('join_conversation', { conversationId: 'ada_bob', userId: 'bob' });
await once(bob, 'joined_conversation');
ada.emit('join_conversation', 'ada_bob');

const bobHears = once(bob, 'new_message');
const ack = await ada.emitWithAck('send_message', { conversation_id: 'ada_bob', text: 'Hello Bob!' });
if (!ack.success) fail(`ada's message: ${ack.message}`);
const [heard] = await bobHears;
console.log(`bob (jobspare) hears ${heard.senderId.name}: ${heard.content.text}`);

const adaHears = once(ada, 'new_message');
bob.emit('send_message', {
  conversationId: 'ada_bob',
  receiverId: 'ada',
  messageType: 'text',
  content: { text: 'Hello Ada!' },
});
const [answer] = await adaHears;
console.log(`ada (horse-trust) hears ${answer.sender_id.full_name}: ${answer.text}`);

ada.disconnect();
bob.disconnect();

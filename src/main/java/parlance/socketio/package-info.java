/**
 * Socket.IO protocol 5 on top of Engine.IO sessions: namespaces, sockets, rooms, events, acks. Knows packets and what an
 * application registers; knows no chat, no token, no transport and no container.
 *
 * <p>An application starts at {@link parlance.socketio.SocketIoServer}. Whatever belongs to one session (gates, connection
 * listeners, event listeners, disconnect listeners, answers to acks, scheduled tasks) is called one at a time, in order, in
 * that session's turn, and may block; different sessions run side by side.
 *
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/">The Socket.IO protocol</a>
 */
package parlance.socketio;

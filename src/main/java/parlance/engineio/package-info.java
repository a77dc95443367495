/**
 * Engine.IO, protocol 4: sessions over long-polling or WebSocket that can move from the first to the second, with
 * heartbeat, bounded buffers and messages in order. It does not know what the messages mean.
 *
 * <p>A {@link parlance.engineio.Session} has one outbox, one writer at a time, and one mailbox that hands its messages to
 * the application one after the other. Transports are behind {@link parlance.engineio.Transport}; those of a servlet
 * container are in {@code engineio.transport}.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/">The Engine.IO protocol</a>
 */
package parlance.engineio;

/**
 * Engine.IO over a servlet container: a filter that refuses what may not come in, an asynchronous servlet for
 * long-polling and a WebSocket endpoint, all at one path. The only code that knows servlets and WebSockets.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/#transports">Engine.IO, Transports</a>
 */
package parlance.engineio.transport;

/**
 * The REST interface under {@code /api/v1} (Jakarta REST 3.1): conversations and their messages for whoever brings a
 * token. Errors are problems (RFC 9457) with a {@code code}; what a caller may not see looks as if it were not there.
 *
 * <p>Knows the chat and whose token it is, never a socket.
 */
package parlance.rest;

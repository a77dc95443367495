/**
 * What container tests stand on, one fixture per concept: a database, the WAR, the built server, Node clients.
 *
 * <p>Knows commands, files and ports; nothing of sockets or of chat.
 */
package parlance.support;

/**
 * The chat itself: users, conversations, participants, messages, receipts, typing and presence, kept in PostgreSQL. The
 * only user of JPA. It refuses to know how anybody is connected: sockets, dialects, REST and tokens are all elsewhere.
 *
 * <p>A use case is one method of a service and one transaction. What happened is fired as a {@link
 * parlance.chat.ChatEvent} inside that transaction; whoever tells others about it waits for the commit.
 */
package parlance.chat;

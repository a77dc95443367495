/**
 * Between sockets and chat: finds out which dialect a socket speaks, lets the dialect hear what the client says, and
 * says what happened in the chat to everybody in the words of their own dialect, in each conversation's order. Refuses
 * to know any dialect's words, either wire, and how anything is stored.
 */
package parlance.interpreter;

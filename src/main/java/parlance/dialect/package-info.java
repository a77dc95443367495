/**
 * One file per client family: its words, its shapes, and nothing else. A dialect translates; it decides nothing, has
 * never seen a socket, and knows no other dialect.
 */
package parlance.dialect;

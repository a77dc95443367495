/** The official clients, unmodified, against the deployed WAR. */
package parlance.clients;

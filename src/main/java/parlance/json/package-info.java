/**
 * JSON text to JSON-P values and back, for everything that goes over a socket. Knows RFC 8259 and nothing else: no
 * protocol, no chat. The provider is looked up once, because {@code Json.createObjectBuilder()} does it on every call.
 */
package parlance.json;

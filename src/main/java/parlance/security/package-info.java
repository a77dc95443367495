/**
 * Tokens to identities: signed JSON Web Tokens (RFC 7519) of a shared secret (HS256) or of an issuer with public keys
 * (MicroProfile JWT's settings), verified the same way for sockets and for REST.
 *
 * <p>Knows neither sockets nor HTTP: whoever holds a token asks {@link parlance.security.TokenVerifier}.
 */
package parlance.security;

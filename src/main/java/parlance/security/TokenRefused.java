package parlance.security;

import java.util.Collection;

/** A token that proves nothing. Its {@link #reason()} is in the words of Node's {@code jsonwebtoken}. */
public final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** What clients tell the refusals apart by, besides the words. */
    public enum Code {
        TOKEN_MISSING,
        TOKEN_INVALID,
        TOKEN_EXPIRED
    }

    private final Code code;

    private TokenRefused(Code code, String reason) {
        super(reason);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** Such as {@code jwt malformed} or {@code invalid signature}; says nothing about keys or other users. */
    public String reason() {
        return getMessage();
    }

    /** Nobody brought a token. */
    public static TokenRefused missing() {
        return new TokenRefused(Code.TOKEN_MISSING, "jwt must be provided");
    }

    static TokenRefused malformed() {
        return invalid("jwt malformed");
    }

    static TokenRefused unreadable() {
        return invalid("invalid token");
    }

    static TokenRefused unsigned() {
        return invalid("jwt signature is required");
    }

    static TokenRefused badAlgorithm() {
        return invalid("invalid algorithm");
    }

    static TokenRefused badSignature() {
        return invalid("invalid signature");
    }

    static TokenRefused notActive() {
        return invalid("jwt not active");
    }

    static TokenRefused badTime(String claim) {
        return invalid("invalid " + claim + " value");
    }

    static TokenRefused expired() {
        return new TokenRefused(Code.TOKEN_EXPIRED, "jwt expired");
    }

    static TokenRefused badAudience(Collection<String> expected) {
        return invalid("jwt audience invalid. expected: " + String.join(" or ", expected));
    }

    static TokenRefused badIssuer(String expected) {
        return invalid("jwt issuer invalid. expected: " + expected);
    }

    private static TokenRefused invalid(String reason) {
        return new TokenRefused(Code.TOKEN_INVALID, reason);
    }
}

package parlance.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import parlance.chat.UserId;
import parlance.security.Identity;

/** Who a request comes from, for as long as it lasts. Immutable. */
record TokenContext(Identity identity, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return () -> identity.user().text();
    }

    @Override
    public boolean isUserInRole(String role) {
        return identity.roles().contains(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }

    /** The caller of a request that was let in. */
    static UserId caller(SecurityContext context) {
        return UserId.of(context.getUserPrincipal().getName());
    }
}

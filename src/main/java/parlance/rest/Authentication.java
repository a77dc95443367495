package parlance.rest;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import parlance.chat.UserService;
import parlance.security.Identity;
import parlance.security.TokenRefused;
import parlance.security.TokenVerifier;

/** Lets nobody in without a token, but to what is {@link PermitAll}; whoever comes in becomes a user. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Authentication implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    @Inject
    TokenVerifier tokens;

    @Inject
    UserService users;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        try {
            var identity = identity(request);
            users.met(identity.profile());
            request.setSecurityContext(
                    new TokenContext(identity, request.getSecurityContext().isSecure()));
        } catch (TokenRefused e) {
            request.abortWith(unauthorized(e));
        }
    }

    private Identity identity(ContainerRequestContext request) throws TokenRefused {
        var header = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.AUTHORIZATION), "");
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw TokenRefused.missing();
        }
        return tokens.verify(header.substring(SCHEME.length()).strip());
    }

    /** RFC 6750, 3: who brought no token is told nothing about it. */
    private static Response unauthorized(TokenRefused refusal) {
        var challenge = "Bearer realm=\"parlance\"";
        if (refusal.code() != TokenRefused.Code.TOKEN_MISSING) {
            challenge += ", error=\"invalid_token\"";
        }
        return Problem.of(Status.UNAUTHORIZED, refusal.code().name(), refusal.reason())
                .response()
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}

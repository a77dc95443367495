package parlance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import parlance.chat.ChatSettings;
import parlance.engineio.EngineSettings;
import parlance.engineio.transport.AllowedOrigins;
import parlance.interpreter.InterpreterSettings;
import parlance.rest.RestSettings;
import parlance.security.TokenSigner;
import parlance.security.TokenVerifier;
import parlance.socketio.ServerSettings;

/** Gives each part the settings it asks for, and what is made from settings alone. */
@ApplicationScoped
class Wiring {
    @Produces
    @Singleton
    Configuration configuration() {
        return Configuration.ofServer();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    ChatSettings chat(Configuration configuration) {
        return configuration.chat();
    }

    @Produces
    @Singleton
    EngineSettings engine(Configuration configuration) {
        return configuration.engine();
    }

    @Produces
    @Singleton
    ServerSettings server(Configuration configuration) {
        return configuration.server();
    }

    @Produces
    @Singleton
    AllowedOrigins origins(Configuration configuration) {
        return configuration.web().allowed();
    }

    @Produces
    @Singleton
    InterpreterSettings interpreter(Configuration configuration) {
        return configuration.interpreter();
    }

    @Produces
    @Singleton
    TokenVerifier tokens(Configuration configuration, Clock clock) {
        return new TokenVerifier(configuration.security(), clock);
    }

    @Produces
    @Singleton
    RestSettings rest(Configuration configuration, Clock clock) {
        var security = configuration.security();
        var signer = Optional.of(configuration.web().dev())
                .filter(dev -> dev)
                .flatMap(dev -> security.secret())
                .map(secret -> new TokenSigner(secret, security.userIdClaims().get(0), clock));
        return new RestSettings(configuration.web().allowed()::allows, signer);
    }
}

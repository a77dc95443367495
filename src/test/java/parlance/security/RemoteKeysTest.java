package parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.security.TestKeys.EC;
import static parlance.security.TestKeys.RSA;
import static parlance.security.TestKeys.jwk;
import static parlance.security.TestKeys.jwks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import parlance.support.HandClock;

class RemoteKeysTest {
    private final Issuer issuer = new Issuer();
    private final HandClock clock = new HandClock();
    private final RemoteKeys keys = new RemoteKeys("https://id.example/jwks", issuer, clock);

    @Test
    void keys_are_fetched_when_first_needed_and_then_kept() {
        issuer.publishes = jwks(jwk(RSA.getPublic(), "one"));

        assertThat(keys.candidates("one", "RSA")).hasSize(1);
        assertThat(keys.candidates("one", "RSA")).hasSize(1);

        assertThat(issuer.asked).isEqualTo(1);
    }

    @Test
    void a_key_that_is_new_is_fetched_at_once() {
        issuer.publishes = jwks(jwk(RSA.getPublic(), "one"));
        keys.candidates("one", "RSA");
        issuer.publishes = jwks(jwk(EC.getPublic(), "two"));
        clock.passes(RemoteKeys.PAUSE);

        assertThat(keys.candidates("two", "EC")).hasSize(1);
        assertThat(keys.candidates("one", "RSA")).isEmpty();
    }

    @Test
    void unknown_key_ids_do_not_make_us_ask_more_than_once_in_ten_seconds() {
        issuer.publishes = jwks(jwk(RSA.getPublic(), "one"));

        for (int i = 0; i < 100; i++) {
            assertThat(keys.candidates("made up " + i, "RSA")).isEmpty();
        }

        assertThat(issuer.asked).isEqualTo(1);
    }

    @Test
    void an_issuer_that_is_down_is_not_asked_more_often_either() {
        for (int i = 0; i < 100; i++) {
            assertThat(keys.candidates("one", "RSA")).isEmpty();
        }

        assertThat(issuer.asked).isEqualTo(1);
    }

    @Test
    void the_last_keys_go_on_while_the_issuer_is_down_or_talks_nonsense() {
        issuer.publishes = jwks(jwk(RSA.getPublic(), "one"));
        keys.candidates("one", "RSA");

        for (var nonsense : List.of("", "<html>", "{}", "[]", "{\"keys\":1}", "{\"keys\":[1,{}]}")) {
            issuer.publishes = nonsense;
            clock.passes(RemoteKeys.FRESH.plusSeconds(1));

            assertThat(keys.candidates("one", "RSA")).as(nonsense).hasSize(1);
        }
    }

    @Test
    void nobody_waits_for_an_issuer_that_hangs_while_there_are_keys_to_go_on_with() {
        issuer.publishes = jwks(jwk(RSA.getPublic(), "one"));
        keys.candidates("one", "RSA");
        clock.passes(RemoteKeys.FRESH.plusSeconds(1));
        var others = new ArrayList<PublicJsonWebKey>();
        issuer.meanwhile = () -> others.addAll(CompletableFuture.supplyAsync(() -> keys.candidates("one", "RSA"))
                .orTimeout(10, TimeUnit.SECONDS)
                .join());

        keys.candidates("one", "RSA");

        assertThat(others).hasSize(1);
        assertThat(issuer.asked).isEqualTo(2);
    }

    @Test
    void keys_are_fetched_again_after_an_hour() {
        issuer.publishes = jwks(jwk(RSA.getPublic(), "one"));
        keys.candidates("one", "RSA");

        clock.passes(Duration.ofMinutes(61));
        keys.candidates("one", "RSA");

        assertThat(issuer.asked).isEqualTo(2);
    }

    /** Answers with what it publishes; is down when that is empty. */
    private static final class Issuer implements SimpleGet {
        String publishes = "";
        Runnable meanwhile = () -> {};
        int asked;

        @Override
        public SimpleResponse get(String location) throws IOException {
            asked++;
            meanwhile.run();
            if (publishes.isEmpty()) {
                throw new IOException("no answer");
            }
            var body = publishes;
            return new SimpleResponse() {
                @Override
                public int getStatusCode() {
                    return 200;
                }

                @Override
                public String getStatusMessage() {
                    return "OK";
                }

                @Override
                public Collection<String> getHeaderNames() {
                    return List.of();
                }

                @Override
                public List<String> getHeaderValues(String name) {
                    return List.of();
                }

                @Override
                public String getBody() {
                    return body;
                }
            };
        }
    }
}

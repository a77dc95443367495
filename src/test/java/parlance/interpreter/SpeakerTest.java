package parlance.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.json.JsonText.object;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parlance.chat.ChatEvent.MessagePosted;
import parlance.chat.ConversationId;
import parlance.chat.Draft;
import parlance.chat.InMemoryChat;
import parlance.chat.UserId;
import parlance.engineio.TestClient;

class SpeakerTest {
    private final AtomicInteger translations = new AtomicInteger();

    private final Stage stage = Stage.of(chat -> List.of(new Plain(chat), new Mute(chat)));

    @Test
    void a_fact_is_translated_once_however_many_hear_it() {
        stage.chat().conversation("c1", "ada", "bob", "cid");
        var bob = joined("plain", "bob");
        var cid = joined("plain", "cid");

        post();

        assertThat(bob.heard()).containsExactly("42[\"said\",{\"in\":\"c1\"}]");
        assertThat(cid.heard()).containsExactly("42[\"said\",{\"in\":\"c1\"}]");
        assertThat(translations).hasValue(1);
    }

    @Test
    void a_fact_that_nobody_hears_is_not_translated() {
        stage.chat().conversation("c1", "ada", "bob");

        post();

        assertThat(translations).hasValue(0);
    }

    @Test
    void a_dialect_that_fails_to_speak_leaves_the_others_their_words() {
        stage.chat().conversation("c1", "ada", "bob");
        var mute = joined("mute", "bob");
        var plain = joined("plain", "bob");

        post();
        post();

        assertThat(plain.heard()).hasSize(2);
        assertThat(mute.heard()).isEmpty();
    }

    private TestClient joined(String dialect, String user) {
        var client = stage.enterSpeaking(dialect, user);
        stage.says(client, "42[\"join\",\"c1\"]");
        client.heard();
        return client;
    }

    /** As REST does: outside of any socket's event. */
    private void post() {
        stage.chat().messages.post(UserId.of("ada"), ConversationId.of("c1"), Draft.text("hi"));
        stage.settle();
    }

    private final class Plain implements Dialect {
        private final InMemoryChat chat;

        Plain(InMemoryChat chat) {
            this.chat = chat;
        }

        @Override
        public String name() {
            return "plain";
        }

        @Override
        public void define(Vocabulary v) {
            v.hears("join", (caller, args) -> join(chat, caller, args))
                    .says(MessagePosted.class, Hearers.ROOM, "said", (fact, name) -> {
                        translations.incrementAndGet();
                        return object(o -> o.add("in", name.text()));
                    });
        }
    }

    private static final class Mute implements Dialect {
        private final InMemoryChat chat;

        Mute(InMemoryChat chat) {
            this.chat = chat;
        }

        @Override
        public String name() {
            return "mute";
        }

        @Override
        public void define(Vocabulary v) {
            v.hears("join", args -> false, (caller, args) -> join(chat, caller, args))
                    .says(MessagePosted.class, Hearers.ROOM, "said", (fact, name) -> {
                        throw new IllegalStateException("no words");
                    });
        }
    }

    private static JsonObject join(InMemoryChat chat, Caller caller, Arguments args) {
        caller.join(chat.conversations.enter(caller.user(), args.conversation(0)));
        return object(o -> o.add("success", true));
    }
}

package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserServiceTest {
    private final Chat chat = new Chat();
    private final UserId ada = chat.user("ada");

    @Test
    void a_profile_is_stored_at_the_first_meeting_and_refreshed_at_the_next() {
        assertThat(found()).isEmpty();
        assertThat(met("Ada", Optional.empty())).isEqualTo(new UserView(ada, "Ada", Optional.empty()));

        met("Ada Lovelace", Optional.of("https://example.org/ada.png"));

        assertThat(found()).contains(new UserView(ada, "Ada Lovelace", Optional.of("https://example.org/ada.png")));
    }

    @Test
    void somebody_only_mentioned_before_gets_a_name_when_it_comes() {
        chat.group(chat.user("bob"), ada);

        assertThat(met("Ada", Optional.empty()).name()).isEqualTo("Ada");
    }

    @Test
    void a_user_who_connects_many_times_at_once_is_one() throws Exception {
        assertThat(Chat.atOnce(8, () -> met("Ada", Optional.empty())))
                .containsOnly(new UserView(ada, "Ada", Optional.empty()));
    }

    @Test
    void a_profile_that_says_nothing_new_neither_writes_nor_holds_the_row() {
        met("Ada", Optional.of("https://example.org/ada.png"));
        var before = row();

        met("Ada", Optional.of("https://example.org/ada.png"));
        assertThat(row()).isEqualTo(before);

        met("Ada Lovelace", Optional.of("https://example.org/ada.png"));
        assertThat(row()).isNotEqualTo(before);
    }

    @Test
    void a_profile_can_always_be_stored() {
        assertThat(met(" \u00a0", Optional.of(" ")).name()).isEqualTo(ada.text());
        assertThat(met("A\0d\ud800a\n", Optional.of("x\0")).name()).isEqualTo("A\ufffdd\ufffda\ufffd");
        assertThat(met("\ud83d\ude00".repeat(300), Optional.empty()).name()).isEqualTo("\ud83d\ude00".repeat(100));
        assertThat(met("x" + "\ud83d\ude00".repeat(300), Optional.empty()).name())
                .isEqualTo("x" + "\ud83d\ude00".repeat(99));
    }

    private Optional<UserView> found() {
        return chat.in(tx -> tx.users.find(ada));
    }

    /** Where the row lies, and who last wrote or held it. */
    private Object row() {
        return chat.in(tx -> tx.users
                .users
                .em
                .createNativeQuery("select cast((ctid, xmin, xmax) as text) from users where external_id = :id")
                .setParameter("id", ada.text())
                .getSingleResult());
    }

    private UserView met(String name, Optional<String> avatar) {
        chat.run(tx -> tx.users.met(new UserProfile(ada, IdKind.TEXT, name, avatar)));
        return found().orElseThrow();
    }
}

package parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.json.JsonText.array;
import static parlance.json.JsonText.object;
import static parlance.json.JsonText.string;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.support.Deployments;
import parlance.support.Rest;

@ArquillianTest
class MessagesIT {
    private final String ada = "ada-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @Test
    void a_posted_text_is_answered_with_the_message_it_became() {
        var conversation = conversation();

        var message = posted(ada, conversation, o -> o.add("text", "hi\n☕"));

        assertThat(message.keySet())
                .containsExactlyInAnyOrder(
                        "id", "conversationId", "seq", "sender", "type", "text", "status", "createdAt", "reactions");
        assertThat(message.getString("conversationId")).isEqualTo(conversation);
        assertThat(message.getInt("seq")).isEqualTo(1);
        assertThat(message.getJsonObject("sender"))
                .isEqualTo(object(o -> o.add("id", ada).add("name", ada)));
        assertThat(message.getString("type")).isEqualTo("text");
        assertThat(message.getString("text")).isEqualTo("hi\n☕");
        assertThat(message.getString("status")).isEqualTo("sent");
        assertThat(message.getString("createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(message.getJsonArray("reactions")).isEmpty();
        assertThat(history(ada, conversation, "").get(0)).isEqualTo(message);
    }

    @Test
    void files_have_an_attachment_with_what_is_known_of_it_and_no_text() {
        var conversation = conversation();

        var image =
                posted(ada, conversation, o -> o.add("type", "image").add("fileUrl", "https://example.com/cat.png"));
        var file = posted(ada, conversation, o -> o.add("type", "file")
                .add("fileUrl", "https://example.com/a.pdf")
                .add("fileName", "a.pdf")
                .add("fileSize", 12));

        assertThat(image.getString("type")).isEqualTo("image");
        assertThat(image.getJsonObject("attachment"))
                .isEqualTo(object(o -> o.add("url", "https://example.com/cat.png")));
        assertThat(image.keySet()).doesNotContain("text");
        assertThat(file.getString("type")).isEqualTo("file");
        assertThat(file.getJsonObject("attachment")).isEqualTo(object(o -> o.add("url", "https://example.com/a.pdf")
                .add("name", "a.pdf")
                .add("size", 12)));
    }

    @Test
    void the_same_clientMessageId_sent_again_is_one_message_and_an_equal_answer_but_for_the_status()
            throws SQLException {
        var conversation = conversation();
        Consumer<JsonObjectBuilder> body =
                o -> o.add("text", "once").add("clientMessageId", "c-1").addNull("type");

        var first = posted(ada, conversation, body);
        history(bob, conversation, "");
        var again = posted(ada, conversation, body);

        assertThat(first.getString("clientMessageId")).isEqualTo("c-1");
        assertThat(again.getString("status")).isEqualTo("delivered");
        assertThat(object(o -> {
                    again.forEach(o::add);
                    o.add("status", "sent");
                }))
                .isEqualTo(first);
        assertThat(rows(conversation)).isEqualTo(1);
    }

    @Test
    void the_same_clientMessageId_sent_at_once_is_one_message() throws SQLException {
        var conversation = conversation();

        var ids = Stream.generate(() -> CompletableFuture.supplyAsync(() -> posted(
                                ada, conversation, o -> o.add("text", "once").add("clientMessageId", "c-1"))
                        .getString("id")))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct();

        assertThat(ids).hasSize(1);
        assertThat(rows(conversation)).isEqualTo(1);
    }

    @Test
    void a_clientMessageId_belongs_to_its_sender_and_to_one_conversation() throws SQLException {
        var conversation = conversation();
        var other = conversation("carl-" + UUID.randomUUID());
        Consumer<JsonObjectBuilder> body = o -> o.add("text", "hi").add("clientMessageId", "c-1");
        posted(ada, conversation, body);

        assertThat(posted(bob, conversation, body).getInt("seq")).isEqualTo(2);
        assertThat(Rest.object(post(ada, other, body), 400).getString("code")).isEqualTo("VALIDATION");
        assertThat(rows(other)).isZero();
    }

    @Test
    void a_history_is_paged_in_both_directions() throws SQLException {
        var conversation = conversation();
        posted(ada, conversation, o -> o.add("text", "1"));
        fill(conversation, 250);

        assertThat(seqs(conversation, "")).containsExactlyElementsOf(range(201, 250));
        assertThat(seqs(conversation, "?limit=1000")).containsExactlyElementsOf(range(51, 250));
        assertThat(seqs(conversation, "?limit=3")).containsExactly(248L, 249L, 250L);
        assertThat(seqs(conversation, "?before=4")).containsExactly(1L, 2L, 3L);
        assertThat(seqs(conversation, "?before=200&limit=2")).containsExactly(198L, 199L);
        assertThat(seqs(conversation, "?after=3&limit=2")).containsExactly(4L, 5L);
        assertThat(seqs(conversation, "?after=0")).containsExactlyElementsOf(range(1, 50));
        assertThat(seqs(conversation, "?after=250")).isEmpty();
        assertThat(seqs(conversation, "?before=1")).isEmpty();
        assertThat(seqs(conversation, "?after=999999999999999999")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=many",
                "limit=1.5",
                "before=x",
                "before=-1",
                "after=1e3",
                "after=99999999999999999999",
                "before=5&after=1",
                "after=%00"
            })
    void a_page_that_cannot_be_is_refused(String query) {
        var answer = Rest.of(Deployments.address(), ada).get("/conversations/" + conversation() + "/messages?" + query);

        assertThat(Rest.object(answer, 400).getString("code")).isEqualTo("VALIDATION");
    }

    @Test
    void who_fetches_a_history_has_got_its_messages() {
        var conversation = conversation();
        posted(ada, conversation, o -> o.add("text", "hi"));

        history(bob, conversation, "");

        assertThat(history(ada, conversation, "").get(0).getString("status")).isEqualTo("delivered");
    }

    private String conversation() {
        return conversation(bob);
    }

    private String conversation(String other) {
        var wish = object(o -> o.add("type", "direct").add("participantIds", array(List.of(string(other)))));
        return Rest.object(Rest.of(Deployments.address(), ada).post("/conversations", wish), 201)
                .getString("id");
    }

    private static HttpResponse<String> post(String author, String conversation, Consumer<JsonObjectBuilder> body) {
        return Rest.of(Deployments.address(), author)
                .post("/conversations/" + conversation + "/messages", object(body));
    }

    private static JsonObject posted(String author, String conversation, Consumer<JsonObjectBuilder> body) {
        return Rest.object(post(author, conversation, body), 201);
    }

    private static List<JsonObject> history(String reader, String conversation, String query) {
        var answer = Rest.of(Deployments.address(), reader).get("/conversations/" + conversation + "/messages" + query);
        var page = Rest.object(answer, 200);
        assertThat(page.keySet()).containsExactly("items");
        return page.getJsonArray("items").getValuesAs(JsonValue::asJsonObject);
    }

    private List<Long> seqs(String conversation, String query) {
        return history(bob, conversation, query).stream()
                .map(message -> message.getJsonNumber("seq").longValue())
                .toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /** Copies the only message until there are so many. */
    private static void fill(String conversation, int messages) throws SQLException {
        try (var connection = Deployments.database().connect();
                var copies = connection.prepareStatement("""
                        insert into messages (id, conversation_id, seq, author_id, type, text, created_at)
                        select gen_random_uuid(), m.conversation_id, n, m.author_id, m.type, m.text, m.created_at
                        from messages m join conversations c on c.id = m.conversation_id, generate_series(2, ?) n
                        where c.public_id = ?""");
                var count = connection.prepareStatement("update conversations set last_seq = ? where public_id = ?")) {
            for (var statement : List.of(copies, count)) {
                statement.setInt(1, messages);
                statement.setString(2, conversation);
                statement.executeUpdate();
            }
        }
    }

    private static int rows(String conversation) throws SQLException {
        try (var connection = Deployments.database().connect();
                var statement = connection.prepareStatement("""
                        select count(*) from messages m join conversations c on c.id = m.conversation_id
                        where c.public_id = ?""")) {
            statement.setString(1, conversation);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}

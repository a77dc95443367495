package parlance.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static parlance.json.JsonText.array;
import static parlance.json.JsonText.object;
import static parlance.json.JsonText.string;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import parlance.support.Deployments;
import parlance.support.Rest;

@ArquillianTest
class ConversationsIT {
    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final String ada = "ada " + UUID.randomUUID();
    private final String bob = "bob " + UUID.randomUUID();
    private final String eve = "eve " + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @Test
    void a_new_direct_conversation_has_its_creator_as_owner_and_nothing_in_it() {
        var created = Rest.object(as(ada).post("/conversations", direct(bob)), 201);

        assertThat(created.keySet())
                .containsExactlyInAnyOrder("id", "type", "participants", "lastSeq", "unread", "createdAt", "updatedAt");
        assertThat(created.getString("type")).isEqualTo("direct");
        assertThat(created.getInt("lastSeq")).isZero();
        assertThat(created.getInt("unread")).isZero();
        assertThat(created.getString("createdAt")).matches(INSTANT).isEqualTo(created.getString("updatedAt"));
        assertThat(created.getJsonArray("participants"))
                .containsExactly(participant(ada, "owner", created), participant(bob, "member", created));
        assertThat(Rest.object(as(ada).get("/conversations/" + id(created)), 200))
                .isEqualTo(created);
        assertThat(Rest.object(as(bob).get("/conversations/" + id(created)), 200))
                .isEqualTo(created);
    }

    @Test
    void the_direct_conversation_of_a_pair_is_the_one_they_have_whoever_asks_for_it() {
        var created = Rest.object(as(ada).post("/conversations", direct(bob)), 201);

        assertThat(Rest.object(as(ada).post("/conversations", direct(bob)), 200))
                .isEqualTo(created);
        assertThat(Rest.object(as(bob).post("/conversations", direct(ada)), 200))
                .isEqualTo(created);
        assertThat(Rest.object(as(bob).post("/conversations", direct(ada, bob)), 200))
                .isEqualTo(created);
    }

    @Test
    void a_pair_that_asks_at_once_gets_one_direct_conversation() {
        var answers = Stream.of(ada, bob, ada, bob)
                .map(user -> CompletableFuture.supplyAsync(
                        () -> as(user).post("/conversations", direct(user.equals(ada) ? bob : ada))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 200, 200, 200);
        assertThat(ids(Rest.object(as(ada).get("/conversations"), 200))).hasSize(1);
    }

    @Test
    void a_group_has_the_name_the_id_and_the_people_asked_for_each_once() {
        var id = "team/ö;%+ " + UUID.randomUUID();

        var created = Rest.object(
                as(ada).post("/conversations", group(o -> o.add("name", "Team").add("id", id), bob, ada, eve, bob)),
                201);

        assertThat(created.keySet())
                .containsExactlyInAnyOrder(
                        "id", "type", "name", "participants", "lastSeq", "unread", "createdAt", "updatedAt");
        assertThat(created.getString("id")).isEqualTo(id);
        assertThat(created.getString("name")).isEqualTo("Team");
        assertThat(created.getJsonArray("participants"))
                .containsExactlyInAnyOrder(
                        participant(ada, "owner", created),
                        participant(bob, "member", created),
                        participant(eve, "member", created));
        assertThat(Rest.object(as(eve).get("/conversations/" + id(created)), 200))
                .isEqualTo(created);
    }

    @Test
    void a_taken_id_is_a_conflict_whoever_took_it() {
        var id = "group-" + UUID.randomUUID();
        Rest.object(as(ada).post("/conversations", group(o -> o.add("id", id), bob)), 201);

        for (var user : List.of(ada, eve)) {
            var problem = Rest.object(as(user).post("/conversations", group(o -> o.add("id", id), bob)), 409);
            assertThat(problem.getString("code")).isEqualTo("CONFLICT");
        }
    }

    @Test
    void conversations_are_listed_newest_activity_first_a_page_at_a_time() {
        var first = id(Rest.object(as(ada).post("/conversations", direct(bob)), 201));
        var second = id(Rest.object(as(ada).post("/conversations", direct(eve)), 201));
        var third = id(Rest.object(as(ada).post("/conversations", group(o -> {}, bob)), 201));
        say(bob, first);

        var all = Rest.object(as(ada).get("/conversations"), 200);
        assertThat(all.keySet()).containsExactly("items");
        assertThat(ids(all)).containsExactly(first, third, second);

        var page = Rest.object(as(ada).get("/conversations?limit=2"), 200);
        assertThat(page.keySet()).containsExactlyInAnyOrder("items", "next");
        assertThat(ids(page)).containsExactly(first, third);
        var rest = Rest.object(as(ada).get("/conversations?limit=2&cursor=" + page.getString("next")), 200);
        assertThat(rest.keySet()).containsExactly("items");
        assertThat(ids(rest)).containsExactly(second);
    }

    @Test
    void archived_conversations_are_listed_apart_and_say_since_when() throws SQLException {
        var open = id(Rest.object(as(ada).post("/conversations", direct(bob)), 201));
        var archived = id(Rest.object(as(ada).post("/conversations", direct(eve)), 201));
        try (var connection = Deployments.database().connect();
                var statement = connection.prepareStatement(
                        "update conversations set archived_at = '2024-01-15 10:30:00Z' where public_id = ?")) {
            statement.setString(1, archived);
            statement.executeUpdate();
        }

        assertThat(ids(Rest.object(as(ada).get("/conversations"), 200))).containsExactly(open);
        assertThat(ids(Rest.object(as(ada).get("/conversations?archived=false"), 200)))
                .containsExactly(open);
        var listed = Rest.object(as(ada).get("/conversations?archived=true"), 200);
        assertThat(ids(listed)).containsExactly(archived);
        assertThat(listed.getJsonArray("items").getJsonObject(0).getString("archivedAt"))
                .isEqualTo("2024-01-15T10:30:00.000Z");
    }

    @Test
    void what_was_said_counts_as_unread_until_it_is_read() {
        var conversation = id(Rest.object(as(ada).post("/conversations", direct(bob)), 201));
        var first = say(ada, conversation);
        var second = say(ada, conversation);

        var unread = Rest.object(as(bob).get("/conversations/" + conversation), 200);
        assertThat(unread.getInt("lastSeq")).isEqualTo(2);
        assertThat(unread.getInt("unread")).isEqualTo(2);
        assertThat(unread.getJsonObject("lastMessage")).isEqualTo(second);
        assertThat(unread.getString("updatedAt")).isEqualTo(second.getString("createdAt"));
        assertThat(lastReadSeqs(unread)).isEqualTo(Map.of(ada, 2, bob, 0));

        read(bob, conversation, first);
        var half = Rest.object(as(bob).get("/conversations/" + conversation), 200);
        assertThat(half.getInt("unread")).isEqualTo(1);
        assertThat(lastReadSeqs(half)).isEqualTo(Map.of(ada, 2, bob, 1));

        read(bob, conversation, second);
        read(bob, conversation, first);
        var all = Rest.object(as(bob).get("/conversations/" + conversation), 200);
        assertThat(all.getInt("unread")).isZero();
        assertThat(all.getJsonObject("lastMessage").getString("status")).isEqualTo("read");
        assertThat(lastReadSeqs(all)).isEqualTo(Map.of(ada, 2, bob, 2));
        assertThat(Rest.object(as(ada).get("/conversations/" + conversation), 200)
                        .getInt("unread"))
                .isZero();
    }

    private static void read(String user, String conversation, JsonObject message) {
        var body = object(o -> o.add("messageId", message.getString("id")));
        var answer = as(user).post("/conversations/" + conversation + "/read", body);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    private static JsonObject say(String user, String conversation) {
        var body = object(o -> o.add("text", "hi"));
        return Rest.object(as(user).post("/conversations/" + conversation + "/messages", body), 201);
    }

    private static Rest as(String user) {
        return Rest.of(Deployments.address(), user);
    }

    private static JsonObject direct(String... participants) {
        return object(o -> o.add("type", "direct").add("participantIds", texts(participants)));
    }

    private static JsonObject group(Consumer<JsonObjectBuilder> more, String... participants) {
        return object(o -> more.accept(o.add("type", "group").add("participantIds", texts(participants))));
    }

    private static JsonValue texts(String... texts) {
        return array(Stream.of(texts).<JsonValue>map(text -> string(text)).toList());
    }

    private static JsonObject participant(String user, String role, JsonObject conversation) {
        return object(o -> o.add("user", object(u -> u.add("id", user).add("name", user)))
                .add("role", role)
                .add("joinedAt", conversation.getString("createdAt"))
                .add("lastReadSeq", 0));
    }

    private static String id(JsonObject conversation) {
        return URLEncoder.encode(conversation.getString("id"), UTF_8).replace("+", "%20");
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> id(item.asJsonObject()))
                .toList();
    }

    private static Map<String, Integer> lastReadSeqs(JsonObject conversation) {
        return conversation.getJsonArray("participants").stream()
                .map(JsonValue::asJsonObject)
                .collect(Collectors.toMap(
                        one -> one.getJsonObject("user").getString("id"), one -> one.getInt("lastReadSeq")));
    }
}

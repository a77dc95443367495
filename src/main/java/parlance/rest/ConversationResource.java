package parlance.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import parlance.chat.ChatException;
import parlance.chat.ConversationId;
import parlance.chat.ConversationService;
import parlance.chat.ConversationType;
import parlance.chat.ConversationView;
import parlance.chat.MessageId;
import parlance.chat.NewConversation;
import parlance.chat.Page;
import parlance.chat.ParticipantView;
import parlance.chat.ReceiptService;
import parlance.chat.UserId;

/** The caller's conversations. */
@Path("conversations")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {
    /** A page of conversations, newest activity first; {@code next} is the cursor to what follows. */
    public record Conversations(List<Conversation> items, Optional<String> next) {}

    /** A conversation as the caller sees it. */
    public record Conversation(
            String id,
            String type,
            Optional<String> name,
            List<Participant> participants,
            long lastSeq,
            long unread,
            Optional<MessageResource.Message> lastMessage,
            String createdAt,
            String updatedAt,
            Optional<String> archivedAt) {

        static Conversation of(ConversationView conversation) {
            return new Conversation(
                    conversation.id().text(),
                    Json.word(conversation.type()),
                    conversation.name(),
                    conversation.participants().stream().map(Participant::of).toList(),
                    conversation.lastSeq(),
                    conversation.unread(),
                    conversation.lastMessage().map(MessageResource.Message::of),
                    Json.instant(conversation.createdAt()),
                    Json.instant(conversation.updatedAt()),
                    conversation.archivedAt().map(Json::instant));
        }
    }

    /** Who takes part, and how far they have read. */
    public record Participant(UserResource.User user, String role, String joinedAt, long lastReadSeq) {
        static Participant of(ParticipantView participant) {
            return new Participant(
                    UserResource.User.of(participant.user()),
                    Json.word(participant.role()),
                    Json.instant(participant.joinedAt()),
                    participant.lastReadSeq());
        }
    }

    @Inject
    ConversationService conversations;

    @Inject
    ReceiptService receipts;

    @GET
    public Conversations list(
            @Context SecurityContext security,
            @QueryParam("archived") @DefaultValue("") String archived,
            @QueryParam("limit") @DefaultValue("") String limit,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        var page = conversations.list(
                TokenContext.caller(security),
                Query.flag("archived", archived),
                Query.limit(limit, Page.DEFAULT_LIMIT),
                Query.text(cursor));
        return new Conversations(page.items().stream().map(Conversation::of).toList(), page.next());
    }

    @GET
    @Path("{id}")
    public Conversation get(@Context SecurityContext security, @PathParam("id") String id) {
        return Conversation.of(conversations.get(TokenContext.caller(security), ConversationId.of(id)));
    }

    /** 201 for a new one, 200 for the direct conversation that the pair has already. */
    @POST
    public Response create(@Context SecurityContext security, Body body) {
        var wish = new NewConversation(
                type(body.required("type")),
                body.texts("participantIds").stream().map(UserId::of).toList(),
                body.text("name"),
                body.text("id").map(ConversationId::of));
        var created = conversations.create(TokenContext.caller(security), wish);
        return Response.status(created.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(Conversation.of(created.conversation()))
                .build();
    }

    /** The caller has read everything up to and including a message. */
    @POST
    @Path("{id}/read")
    public void read(@Context SecurityContext security, @PathParam("id") String id, Body body) {
        receipts.readUpTo(
                TokenContext.caller(security), ConversationId.of(id), MessageId.of(body.required("messageId")));
    }

    private static ConversationType type(String word) {
        if (word.equals("direct")) {
            return ConversationType.DIRECT;
        }
        if (word.equals("group")) {
            return ConversationType.GROUP;
        }
        throw new ChatException.Invalid("type must be direct or group");
    }
}

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
import java.util.OptionalLong;
import parlance.chat.ChatException;
import parlance.chat.ClientMessageId;
import parlance.chat.Content;
import parlance.chat.ConversationId;
import parlance.chat.Draft;
import parlance.chat.MessageService;
import parlance.chat.MessageView;
import parlance.chat.Page;

/** The messages of one conversation. */
@Path("conversations/{id}/messages")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {
    /** A page of a conversation, in {@code seq} order. */
    public record History(List<Message> items) {}

    /** A message of {@code type} text has a {@code text}, all others have an {@code attachment}. */
    public record Message(
            String id,
            String conversationId,
            long seq,
            UserResource.User sender,
            String type,
            Optional<String> text,
            Optional<Attachment> attachment,
            Optional<String> clientMessageId,
            String status,
            String createdAt,
            List<String> reactions) {

        static Message of(MessageView message) {
            return new Message(
                    message.id().text(),
                    message.conversation().text(),
                    message.seq(),
                    UserResource.User.of(message.sender()),
                    type(message.content()),
                    text(message.content()),
                    Attachment.of(message.content()),
                    message.clientMessageId().map(ClientMessageId::text),
                    Json.word(message.status()),
                    Json.instant(message.createdAt()),
                    List.of());
        }

        private static String type(Content content) {
            if (content instanceof Content.Text) {
                return "text";
            }
            return content instanceof Content.Image ? "image" : "file";
        }

        private static Optional<String> text(Content content) {
            return content instanceof Content.Text words ? Optional.of(words.text()) : Optional.empty();
        }
    }

    /** A file that was sent. */
    public record Attachment(String url, Optional<String> name, OptionalLong size) {
        static Optional<Attachment> of(Content content) {
            if (content instanceof Content.Image image) {
                return Optional.of(of(image.attachment()));
            }
            return content instanceof Content.File file ? Optional.of(of(file.attachment())) : Optional.empty();
        }

        private static Attachment of(parlance.chat.Attachment attachment) {
            return new Attachment(attachment.url(), attachment.name(), attachment.size());
        }
    }

    @Inject
    MessageService messages;

    @GET
    public History history(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("") String limit) {
        var found = messages.history(
                TokenContext.caller(security),
                ConversationId.of(id),
                Query.number("before", before),
                Query.number("after", after),
                Query.limit(limit, Page.DEFAULT_LIMIT));
        return new History(found.stream().map(Message::of).toList());
    }

    @POST
    public Response post(@Context SecurityContext security, @PathParam("id") String id, Body body) {
        var draft = new Draft(
                content(body), Optional.empty(), body.text("clientMessageId").map(ClientMessageId::of));
        var posted = messages.post(TokenContext.caller(security), ConversationId.of(id), draft);
        return Response.status(Response.Status.CREATED)
                .entity(Message.of(posted.message()))
                .build();
    }

    private static Content content(Body body) {
        var type = body.text("type").orElse("text");
        if (type.equals("text")) {
            return new Content.Text(body.required("text"));
        }
        if (type.equals("image")) {
            return new Content.Image(attachment(body));
        }
        if (type.equals("file")) {
            return new Content.File(attachment(body));
        }
        throw new ChatException.Invalid("type must be text, image or file");
    }

    private static parlance.chat.Attachment attachment(Body body) {
        return new parlance.chat.Attachment(body.required("fileUrl"), body.text("fileName"), body.size("fileSize"));
    }
}

package parlance.dialect;

import static parlance.interpreter.Hearers.PARTICIPANTS_BUT_ACTING;
import static parlance.interpreter.Hearers.ROOM;
import static parlance.interpreter.Hearers.ROOM_BUT_ACTING;
import static parlance.json.JsonText.array;
import static parlance.json.JsonText.object;
import static parlance.json.JsonText.string;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import parlance.chat.Attachment;
import parlance.chat.ChatEvent.ConversationCreated;
import parlance.chat.ChatEvent.MessagePosted;
import parlance.chat.ChatEvent.MessagesDelivered;
import parlance.chat.ChatEvent.MessagesRead;
import parlance.chat.ChatEvent.PresenceChanged;
import parlance.chat.ChatEvent.TypingChanged;
import parlance.chat.ChatException.Invalid;
import parlance.chat.ClientMessageId;
import parlance.chat.Content;
import parlance.chat.ConversationId;
import parlance.chat.ConversationService;
import parlance.chat.Draft;
import parlance.chat.MessageId;
import parlance.chat.MessageService;
import parlance.chat.PresenceService;
import parlance.chat.Receipt;
import parlance.chat.ReceiptService;
import parlance.chat.TypingService;
import parlance.chat.UserId;
import parlance.chat.UserView;
import parlance.interpreter.Arguments;
import parlance.interpreter.Caller;
import parlance.interpreter.DateText;
import parlance.interpreter.Dialect;
import parlance.interpreter.Failure;
import parlance.interpreter.Fields;
import parlance.interpreter.Vocabulary;

/** JobSpare's client: objects with camel-case fields, conversations called {@code userA_userB}, errors as events. */
@ApplicationScoped
class JobspareDialect implements Dialect {
    @Inject
    ConversationService conversations;

    @Inject
    MessageService messages;

    @Inject
    ReceiptService receipts;

    @Inject
    TypingService typing;

    @Inject
    PresenceService presence;

    @Override
    public String name() {
        return "jobspare";
    }

    @Override
    public void define(Vocabulary v) {
        v.namespace("/jobspare")
                .greets("authenticated", this::authenticated)
                .heeds("join_conversation", Arguments::startWithObject, this::join)
                .heeds("leave_conversation", this::leave)
                .hears("send_message", args -> args.has("conversationId"), this::send)
                .heeds("mark_as_read", this::markAsRead)
                .heeds("typing_start", this::startTyping)
                .heeds("typing_stop", this::stopTyping)
                .heeds("get_online_status", this::onlineStatus)
                .says(MessagePosted.class, ROOM, "new_message", this::newMessage)
                .saysEach(
                        MessagesDelivered.class,
                        MessagesDelivered::messages,
                        Receipt::author,
                        "message_delivered",
                        receipt ->
                                object(o -> o.add("messageId", receipt.message().text())))
                .says(MessagesRead.class, PARTICIPANTS_BUT_ACTING, "message_read", this::read)
                .says(TypingChanged.class, ROOM_BUT_ACTING, "user_typing", this::typist)
                .says(PresenceChanged.class, "user_online_status", f -> status(f.user(), f.online(), f.lastSeen()))
                .keeps(ConversationCreated.class)
                .fails(this::failed);
    }

    /** {@code "authenticated", {userId, success}}; a failure is a refused connection instead. */
    private JsonObject authenticated(Caller caller) {
        return object(o -> o.add("userId", caller.user().text()).add("success", true));
    }

    /** {@code "join_conversation", {conversationId, userId}}, of which the user is ignored: the token says who it is. */
    private void join(Caller caller, Arguments args) {
        var joined = conversations.enterDirect(caller.user(), conversation(args));
        caller.join(joined);
        caller.tell(
                "joined_conversation",
                object(o -> o.add("conversationId", joined.asked().text())));
    }

    /** {@code "leave_conversation", {conversationId}}: no answer. */
    private void leave(Caller caller, Arguments args) {
        caller.leave(conversation(args));
    }

    /** {@code "send_message", {conversationId, receiverId, messageType, content}}: the answer is to hear it. */
    private JsonObject send(Caller caller, Arguments args) {
        var message = args.object(0);
        var draft = new Draft(
                content(message.text("messageType"), message.object("content")),
                message.optionalText("receiverId").map(UserId::of),
                message.optionalText("clientMessageId").map(ClientMessageId::of));
        var posted =
                messages.postDirect(caller.user(), conversation(args), draft).message();
        return object(o -> o.add("success", true).add("messageId", posted.id().text()));
    }

    /** {@code "mark_as_read", {conversationId, messageIds}}: no answer. */
    private void markAsRead(Caller caller, Arguments args) {
        var ids = args.object(0).texts("messageIds", ReceiptService.MAX_MESSAGES).stream()
                .map(MessageId::of)
                .toList();
        receipts.read(caller.user(), conversation(args), ids);
    }

    /** {@code "typing_start", {conversationId}}: no answer. */
    private void startTyping(Caller caller, Arguments args) {
        typing.changed(caller.user(), conversation(args), true);
    }

    /** {@code "typing_stop", {conversationId}}: no answer. */
    private void stopTyping(Caller caller, Arguments args) {
        typing.changed(caller.user(), conversation(args), false);
    }

    /** {@code "get_online_status", {userId}} is answered; to who may not know, everybody is offline. */
    private void onlineStatus(Caller caller, Arguments args) {
        var user = UserId.of(args.object(0).text("userId"));
        var status = presence.status(caller.user(), user);
        boolean online = status.visible() && caller.finds(user);
        caller.tell("user_online_status", status(user, online, status.lastSeen()));
    }

    private JsonObject newMessage(MessagePosted fact, ConversationId name) {
        var message = fact.message();
        return object(o -> {
            o.add("_id", message.id().text())
                    .add("conversationId", name.text())
                    .add("senderId", sender(message.sender()))
                    .add("receiverId", receiver(fact).text());
            addContent(o, message.content());
            o.add("status", message.status().name().toLowerCase(Locale.ROOT))
                    .add("timestamp", DateText.of(message.createdAt()));
        });
    }

    /** {@code "message_read", {messageIds, readBy}}. */
    private JsonObject read(MessagesRead fact, ConversationId name) {
        var ids = fact.messages().stream()
                .map(receipt -> string(receipt.message().text()))
                .toList();
        return object(
                o -> o.add("messageIds", array(ids)).add("readBy", fact.reader().text()));
    }

    /** {@code "user_typing", {conversationId, userId, isTyping}}. */
    private JsonObject typist(TypingChanged fact, ConversationId name) {
        return object(o -> o.add("conversationId", name.text())
                .add("userId", fact.user().id().text())
                .add("isTyping", fact.typing()));
    }

    /** {@code "error", {message, code}}, and the same in the callback if there is one. */
    private void failed(Caller caller, Failure failure) {
        caller.tell("error", object(o -> o.add("message", failure.message()).add("code", failure.code())));
    }

    private static ConversationId conversation(Arguments args) {
        return ConversationId.of(args.object(0).text("conversationId"));
    }

    /** {@code user_online_status {userId, isOnline, lastSeen}}: null while online, and for who was never seen. */
    private static JsonObject status(UserId user, boolean online, Optional<Instant> lastSeen) {
        var seen = lastSeen.filter(time -> !online).<JsonValue>map(time -> string(DateText.of(time)));
        return object(
                o -> o.add("userId", user.text()).add("isOnline", online).add("lastSeen", seen.orElse(JsonValue.NULL)));
    }

    private static JsonObject sender(UserView user) {
        return object(o -> {
            o.add("_id", user.id().text()).add("name", user.name());
            user.avatar().ifPresent(avatar -> o.add("avatar", avatar));
        });
    }

    /** Every message has a receiver here: the one it names, else the first other participant. */
    private static UserId receiver(MessagePosted fact) {
        var sender = fact.message().sender().id();
        return fact.message()
                .receiver()
                .or(() -> fact.roster().others(sender).stream().findFirst())
                .orElse(sender);
    }

    private static Content content(String type, Fields content) {
        return switch (type) {
            case "text" -> new Content.Text(content.text("text"));
            case "image" -> new Content.Image(attachment(content));
            case "file" -> new Content.File(attachment(content));
            default -> throw new Invalid("messageType must be text, image or file");
        };
    }

    private static Attachment attachment(Fields content) {
        return new Attachment(
                content.text("fileUrl"), content.optionalText("fileName"), content.optionalNumber("fileSize"));
    }

    /** {@code messageType} and {@code content}. */
    private static void addContent(JsonObjectBuilder message, Content content) {
        if (content instanceof Content.Text text) {
            message.add("messageType", "text").add("content", object(o -> o.add("text", text.text())));
        } else if (content instanceof Content.Image image) {
            message.add("messageType", "image").add("content", attachment(image.attachment()));
        } else if (content instanceof Content.File file) {
            message.add("messageType", "file").add("content", attachment(file.attachment()));
        } else {
            throw new IllegalArgumentException("unknown content: " + content.getClass());
        }
    }

    private static JsonObject attachment(Attachment attachment) {
        return object(o -> {
            o.add("fileUrl", attachment.url());
            attachment.name().ifPresent(name -> o.add("fileName", name));
            attachment.size().ifPresent(size -> o.add("fileSize", size));
        });
    }
}

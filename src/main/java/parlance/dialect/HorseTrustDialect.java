package parlance.dialect;

import static parlance.interpreter.Hearers.OTHERS;
import static parlance.interpreter.Hearers.ROOM;
import static parlance.interpreter.Hearers.ROOM_BUT_ACTING;
import static parlance.json.JsonText.object;
import static parlance.json.JsonText.string;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import parlance.chat.ChatEvent.ConversationCreated;
import parlance.chat.ChatEvent.MessagePosted;
import parlance.chat.ChatEvent.MessagesDelivered;
import parlance.chat.ChatEvent.MessagesRead;
import parlance.chat.ChatEvent.PresenceChanged;
import parlance.chat.ChatEvent.TypingChanged;
import parlance.chat.ClientMessageId;
import parlance.chat.Content;
import parlance.chat.ConversationId;
import parlance.chat.ConversationService;
import parlance.chat.Draft;
import parlance.chat.MessageService;
import parlance.chat.MessageStatus;
import parlance.chat.MessageView;
import parlance.chat.TypingService;
import parlance.chat.UserView;
import parlance.interpreter.Arguments;
import parlance.interpreter.Caller;
import parlance.interpreter.DateText;
import parlance.interpreter.Dialect;
import parlance.interpreter.Failure;
import parlance.interpreter.Vocabulary;

/** Horse Trust's client: bare conversation ids, fields with underscores, text only; only sending is answered. */
@ApplicationScoped
class HorseTrustDialect implements Dialect {
    /** In UTF-16 units, as JavaScript's {@code substring} counts. */
    private static final int PREVIEW_LENGTH = 60;

    @Inject
    ConversationService conversations;

    @Inject
    MessageService messages;

    @Inject
    TypingService typing;

    @Override
    public String name() {
        return "horse-trust";
    }

    @Override
    public void define(Vocabulary v) {
        v.namespace("/horse-trust")
                .heeds("join_conversation", Arguments::startWithText, this::join)
                .hears("send_message", args -> args.has("conversation_id"), this::send)
                .heeds("typing", Arguments::startWithText, this::typing)
                .heeds("stop_typing", Arguments::startWithText, this::stopTyping)
                .acksLast()
                .says(MessagePosted.class, ROOM, "new_message", this::newMessage)
                .says(MessagePosted.class, OTHERS, "message_notification", this::notification)
                .says(TypingChanged.class, ROOM_BUT_ACTING, this::typingWord, this::typist)
                .keeps(MessagesDelivered.class, MessagesRead.class, PresenceChanged.class, ConversationCreated.class)
                .fails(this::failed);
    }

    /** {@code "join_conversation", conversationId}: no answer. */
    private void join(Caller caller, Arguments args) {
        caller.join(conversations.enter(caller.user(), args.conversation(0)));
    }

    /** {@code "send_message", {conversation_id, text}} acks {@code {success, data}}, the data as others hear it. */
    private JsonObject send(Caller caller, Arguments args) {
        var message = args.object(0);
        var draft = new Draft(
                new Content.Text(message.text("text")),
                Optional.empty(),
                message.optionalText("clientMessageId").map(ClientMessageId::of));
        var posted = messages.post(caller.user(), ConversationId.of(message.text("conversation_id")), draft)
                .message();
        return object(o -> o.add("success", true).add("data", message(posted, posted.conversation())));
    }

    /** {@code "typing", conversationId}: no answer. */
    private void typing(Caller caller, Arguments args) {
        typing.changed(caller.user(), args.conversation(0), true);
    }

    /** {@code "stop_typing", conversationId}: no answer. */
    private void stopTyping(Caller caller, Arguments args) {
        typing.changed(caller.user(), args.conversation(0), false);
    }

    private JsonObject newMessage(MessagePosted fact, ConversationId name) {
        return message(fact.message(), name);
    }

    /** {@code "message_notification", {conversation_id, sender, preview}}, for badges, joined or not. */
    private JsonObject notification(MessagePosted fact, ConversationId name) {
        return object(o -> o.add("conversation_id", name.text())
                .add("sender", fact.message().sender().id().text())
                .add("preview", preview(text(fact.message().content()))));
    }

    private String typingWord(TypingChanged fact) {
        return fact.typing() ? "user_typing" : "user_stop_typing";
    }

    private JsonObject typist(TypingChanged fact, ConversationId name) {
        return object(o -> o.add("userId", fact.user().id().text()).add("conversation_id", name.text()));
    }

    /** Only in the callback, as its own server did; who has none gets an {@code error}. */
    private void failed(Caller caller, Failure failure) {
        boolean sending =
                failure.word().equals("send_message") && !failure.code().equals("FORBIDDEN");
        var message = sending ? "Error sending message" : failure.message();
        if (failure.ackWanted()) {
            failure.ack(
                    object(o -> o.add("success", false).add("message", message).add("code", failure.code())));
        } else {
            caller.tell("error", object(o -> o.add("message", message).add("code", failure.code())));
        }
    }

    private static JsonObject message(MessageView message, ConversationId name) {
        return object(o -> o.add("_id", message.id().text())
                .add("conversation_id", name.text())
                .add("sender_id", sender(message.sender()))
                .add("text", text(message.content()))
                .add("is_read", message.status() == MessageStatus.READ)
                .add("sent_at", DateText.of(message.createdAt())));
    }

    private static JsonObject sender(UserView user) {
        JsonValue none = JsonValue.NULL;
        return object(o -> o.add("_id", user.id().text())
                .add("full_name", user.name())
                .add(
                        "profile_picture_url",
                        user.avatar().<JsonValue>map(url -> string(url)).orElse(none)));
    }

    /** What of a message can be said in words alone. */
    private static String text(Content content) {
        if (content instanceof Content.Text text) {
            return text.text();
        }
        if (content instanceof Content.Image image) {
            return image.attachment().name().orElse("[image]");
        }
        if (content instanceof Content.File file) {
            return file.attachment().name().orElse("[file]");
        }
        throw new IllegalArgumentException("unknown content: " + content.getClass());
    }

    static String preview(String text) {
        if (text.length() <= PREVIEW_LENGTH) {
            return text;
        }
        boolean cutsPair = Character.isHighSurrogate(text.charAt(PREVIEW_LENGTH - 1));
        return text.substring(0, cutsPair ? PREVIEW_LENGTH - 1 : PREVIEW_LENGTH);
    }
}

package parlance.dialect;

import java.util.List;
import parlance.chat.InMemoryChat;
import parlance.interpreter.Dialect;

/** The dialects before a chat without database. */
@SuppressWarnings("UnnecessaryAssignment") // the test is the container
public final class Dialects {
    private Dialects() {}

    public static List<Dialect> all(InMemoryChat chat) {
        return List.of(horseTrust(chat), jobspare(chat));
    }

    static HorseTrustDialect horseTrust(InMemoryChat chat) {
        var dialect = new HorseTrustDialect();
        dialect.conversations = chat.conversations;
        dialect.messages = chat.messages;
        dialect.typing = chat.typing;
        return dialect;
    }

    static JobspareDialect jobspare(InMemoryChat chat) {
        var dialect = new JobspareDialect();
        dialect.conversations = chat.conversations;
        dialect.messages = chat.messages;
        dialect.receipts = chat.receiving;
        dialect.typing = chat.typing;
        dialect.presence = chat.presence;
        return dialect;
    }
}

package parlance.chat;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The services and repositories of one transaction, put together as a container would. One thread at a time. */
@SuppressWarnings("UnnecessaryAssignment") // here we are the framework that injects
final class Services {
    final UserService users = new UserService();
    final ConversationService conversations = new ConversationService();
    final MessageService messages = new MessageService();
    final ReceiptService receipts = new ReceiptService();
    final TypingService typing = new TypingService();
    final PresenceService presence = new PresenceService();
    final Facts facts = new Facts();

    Services(EntityManager em, Clock clock, ChatSettings settings) {
        var turns = new Turns();
        turns.em = em;
        var allUsers = new Users();
        allUsers.em = em;
        allUsers.clock = clock;
        var allReceipts = new Receipts();
        allReceipts.em = em;
        var allMessages = new Messages();
        allMessages.em = em;
        allMessages.turns = turns;
        allMessages.receipts = allReceipts;
        var allConversations = new Conversations();
        allConversations.em = em;
        allConversations.users = allUsers;
        var views = new ConversationViews();
        views.conversations = allConversations;
        views.messages = allMessages;
        views.receipts = allReceipts;
        var founding = new Founding();
        founding.em = em;
        founding.turns = turns;
        founding.users = allUsers;
        founding.conversations = allConversations;
        founding.views = views;
        founding.clock = clock;
        founding.events = facts;
        var delivery = new Delivery();
        delivery.receipts = allReceipts;
        delivery.events = facts;

        users.users = allUsers;
        conversations.conversations = allConversations;
        conversations.founding = founding;
        conversations.views = views;
        messages.conversations = allConversations;
        messages.founding = founding;
        messages.messages = allMessages;
        messages.receipts = allReceipts;
        messages.delivery = delivery;
        messages.settings = settings;
        messages.clock = clock;
        messages.events = facts;
        receipts.conversations = allConversations;
        receipts.messages = allMessages;
        receipts.receipts = allReceipts;
        receipts.delivery = delivery;
        receipts.events = facts;
        typing.conversations = allConversations;
        typing.events = facts;
        presence.users = allUsers;
        presence.settings = settings;
        presence.clock = clock;
        presence.events = facts;
    }
}

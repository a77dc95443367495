package parlance.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Conversations as a participant sees them, with the same few queries for one and for a page. */
@Dependent
class ConversationViews {
    @Inject
    Conversations conversations;

    @Inject
    Messages messages;

    @Inject
    Receipts receipts;

    ConversationView of(Access access) {
        return all(List.of(access)).get(0);
    }

    /** A page of the user's conversations, newest activity first. */
    Page<ConversationView> page(UserId user, boolean archived, int limit, Cursor after) {
        var found = conversations.page(user, archived, after, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next =
                found.size() > limit ? Optional.of(page.get(limit - 1).cursor().text()) : Optional.<String>empty();
        return new Page<>(all(conversations.byKeys(user, page)), next);
    }

    private List<ConversationView> all(List<Access> accesses) {
        var keys = accesses.stream().map(access -> access.conversation().key()).toList();
        var progress = receipts.progress(keys);
        Map<UUID, MessageView> last = messages.last(keys);
        return accesses.stream().map(access -> view(access, progress, last)).toList();
    }

    private static ConversationView view(
            Access access, Map<ParticipantKey, Receipts.Progress> progress, Map<UUID, MessageView> last) {
        var conversation = access.conversation();
        return new ConversationView(
                access.asked(),
                conversation.type(),
                conversation.name(),
                access.participants().stream()
                        .map(one -> one.view(progress.get(one.key()).lastReadSeq()))
                        .toList(),
                conversation.lastSeq(),
                conversation.lastSeq() - progress.get(access.caller().key()).read(),
                Optional.ofNullable(last.get(conversation.key())).map(message -> message.in(access.asked())),
                conversation.createdAt(),
                conversation.updatedAt(),
                conversation.archivedAt());
    }
}

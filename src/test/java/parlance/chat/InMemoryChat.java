package parlance.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The chat's use cases without a database, for tests of what speaks to them. One thread at a time. */
public final class InMemoryChat {
    public static final Instant NOW = Instant.parse("2024-01-15T10:30:00Z");

    private final Consumer<ChatEvent> committed;
    private final Map<UserId, UserView> known = new HashMap<>();
    private final Map<ConversationId, Talk> talks = new HashMap<>();
    private final Set<List<Object>> receipts = new HashSet<>();
    private Optional<RuntimeException> breakdown = Optional.empty();

    /** @param committed told of each fact as it is committed */
    public InMemoryChat(Consumer<ChatEvent> committed) {
        this.committed = committed;
    }

    /** A conversation known as {@code id} to everybody, and for a pair as {@code a_b} and {@code b_a} too. */
    public void conversation(String id, String... participants) {
        var type = participants.length == 2 ? ConversationType.DIRECT : ConversationType.GROUP;
        var talk = new Talk(ConversationId.of(id), type);
        for (var participant : participants) {
            talk.knownAs.put(UserId.of(participant), talk.id);
        }
        talks.put(talk.id, talk);
        if (participants.length == 2) {
            talks.put(ConversationId.of(participants[0] + "_" + participants[1]), talk);
            talks.put(ConversationId.of(participants[1] + "_" + participants[0]), talk);
        }
    }

    /** From now on every use case about a conversation fails. */
    public void breaks(RuntimeException failure) {
        breakdown = Optional.of(failure);
    }

    public void fires(ChatEvent fact) {
        committed.accept(fact);
    }

    public Roster roster(String conversation) {
        return talks.get(ConversationId.of(conversation)).roster();
    }

    public final UserService users = new UserService() {
        @Override
        public void met(UserProfile profile) {
            known.put(profile.id(), new UserView(profile.id(), profile.name(), profile.avatar()));
        }
    };

    public final ConversationService conversations = new ConversationService() {
        @Override
        public Participation enter(UserId caller, ConversationId asked) {
            var talk = talk(caller, asked);
            talk.knownAs.put(caller, asked);
            return new Participation(talk.roster(), asked);
        }

        @Override
        public Participation enterDirect(UserId caller, ConversationId asked) {
            return enter(caller, asked);
        }
    };

    public final MessageService messages = new MessageService() {
        @Override
        public Posted post(UserId author, ConversationId asked, Draft draft) {
            var talk = talk(author, asked);
            var earlier = talk.messages.stream()
                    .filter(m -> draft.clientMessageId().isPresent())
                    .filter(m -> m.clientMessageId().equals(draft.clientMessageId()))
                    .findFirst();
            if (earlier.isPresent()) {
                return new Posted(earlier.get().in(asked), true);
            }
            if (draft.receiver()
                    .filter(r -> !talk.roster().others(author).contains(r))
                    .isPresent()) {
                throw new ChatException.NotParticipant("Receiver not found");
            }
            long seq = talk.messages.size() + 1L;
            var message = new MessageView(
                    MessageId.of(talk.id.text() + "-" + seq),
                    talk.id,
                    seq,
                    view(author),
                    draft.receiver(),
                    draft.content(),
                    draft.clientMessageId(),
                    MessageStatus.SENT,
                    NOW);
            talk.messages.add(message);
            committed.accept(new ChatEvent.MessagePosted(talk.roster(), message));
            return new Posted(message.in(asked), false);
        }

        @Override
        public Posted postDirect(UserId author, ConversationId asked, Draft draft) {
            return post(author, asked, draft);
        }
    };

    public final TypingService typing = new TypingService() {
        @Override
        public void changed(UserId user, ConversationId asked, boolean now) {
            committed.accept(new ChatEvent.TypingChanged(talk(user, asked).roster(), view(user), now));
        }
    };

    public final ReceiptService receiving = new ReceiptService() {
        @Override
        public void delivered(UserId receiver, ConversationId conversation, List<MessageId> ids) {
            var talk = talk(receiver, conversation);
            var fresh = fresh(talk, "delivered", receiver, ids);
            if (!fresh.isEmpty()) {
                committed.accept(new ChatEvent.MessagesDelivered(talk.roster(), receiver, fresh));
            }
        }

        @Override
        public void read(UserId reader, ConversationId asked, List<MessageId> ids) {
            var talk = talk(reader, asked);
            var fresh = fresh(talk, "read", reader, ids);
            if (!fresh.isEmpty()) {
                committed.accept(new ChatEvent.MessagesRead(talk.roster(), reader, fresh));
            }
        }
    };

    public final PresenceService presence = new PresenceService() {
        @Override
        public void online(UserId user) {
            committed.accept(
                    new ChatEvent.PresenceChanged(user, true, Optional.empty(), new Audience.Contacts(contacts(user))));
        }

        @Override
        public void offline(UserId user) {
            committed.accept(new ChatEvent.PresenceChanged(
                    user, false, Optional.of(NOW), new Audience.Contacts(contacts(user))));
        }

        @Override
        public PresenceView status(UserId asker, UserId whom) {
            boolean visible = contacts(asker).contains(whom);
            return new PresenceView(visible, Optional.of(NOW).filter(time -> visible));
        }
    };

    private Talk talk(UserId user, ConversationId asked) {
        breakdown.ifPresent(failure -> {
            throw failure;
        });
        return Optional.ofNullable(talks.get(asked))
                .filter(talk -> talk.knownAs.containsKey(user))
                .orElseThrow(ChatException.NotFound::conversation);
    }

    private UserView view(UserId user) {
        return known.getOrDefault(user, new UserView(user, user.text(), Optional.empty()));
    }

    private Set<UserId> contacts(UserId user) {
        var contacts = new HashSet<UserId>();
        talks.values().stream()
                .filter(talk -> talk.knownAs.containsKey(user))
                .forEach(talk -> contacts.addAll(talk.roster().others(user)));
        return contacts;
    }

    private List<Receipt> fresh(Talk talk, String kind, UserId user, List<MessageId> ids) {
        return talk.messages.stream()
                .filter(message -> ids.contains(message.id()))
                .filter(message -> !message.sender().id().equals(user))
                .filter(message -> receipts.add(List.of(kind, user, message.id())))
                .map(message -> new Receipt(
                        message.id(), message.seq(), message.sender().id()))
                .toList();
    }

    private static final class Talk {
        private final ConversationId id;
        private final ConversationType type;
        private final Map<UserId, ConversationId> knownAs = new LinkedHashMap<>();
        private final List<MessageView> messages = new ArrayList<>();

        Talk(ConversationId id, ConversationType type) {
            this.id = id;
            this.type = type;
        }

        Roster roster() {
            return new Roster(id, type, knownAs);
        }
    }
}

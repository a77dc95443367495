package parlance.interpreter;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static parlance.chat.ReceiptService.MAX_MESSAGES;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import parlance.chat.ConversationId;
import parlance.chat.MessageId;
import parlance.chat.UserId;

/**
 * Has the chat record which messages reached whom: off the threads that write, one transaction for all that came
 * together for one receiver in one conversation. Thread-safe. Bounded: what does not fit is delivered when its receiver
 * next reads the history.
 */
final class Deliveries {
    static final int LIMIT = 10_000;

    private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());

    private final Recorder recorder;
    private final Executor executor;
    private final Set<Delivery> waiting = new LinkedHashSet<>();
    private boolean working;

    Deliveries(Recorder recorder, Executor executor) {
        this.recorder = recorder;
        this.executor = executor;
    }

    void add(Delivery delivery) {
        if (accepted(delivery)) {
            executor.execute(this::work);
        }
    }

    /** Whether somebody must begin to work. */
    private synchronized boolean accepted(Delivery delivery) {
        if (waiting.size() == LIMIT) {
            LOG.log(WARNING, () -> "Too many deliveries at once; one is not recorded now");
            return false;
        }
        waiting.add(delivery);
        boolean begin = !working;
        working = true;
        return begin;
    }

    private void work() {
        for (var batch = batch(); !batch.isEmpty(); batch = batch()) {
            batch.stream()
                    .collect(groupingBy(Delivery::toWhom, LinkedHashMap::new, mapping(Delivery::message, toList())))
                    .forEach(this::record);
        }
    }

    private void record(Receiver receiver, List<MessageId> messages) {
        for (int from = 0; from < messages.size(); from += MAX_MESSAGES) {
            recordFew(receiver, messages.subList(from, Math.min(messages.size(), from + MAX_MESSAGES)));
        }
    }

    private void recordFew(Receiver receiver, List<MessageId> messages) {
        try {
            recorder.delivered(receiver.user(), receiver.conversation(), messages);
        } catch (RuntimeException e) {
            LOG.log(ERROR, () -> "Deliveries to " + receiver.user().text() + " are not recorded", e);
        }
    }

    private synchronized List<Delivery> batch() {
        var batch = List.copyOf(waiting);
        waiting.clear();
        working = !batch.isEmpty();
        return batch;
    }

    /** The chat's use case. */
    @FunctionalInterface
    interface Recorder {
        void delivered(UserId receiver, ConversationId conversation, List<MessageId> messages);
    }

    record Receiver(ConversationId conversation, UserId user) {}

    record Delivery(Receiver toWhom, MessageId message) {}
}

package parlance.interpreter;

import static java.lang.System.Logger.Level.ERROR;
import static parlance.json.JsonText.object;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import parlance.chat.ChatException;
import parlance.socketio.Ack;
import parlance.socketio.Event;

/**
 * Hears what one client says, has its dialect act on it, and sees to it that every event is answered: an ack that is
 * asked for is sent exactly once, and nothing a client sends ends its connection. One thread at a time: the socket's.
 */
final class Listener {
    private static final System.Logger LOG = System.getLogger(Listener.class.getName());

    private final Caller caller;
    private final Vocabularies vocabularies;
    private final SayingOrder order;
    private final TokenDesk tokens;

    Listener(Caller caller, Vocabularies vocabularies, SayingOrder order, TokenDesk tokens) {
        this.caller = caller;
        this.vocabularies = vocabularies;
        this.order = order;
        this.tokens = tokens;
    }

    void heard(Event event, Ack ack) {
        var call = new Call(caller.socket().id());
        var answer = answered(event, ack, () -> call.run(() -> answer(event.name(), new Arguments(event.args()))));
        if (answer.isPresent() && ackLast()) {
            order.release(call, () -> ack.send(answer.get()));
        } else {
            answer.ifPresent(ack::send);
            order.release(call, () -> {});
        }
        answer.ifPresent(success -> call.facts().forEach(caller::follow));
    }

    private Optional<JsonObject> answered(Event event, Ack ack, Supplier<JsonObject> handler) {
        try {
            return Optional.of(handler.get());
        } catch (ChatException e) {
            fail(new Failure(event.name(), e.code(), e.getMessage(), ack));
        } catch (EventRefused e) {
            fail(new Failure(event.name(), e.code(), e.getMessage(), ack));
        } catch (RuntimeException e) {
            LOG.log(ERROR, () -> "An event of " + caller.user() + " failed", e);
            fail(new Failure(event.name(), "INTERNAL", "Internal error", ack));
        }
        return Optional.empty();
    }

    private JsonObject answer(String word, Arguments args) {
        if (word.equals(TokenDesk.REFRESH)) {
            return tokens.refresh(args.object(0).text("token"));
        }
        var tellers = vocabularies.toldBy(word, args);
        if (tellers.size() > 1) {
            throw new EventRefused("VALIDATION", "Fields of several dialects at once");
        }
        if (caller.tongue().isEmpty()) {
            tellers.stream().filter(caller.tongues()::contains).forEach(caller::settle);
        }
        return caller.tongue()
                .orElseThrow(() -> new EventRefused("VALIDATION", "Nothing shows which dialect this is"))
                .hearing(word)
                .orElseThrow(() -> new EventRefused("UNKNOWN_EVENT", "Unknown event"))
                .apply(caller, args);
    }

    private boolean ackLast() {
        return caller.tongue().filter(Vocabulary::isAckedLast).isPresent();
    }

    private void fail(Failure failure) {
        caller.tongue().ifPresentOrElse(tongue -> tongue.fail(caller, failure), () -> failUndecided(failure));
        failure.ack();
    }

    /**
     * Where the dialect is not known yet, an error has the fields of all of them, and a callback is answered as the
     * first dialect that has such an event would answer it.
     */
    private void failUndecided(Failure failure) {
        var context = object(o -> o.add("event", failure.word()));
        caller.tell("error", object(o -> o.add("message", failure.message())
                .add("code", failure.code())
                .add("context", context)
                .add("msg", failure.message())
                .add("data", object(d -> d.add("code", failure.code()).add("context", context)))));
        if (failure.ackWanted()) {
            caller.tongues().stream()
                    .filter(tongue -> tongue.hearing(failure.word()).isPresent())
                    .findFirst()
                    .ifPresent(tongue -> tongue.fail(caller, failure));
        }
    }
}

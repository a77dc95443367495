package parlance.interpreter;

import jakarta.json.JsonObject;
import java.util.function.BiFunction;
import java.util.function.Function;
import parlance.chat.ChatEvent;
import parlance.chat.ConversationId;
import parlance.chat.UserId;

/** What a dialect says of one kind of fact: one line of its table. Immutable. */
sealed interface Said<F extends ChatEvent> {
    Class<F> fact();

    /** One word to many: translated once for all who know the conversation by the same id. */
    record ToMany<F extends ChatEvent>(
            Class<F> fact,
            Hearers hearers,
            Function<? super F, String> word,
            BiFunction<? super F, ConversationId, JsonObject> wording)
            implements Said<F> {}

    /** One word to those whom the fact itself names. */
    record ToConcerned<F extends ChatEvent>(Class<F> fact, String word, Function<? super F, JsonObject> wording)
            implements Said<F> {}

    /** One word for each part of a fact, to the one user whom the part concerns. */
    record ToEach<F extends ChatEvent, P>(
            Class<F> fact,
            Function<? super F, ? extends Iterable<P>> parts,
            Function<? super P, UserId> hearer,
            String word,
            Function<? super P, JsonObject> wording)
            implements Said<F> {}
}

package parlance.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parlance.chat.ChatEvent;

/** What every dialect owes: that nothing which can happen in the chat was forgotten. */
public interface DialectContract {
    Dialect dialect();

    @Test
    default void everything_that_can_happen_is_either_said_or_kept() {
        var vocabulary = Vocabulary.of(dialect());

        assertThat(facts()).allSatisfy(fact -> assertThat(vocabulary.isKept(fact))
                .as(fact.getSimpleName())
                .isEqualTo(vocabulary.said(fact).isEmpty()));
    }

    @Test
    default void it_is_spoken_in_a_namespace_of_its_own_name() {
        assertThat(Vocabulary.of(dialect()).namespaces())
                .contains("/" + dialect().name());
    }

    private static Stream<Class<? extends ChatEvent>> facts() {
        return Stream.of(ChatEvent.class.getPermittedSubclasses()).map(fact -> fact.asSubclass(ChatEvent.class));
    }
}

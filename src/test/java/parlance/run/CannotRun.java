package parlance.run;

import java.io.Serial;

/** Why Parlance does not run, in one sentence for the person at the keyboard. */
final class CannotRun extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence);
    }
}

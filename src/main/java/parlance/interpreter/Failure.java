package parlance.interpreter;

import static parlance.json.JsonText.object;

import jakarta.json.JsonObject;
import parlance.socketio.Ack;

/** What went wrong with one event of a client, and the way to answer it. */
public final class Failure {
    private final String word;
    private final String code;
    private final String message;
    private final Ack ack;

    Failure(String word, String code, String message, Ack ack) {
        this.word = word;
        this.code = code;
        this.message = message;
        this.ack = ack;
    }

    /** The event that failed. */
    public String word() {
        return word;
    }

    /** Stable, for programs, e.g. {@code VALIDATION}. */
    public String code() {
        return code;
    }

    /** For people; says nothing about what the client may not know. */
    public String message() {
        return message;
    }

    public boolean ackWanted() {
        return ack.wanted();
    }

    /** Answers the client's callback, if it has one. */
    public void ack(JsonObject answer) {
        ack.send(answer);
    }

    /** The answer of a dialect that has none of its own. */
    void ack() {
        ack(object(o -> o.add("success", false).add("message", message).add("code", code)));
    }
}

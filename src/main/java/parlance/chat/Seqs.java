package parlance.chat;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Seqs of a conversation.
 *
 * @param text as PostgreSQL reads an {@code int8multirange}
 */
record Seqs(String text) {
    static Seqs of(long seq) {
        return new Seqs("{" + range(seq, seq) + "}");
    }

    static Seqs of(Collection<Receipt> receipts) {
        return new Seqs(receipts.stream()
                .map(receipt -> range(receipt.seq(), receipt.seq()))
                .collect(Collectors.joining(",", "{", "}")));
    }

    /** All from the first. */
    static Seqs upTo(long seq) {
        return new Seqs("{" + range(1, seq) + "}");
    }

    private static String range(long first, long last) {
        return "[" + first + "," + last + "]";
    }
}

package parlance.chat;

import java.time.Instant;

/**
 * A participant as the others see it.
 *
 * @param lastReadSeq the participant has read every message up to this one; 0 when not even the first
 */
public record ParticipantView(UserView user, Role role, Instant joinedAt, long lastReadSeq) {}

package parlance.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody who logged in, or was only ever mentioned. Rows come into being in {@link Users}. */
@Entity
@Table(name = "users")
class User {
    @Id
    private UUID id;

    @Column(name = "external_id")
    private String externalId;

    private String name;

    private String avatar;

    @Column(name = "last_seen")
    private Instant lastSeen;

    @Version
    private long version;

    protected User() {} // for JPA

    UUID key() {
        return id;
    }

    UserId id() {
        return new UserId(externalId);
    }

    UserView view() {
        return new UserView(id(), name, Optional.ofNullable(avatar));
    }

    Optional<Instant> lastSeen() {
        return Optional.ofNullable(lastSeen);
    }

    void left(Instant now) {
        lastSeen = now;
    }
}

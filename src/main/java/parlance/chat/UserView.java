package parlance.chat;

import java.util.Optional;

/** A user as others see it. */
public record UserView(UserId id, String name, Optional<String> avatar) {}
